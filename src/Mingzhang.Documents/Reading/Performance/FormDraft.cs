using System.Text.RegularExpressions;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;

namespace Mingzhang.Documents.Reading.Performance;

/// <summary>A performance form while it is being read.</summary>
internal sealed partial class FormDraft(string title, Place at)
{
    private readonly List<KeyValuePair<string, string>> _fields = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>Indicators so far.</summary>
    public List<Indicator> Indicators { get; } = [];

    /// <summary>Whether it is read from lines whose cells are lost.</summary>
    public bool IsFromLines { get; set; }

    /// <summary>Whether anything was read.</summary>
    public bool IsEmpty => _fields.Count == 0 && Indicators.Count == 0;

    /// <summary>Whether a field of this name was read.</summary>
    public bool Has(string name) => _names.Contains(name);

    /// <summary>Adds a field; empty values are left out, a repeated name is numbered.</summary>
    public void Add(string name, string value)
    {
        name = TightText.Of(name).Trim('/');
        value = TightText.Of(value);
        if (name.Length == 0 || value.Length == 0)
            return;
        var unique = name;
        for (var n = 2; !_names.Add(unique); n++)
            unique = $"{name}（{n}）";
        _fields.Add(new(unique, value));
    }

    /// <summary>The form as read.</summary>
    public PerformanceForm Done()
    {
        // Of a form whose upper part is a picture the reasons may still name the project: XX项目年初预算资金…
        var project = _fields.Find(f => f.Key is "项目名称" or "申报项目名称").Value
            ?? (_fields.Find(f => f.Key == "偏差大或目标未完成原因分析").Value is { } reason && ProjectSpoken().Match(reason) is { Success: true } spoken ? spoken.Groups[1].Value : null);
        return new PerformanceForm(title, project, _fields, Indicators) { At = at, IsFromLines = IsFromLines };
    }

    [GeneratedRegex(@"^([\u4e00-\u9fff]{4,20}?(?:项目|经费))(?:年初|全年)?预算")]
    private static partial Regex ProjectSpoken();
}
