using System.Text.RegularExpressions;
using Mingzhang.Core.Classifications;
using Mingzhang.Core.Editions;
using Mingzhang.Core.Editions.Matching;
using Mingzhang.Core.Figures;

namespace Mingzhang.Core.Auditing.Rules.Names;

/// <summary>The functional and economic codes of a document's tables with their names (文件使用的科目).</summary>
internal sealed partial class DocumentCodes
{
    private readonly Dictionary<string, List<PrintedName>> _names = new(StringComparer.Ordinal);

    /// <summary>Collects the codes of all tables.</summary>
    public DocumentCodes(RuleContext context)
    {
        var tables = new List<List<(string Code, PrintedName Printed)>>();
        foreach (var bound in context.Document.Figures.Statements)
        {
            var statement = bound.Statement;
            if (statement.IsScattered)
                continue;
            tables.Add([]);
            foreach (var each in bound.Rows)
            {
                var (row, role) = (each.Row, each.Role);
                // A unit code of three digits looks like a 类.
                if (role is RowRole.Node or RowRole.Record)
                    continue;
                var key = row.Key[(row.Key.LastIndexOf('/') + 1)..];
                var name = Labels.WithoutSpaces(row.Name);
                // A code at the beginning of a compound key names the row of a project, not the item.
                if (!Code().IsMatch(key) || name.Length < 2 || name.Any(char.IsAsciiDigit))
                    continue;
                tables[^1].Add((key, new PrintedName(name, statement.Title, row.Cells.Count > 0 ? row.Cells[0].At : statement.At)));
            }
        }

        foreach (var (code, printed) in tables.SelectMany(t => OverprintedNames.Without(t, Reference)))
        {
            if (!_names.TryGetValue(code, out var places))
                _names[code] = places = [];
            places.Add(printed);
        }

        string? Reference(string code, PrintedName but)
        {
            var tree = code[0] == '3' ? ClassificationCatalogue.Economic : ClassificationCatalogue.Function;
            return context.Catalogue.Newest(tree)?.Find(code)?.Name
                ?? tables.SelectMany(t => t).Where(r => r.Code == code && r.Printed.Statement != but.Statement).Select(r => r.Printed.Name).FirstOrDefault();
        }
    }

    /// <summary>All codes.</summary>
    public IEnumerable<string> Codes => _names.Keys;

    /// <summary>The functional 项 (7 digits) printed in tables.</summary>
    public IEnumerable<string> Items => _names.Keys.Where(c => c.Length == 7).Order(StringComparer.Ordinal);

    /// <summary>The name most tables print for a code; null when none does.</summary>
    public string? Name(string code) => _names.TryGetValue(code, out var places) ? places.CountBy(p => p.Name).MaxBy(c => c.Value).Key : null;

    /// <summary>Every printing of a code's name.</summary>
    public IReadOnlyList<PrintedName> Printed(string code) => _names.GetValueOrDefault(code) ?? [];

    /// <summary>Whether a printed name is one that a code bears here, in the classification, or bore before.</summary>
    public bool IsNamed(string code, string name, Classification? tree)
    {
        if (Printed(code).Any(p => Same(p.Name, name)))
            return true;
        return tree?.Find(code) is { } item && item.Aliases.Prepend(item.Name).Any(n => Same(n, name));
    }

    /// <summary>Whether two printed names of a code say the same: brackets, spaces and a cut-off end do not matter.</summary>
    public static bool Same(string left, string right)
    {
        var (a, b) = (Plain(left), Plain(right));
        return a == b || (a.Length >= 6 && b.StartsWith(a, StringComparison.Ordinal)) || (b.Length >= 6 && a.StartsWith(b, StringComparison.Ordinal));
    }

    /// <summary>Whether two printed names of a code are the same to the last character, but for brackets, spaces and 支出 at the end.</summary>
    public static bool Exactly(string left, string right) => Plain(left) == Plain(right);

    /// <summary>Whether a name breaks off before another one ends.</summary>
    public static bool BreaksOff(string name, string whole) => Plain(whole).Length > Plain(name).Length && Plain(whole).StartsWith(Plain(name), StringComparison.Ordinal);

    /// <summary>A name of a code reduced to what tells it apart: 一般公共服务 and 一般公共服务支出 are one 类.</summary>
    public static string Plain(string name)
    {
        var plain = PrintedWords.PlainBrackets(Labels.WithoutSpaces(name));
        return plain.EndsWith("支出", StringComparison.Ordinal) && plain.Length > 4 ? plain[..^2] : plain;
    }

    [GeneratedRegex("^(2[0-9]{2}([0-9]{2}){0,2}|3[0-9]{2}([0-9]{2})?)$")]
    private static partial Regex Code();
}

/// <summary>One printing of the name of a code (科目名称的一处印刷).</summary>
/// <param name="Name">The name, without spaces.</param>
/// <param name="Statement">The table.</param>
/// <param name="At">Where it is printed.</param>
internal sealed record PrintedName(string Name, string Statement, Place At);
