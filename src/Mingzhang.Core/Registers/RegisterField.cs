namespace Mingzhang.Core.Registers;

/// <summary>Kind of a field of a register (栏的种类).</summary>
public enum RegisterKind
{
    /// <summary>文字.</summary>
    Text,

    /// <summary>选项: one of the choices.</summary>
    Choice,

    /// <summary>数: at most four decimals.</summary>
    Number,

    /// <summary>金额 in 元.</summary>
    Amount,

    /// <summary>日期.</summary>
    Date,

    /// <summary>是否.</summary>
    YesNo,

    /// <summary>机构: name of an institution.</summary>
    Institution,

    /// <summary>附件: files of the record; its value is how many there are.</summary>
    Attachment,
}

/// <summary>A field of a register (台账的栏).</summary>
/// <param name="Id">Number that stays when the field is renamed; records are kept by it.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">Its kind.</param>
public sealed record RegisterField(int Id, string Name, RegisterKind Kind)
{
    /// <summary>必填.</summary>
    public bool Required { get; init; }

    /// <summary>选项, of a choice.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Smallest number, amount in 元 or date; empty for no bound.</summary>
    public string Min { get; init; } = "";

    /// <summary>Largest number, amount in 元 or date; empty for no bound.</summary>
    public string Max { get; init; } = "";

    /// <summary>说明.</summary>
    public string Help { get; init; } = "";

    /// <summary>Whether it belongs to the key: no two records have the same values in all key fields.</summary>
    public bool IsKey { get; init; }

    /// <summary>停用: new records have it no more, old ones still show it.</summary>
    public bool IsRetired { get; init; }

    /// <summary>Number of the field as records keep it.</summary>
    public string Slot => Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>The words for kinds of fields.</summary>
public static class RegisterKinds
{
    private static readonly string[] Words = ["文字", "选项", "数", "金额", "日期", "是否", "机构", "附件"];

    /// <summary>All kinds in the order in which they are offered.</summary>
    public static IReadOnlyList<RegisterKind> All { get; } = Enum.GetValues<RegisterKind>();

    /// <summary>文字, 选项 and so on.</summary>
    public static string ChineseName(this RegisterKind kind) => Words[(int)kind];

    /// <summary>The kind of a word; null when there is none.</summary>
    public static RegisterKind? Parse(string? word) => Array.IndexOf(Words, word) is >= 0 and var at ? (RegisterKind)at : null;
}
