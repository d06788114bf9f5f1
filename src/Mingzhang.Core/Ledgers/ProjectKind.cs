namespace Mingzhang.Core.Ledgers;

/// <summary>Kind of a project by the letter in its code (项目类别). The letter alone does not decide the 支出类别 of its money.</summary>
public enum ProjectKind
{
    /// <summary>人员类, letter R.</summary>
    Personnel,

    /// <summary>运转类, letter Y.</summary>
    Operating,

    /// <summary>特定目标类, letter T.</summary>
    SpecificTarget,
}
