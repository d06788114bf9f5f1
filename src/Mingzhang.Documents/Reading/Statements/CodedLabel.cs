using Mingzhang.Core.Classifications;
using Mingzhang.Core.Editions;

namespace Mingzhang.Documents.Reading.Statements;

/// <summary>The code and name of a row of a classified table (科目编码与名称), as printed apart or together.</summary>
/// <param name="Code">Code; null when the row has none.</param>
/// <param name="Name">Name without spaces.</param>
internal readonly record struct CodedLabel(string? Code, string Name)
{
    /// <summary>Reads the texts of the leading cells: “2101501 | 行政运行”, “2101501 行政运行”, “210 | 15 | 01 | 行政运行”.</summary>
    public static CodedLabel Read(IReadOnlyList<string> leading)
    {
        var code = "";
        var name = "";
        foreach (var text in leading)
        {
            var compact = Labels.WithoutSpaces(text);
            // Headers of the parts of a code may stand in the row of the total.
            if (compact is "" or "类" or "款" or "项")
                continue;
            var digits = compact.TakeWhile(char.IsAsciiDigit).Count();
            if (name.Length == 0 && digits == compact.Length && code.Length + digits <= 7)
            {
                code += compact;
                continue;
            }

            if (name.Length == 0 && code.Length == 0 && digits is >= 3 and <= 7 && digits < compact.Length && char.IsWhiteSpace(text.Trim()[digits]))
            {
                code = compact[..digits];
                compact = compact[digits..];
            }

            name += compact;
        }

        return new CodedLabel(code.Length >= 3 ? code : null, code.Length is 1 or 2 ? code + name : name);
    }

    /// <summary>The whole code where documents print it without its last digits (210130 for 2101301), told by the name.</summary>
    public CodedLabel Completed(Classification? tree)
    {
        if (tree is null || Code is null || Code.Length is 3 or 5 or 7 || tree.Find(Code) is not null)
            return tree is null || Code is null || tree.Find(Code) is not null ? this : ByName(tree);
        return ByName(tree);
    }

    private CodedLabel ByName(Classification tree)
    {
        var (code, name) = (Code!, Name);
        var candidates = tree.Items.Where(i => i.Code.Length == code.Length + 1 && i.Code.StartsWith(code, StringComparison.Ordinal)).ToList();
        var named = candidates.Where(i => i.Name == name || i.Aliases.Contains(name)).ToList();
        if (named.Count == 0)
            named = [.. candidates.Where(i => name.Length >= 4 && (i.Name.StartsWith(name, StringComparison.Ordinal) || name.StartsWith(i.Name, StringComparison.Ordinal)))];
        return named.Count == 1 ? this with { Code = named[0].Code } : this;
    }
}
