using Mingzhang.Core.Classifications;

namespace Mingzhang.Core.Auditing.Rules.Names;

/// <summary>科目名称与编码相符：各表同一科目编码的名称相同，并与当年《政府收支分类科目》一致。</summary>
public sealed class CodeNames : IDisclosureRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("FM-0521", "同一科目编码在各表名称相同，并与当年政府收支分类科目一致", "当年《政府收支分类科目》");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        var codes = new DocumentCodes(context);
        foreach (var code in codes.Codes)
        {
            var tree = code[0] == '3' ? ClassificationCatalogue.Economic : ClassificationCatalogue.Function;
            var year = context.Disclosure.Facts.Year;
            var official = (year is { } y ? context.Catalogue.Find(tree, y) : null)?.Find(code) ?? context.Catalogue.Newest(tree)?.Find(code);
            var printed = codes.Printed(code);
            bool Official(string name) => official is null || DocumentCodes.Same(name, official.Name) || official.Aliases.Any(a => DocumentCodes.Same(name, a));
            var names = printed.CountBy(p => p.Name).OrderByDescending(n => n.Value).ToList();
            foreach (var (name, count) in names)
            {
                var other = names.FirstOrDefault(n => n.Key != name && !DocumentCodes.Same(n.Key, name));
                var place = printed.First(p => p.Name == name);
                var differs = other.Key is not null && (other.Value > count || (official is not null && Official(other.Key) && !Official(name)));
                if (Official(name) && !(official is null && differs))
                    continue;
                // A name that all tables print alike may be the one the finance bureau uses.
                var message = $"科目{code}的名称此处是“{name}”，{(differs ? $"别处是“{other.Key}”" : $"政府收支分类科目是“{official!.Name}”")}。";
                yield return (differs && official is not null ? this.Error(FindingKind.Name, message) : this.Warning(FindingKind.Name, message)) with
                {
                    Statement = place.Statement,
                    Row = code,
                    Quote = $"{code} {name}",
                    Printed = name,
                    Expected = official?.Name ?? other.Key,
                    At = place.At,
                };
            }
        }
    }
}
