using Mingzhang.Core.Performance.Measuring;

namespace Mingzhang.Core.Registers;

/// <summary>A register that the office defines itself (自定义台账): its fields and what is counted of it.</summary>
/// <param name="Name">名称; queries of goals name it.</param>
/// <param name="Purpose">说明.</param>
/// <param name="Fields">栏 in their order, retired ones too.</param>
public sealed record RegisterDefinition(string Name, string Purpose, IReadOnlyList<RegisterField> Fields)
{
    /// <summary>Most fields of a register.</summary>
    public const int MostFields = 40;

    private const int LongestName = 30;

    private const string Forbidden = " \t.=≠≥≤><、，,:：;；/\\\"'[]{}|";

    /// <summary>统计: the number or amount that is summed by period; null to count records.</summary>
    public string? Measure { get; init; }

    /// <summary>The fields that new records have.</summary>
    public IReadOnlyList<RegisterField> Active => [.. Fields.Where(f => !f.IsRetired)];

    /// <summary>The date by which periods are judged; null where the register has none.</summary>
    public RegisterField? Day => Active.FirstOrDefault(f => f.Kind == RegisterKind.Date);

    /// <summary>The fields of the key; none where all of a record is its key.</summary>
    public IReadOnlyList<RegisterField> Key => [.. Active.Where(f => f.IsKey)];

    /// <summary>The field that is summed by period; null to count records.</summary>
    public RegisterField? Summed => Active.FirstOrDefault(f => f.Name == Measure && f.Kind is RegisterKind.Number or RegisterKind.Amount);

    /// <summary>All that is wrong with it, in Chinese: which field, what, what to do.</summary>
    /// <param name="taken">Names that other sources of measures have.</param>
    public IReadOnlyList<string> Faults(IReadOnlyCollection<string> taken)
    {
        ArgumentNullException.ThrowIfNull(taken);
        var faults = new List<string>();
        if (BadName(Name) is { } bad)
            faults.Add($"台账名称{bad}");
        else if (taken.Contains(Name) || MeasureSources.Find(Name) is not null)
            faults.Add($"已经有叫“{Name}”的记录：请换一个名称，取数靠名称区分。");
        if (Active.Count == 0)
            faults.Add("台账至少要有一栏。");
        if (Active.Count > MostFields)
            faults.Add($"最多 {MostFields} 栏，现在有 {Active.Count} 栏。");
        foreach (var group in Active.GroupBy(f => f.Name).Where(g => g.Count() > 1))
            faults.Add($"栏“{group.Key}”有 {group.Count()} 个：请改名。");
        foreach (var field in Active)
            faults.AddRange(Faults(field).Select(f => $"栏“{field.Name}”：{f}"));
        if (Measure is not null && Summed is null)
            faults.Add($"统计“{Measure}”不是数或金额的栏：请改成有的栏，或空着按条数统计。");
        return faults;
    }

    private static IEnumerable<string> Faults(RegisterField field)
    {
        if (BadName(field.Name) is { } bad)
            yield return $"名称{bad}";
        if (field.Kind == RegisterKind.Choice && field.Choices.Count < 2)
            yield return "选项至少写两个，用顿号隔开。";
        if (field.Kind != RegisterKind.Choice && field.Choices.Count > 0)
            yield return "只有选项的栏可以写选项。";
        if (field.IsKey && (!field.Required || field.Kind == RegisterKind.Attachment))
            yield return "唯一的栏必须是必填的，附件不能作唯一。";
        if (field.Min.Length + field.Max.Length == 0)
            yield break;
        if (field.Kind is not (RegisterKind.Number or RegisterKind.Amount or RegisterKind.Date))
        {
            yield return "只有数、金额、日期可以写上下限。";
            yield break;
        }

        var bare = field with { Min = "", Max = "", Required = false };
        var (min, max) = (RegisterCell.Read(bare, field.Min), RegisterCell.Read(bare, field.Max));
        if ((min.Fault ?? max.Fault) is { } fault)
            yield return $"上下限写得不对：{fault}";
        else if (min.Text.Length > 0 && max.Text.Length > 0 && RegisterCell.Compare(field.Kind, min.Text, max.Text) > 0)
            yield return "下限大于上限。";
    }

    private static string? BadName(string name) => name.Length == 0 ? "没有填。" : name.Length > LongestName ? $"超过 {LongestName} 个字。" : name.Any(Forbidden.Contains) ? "里不能有空格和标点。" : null;
}
