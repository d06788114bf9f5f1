using Mingzhang.Core.Auditing.Rules;
using Mingzhang.Core.Classifications;
using Mingzhang.Core.Editions;
using Mingzhang.Core.Editions.Matching;
using Mingzhang.Core.Narrative;

namespace Mingzhang.Core.Auditing.Sentences;

/// <summary>Functional and economic codes by their names, from the document's own tables first, then from the classification (按名称找科目).</summary>
internal sealed class CodesByName
{
    private static readonly string[] Endings = ["（类）", "（款）", "（项）", "类支出", "款支出", "（类）支出", "（款）支出", "（项）支出"];
    private readonly Dictionary<string, SortedSet<string>> _functions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedSet<string>> _economics = new(StringComparer.Ordinal);
    private readonly Classification? _function;
    private readonly Classification? _economic;

    public CodesByName(RuleContext context)
    {
        var year = context.Disclosure.Facts.Year;
        _function = Version(context.Catalogue, ClassificationCatalogue.Function, year);
        _economic = Version(context.Catalogue, ClassificationCatalogue.Economic, year);
        foreach (var row in context.Document.Figures.Statements.SelectMany(s => s.Rows))
        {
            if (row.Code is not { } code)
                continue;
            var names = row.Side?.Rows is TreeRows { Dimension: Dimension.Economic } ? _economics : _functions;
            Add(names, Labels.Bare(row.Row.Name), code);
        }

        Fill(_function, _functions);
        Fill(_economic, _economics);
    }

    /// <summary>Functional codes a wording names: a path of 类, 款, 项, or a single name.</summary>
    public IReadOnlyCollection<string> Functions(string subject)
    {
        // A path may be quoted as a whole: “社会保障和就业支出（类）…（项）”, the closing quote forgotten, or 科目 said behind it.
        if (subject.EndsWith("科目", StringComparison.Ordinal))
            subject = subject[..^2];
        subject = subject.Trim('“', '”', '"', '＂', ' ');
        if (ParagraphWords.CodePath().Match(subject) is not { Success: true } path || path.Index > 0 || path.Length < subject.Length - 2)
            return Named(_functions, subject);
        var last = path.Groups["item"].Success ? path.Groups["item"] : path.Groups["group"].Success ? path.Groups["group"] : path.Groups["class"];
        var length = path.Groups["item"].Success ? 7 : path.Groups["group"].Success ? 5 : 3;
        var named = Named(_functions, last.Value).Where(c => c.Length == length).ToList();
        var above = Named(_functions, path.Groups["class"].Value);
        var right = named.Where(c => above.Any(a => a.Length == 3 && c.StartsWith(a, StringComparison.Ordinal))).ToList();
        if (right.Count == 0)
            right = named;
        if (length < 7 || right.Count < 2)
            return right;
        var group = Named(_functions, path.Groups["group"].Value);
        return right.Where(c => group.Any(g => g.Length == 5 && c.StartsWith(g, StringComparison.Ordinal))).ToList() is { Count: > 0 } exact ? exact : right;
    }

    /// <summary>Economic codes of a name.</summary>
    public IReadOnlyCollection<string> Economics(string subject) => Named(_economics, subject);

    private static Classification? Version(ClassificationCatalogue catalogue, string name, int? year) =>
        (year is { } y ? catalogue.Find(name, y) : null) ?? catalogue.Newest(name);

    private static void Fill(Classification? classification, Dictionary<string, SortedSet<string>> names)
    {
        foreach (var item in classification?.Items ?? [])
        {
            foreach (var name in item.Aliases.Prepend(item.Name))
                Add(names, name, item.Code);
        }
    }

    private static void Add(Dictionary<string, SortedSet<string>> names, string name, string code)
    {
        var key = NameText.Normal(name);
        if (key.Length < 2)
            return;
        if (!names.TryGetValue(key, out var codes))
            names[key] = codes = new SortedSet<string>(StringComparer.Ordinal);
        codes.Add(code);
    }

    private static IReadOnlyCollection<string> Named(Dictionary<string, SortedSet<string>> names, string subject)
    {
        var name = NameText.Normal(subject);
        if (names.TryGetValue(name, out var codes))
            return codes;
        foreach (var ending in Endings)
        {
            if (name.EndsWith(ending, StringComparison.Ordinal) && names.TryGetValue(name[..^ending.Length], out codes))
                return codes;
        }

        return names.TryGetValue(name + "支出", out codes) ? codes
            : name.EndsWith("支出", StringComparison.Ordinal) && names.TryGetValue(name[..^2], out codes) ? codes
            : [];
    }
}
