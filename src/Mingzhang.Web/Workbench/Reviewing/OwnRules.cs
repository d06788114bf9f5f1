using Mingzhang.Core.Auditing;
using Mingzhang.Core.Auditing.Formulas;
using Mingzhang.Core.Disclosures;
using Mingzhang.Data;
using Mingzhang.Data.Rules;
using Mingzhang.Storage.Reviews;

namespace Mingzhang.Web.Workbench.Reviewing;

/// <summary>What trying rules on a document gave (试用).</summary>
/// <param name="Rule">Id of the rule.</param>
/// <param name="Relations">How many relations it makes of the document.</param>
/// <param name="Broken">How many of them do not hold.</param>
internal sealed record TriedRule(string Rule, int Relations, int Broken);

/// <summary>Rules that a department keeps for itself (本单位规则), in the formula language of the product's own.</summary>
internal static class OwnRules
{
    /// <summary>What is wrong with a file among the others of its department; empty when nothing is.</summary>
    public static IReadOnlyList<FormulaMistake> Check(IReadOnlyList<OfficeRule> files, string name, DataFolder data)
    {
        var mistakes = new List<FormulaMistake>();
        // The file that is being written comes last: an id that is used twice is told of it.
        var formulas = RuleFolder.Parse(files.OrderBy(f => f.Name == name).Select(f => (f.Name, Lines(f.Content))), mistakes);
        mistakes.AddRange(FormulaCatalogue.CheckBetween(formulas, data.Editions.Editions));
        return [.. mistakes.Where(m => m.File == name).OrderBy(m => m.Line).ThenBy(m => m.Column)];
    }

    /// <summary>The formulas that are in use, and the files that do not fit the program any more.</summary>
    public static (IReadOnlyList<Formula> Formulas, IReadOnlyList<(string Rule, string Why)> Broken) Use(IReadOnlyList<OfficeRule> files, DataFolder data)
    {
        var used = files.Where(f => f.IsOn).ToList();
        var broken = new List<(string, string)>();
        foreach (var file in used.ToList())
        {
            if (Check(used, file.Name, data) is not [var first, ..])
                continue;
            broken.Add((file.Name, $"第 {first.Line} 行第 {first.Column} 列：{first.Message}（本单位的规则文件，整份没有使用）"));
            used.Remove(file);
        }

        return (RuleFolder.Parse(used.Select(f => (f.Name, Lines(f.Content))), []), broken);
    }

    /// <summary>The product's rules with those of a department, which replace what has the same id.</summary>
    public static IReadOnlyList<Formula> Joined(IReadOnlyList<Formula> own, DataFolder data) =>
        own.Count == 0 ? data.Rules : [.. data.Rules.Where(r => own.All(o => o.Id != r.Id)), .. own];

    /// <summary>What each rule of a text makes of a document.</summary>
    public static IReadOnlyList<TriedRule> Try(string text, Disclosure disclosure, DataFolder data)
    {
        var formulas = RuleFile.Parse(Lines(text), "", []);
        var document = AuditedDocument.Prepare(disclosure, [.. data.Editions.Editions], formulas);
        var outcome = document.System.Evaluate();
        var broken = outcome.Broken.ToHashSet();
        var relations = document.Sources.Select((s, i) => (s.Id, Index: i)).ToLookup(s => s.Id, s => s.Index, StringComparer.Ordinal);
        return [.. formulas.Select(f => new TriedRule(f.Id, relations[f.Id].Count(), relations[f.Id].Count(broken.Contains)))];
    }

    // A browser ends lines its own way.
    private static string Lines(string text) => text.ReplaceLineEndings("\n");
}
