namespace Mingzhang.Core.Supervision.Inspections;

/// <summary>How an inspection comes about (检查方式).</summary>
public enum InspectionKind
{
    /// <summary>日常巡查.</summary>
    Routine,

    /// <summary>自查自纠: by the institution itself.</summary>
    SelfCheck,

    /// <summary>抽查复查.</summary>
    Sample,

    /// <summary>智能审核.</summary>
    Screening,

    /// <summary>专项检查.</summary>
    Special,

    /// <summary>第三方检查.</summary>
    ThirdParty,

    /// <summary>交叉检查.</summary>
    Cross,

    /// <summary>上级检查.</summary>
    FromAbove,
}

/// <summary>Words of the kinds.</summary>
public static class InspectionWords
{
    /// <summary>The words in the order of the kinds.</summary>
    public static IReadOnlyList<string> All { get; } = ["日常巡查", "自查自纠", "抽查复查", "智能审核", "专项检查", "第三方检查", "交叉检查", "上级检查"];

    /// <summary>The official word.</summary>
    public static string ChineseName(this InspectionKind kind) => All[(int)kind];

    /// <summary>The kind of a word; null when there is none.</summary>
    public static InspectionKind? Parse(string word)
    {
        for (var i = 0; i < All.Count; i++)
        {
            if (All[i] == word)
                return (InspectionKind)i;
        }

        return null;
    }
}
