using Mingzhang.Core.Auditing;
using Mingzhang.Core.Auditing.Relations;
using Mingzhang.Core.Disclosures;
using Mingzhang.Documents.Reading;

namespace Mingzhang.Cases.Tests;

/// <summary>Every folder of tests/Cases: the document is read and audited, and gives what its case expects.</summary>
public class CaseTests
{
    private static readonly Verdict[] ByGravity = [Verdict.Broken, Verdict.NotReadable, Verdict.OffByLastPlace, Verdict.ExplainedByRounding, Verdict.Holds];

    public static TheoryData<string> All => [.. CaseFile.Names()];

    [Theory]
    [MemberData(nameof(All))]
    public void A_case_gives_what_it_expects(string name) => Check(CaseFile.Read(name));

    internal static void Check(CaseFile audited)
    {
        var document = ReadDocument(audited);
        var outcomes = audited.Outcomes.Select(e => new ExpectedOutcome(e.Rule, OutcomeOf(audited, document, e.Rule)));
        Assert.Equal(audited.Outcomes, outcomes);
        if (audited.Findings is { } expected)
            Assert.Equal(expected.Order(StringComparer.Ordinal), FindingsOf(audited, document).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_case_stands_in_the_folder_of_its_rule(string name)
    {
        var folder = name.Split('/');
        Assert.Equal(2, folder.Length);
        Assert.Contains(CaseFile.Read(name).Outcomes, o => o.Rule == folder[0]);
        Assert.True(IsFormula(folder[0]), $"没有编号 {folder[0]} 的公式。");
    }

    private static Disclosure ReadDocument(CaseFile audited)
    {
        var edition = Product.Data.Editions.Find(audited.Edition);
        Assert.NotNull(edition);
        var read = DisclosureReader.Read("案例.txt", audited.Document, [edition], Product.Data.Catalogue);
        Assert.True(read.IsRead, audited.Name);
        Assert.NotEmpty(read.Value.Statements);
        return read.Value with { Facts = read.Value.Facts with { Edition = edition.Id, Kind = edition.Kind, Year = audited.Year ?? read.Value.Facts.Year } };
    }

    private static string OutcomeOf(CaseFile audited, Disclosure document, string rule)
    {
        var prepared = AuditedDocument.Prepare(document, [Product.Data.Editions.Find(audited.Edition)!], Product.Data.Rules);
        var evaluation = prepared.System.Evaluate();
        var verdicts = Enumerable.Range(0, prepared.Sources.Count).Where(r => prepared.Sources[r].Id == rule).Select(r => evaluation[r]).ToHashSet();
        return verdicts.Count == 0 ? "不适用" : Word(ByGravity.First(verdicts.Contains));
    }

    private static bool IsFormula(string rule) => rule == "TY-0001" || Product.Formulas.Any(f => f.Id == rule);

    private static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Holds => "相符",
        Verdict.ExplainedByRounding => "四舍五入差异",
        Verdict.OffByLastPlace => "末位差一",
        Verdict.NotReadable => "无法判断",
        _ => "不符",
    };

    // Errors and warnings of formulas as a case writes them: 错误 表[行].栏 印为 12.30，应为 12.80.
    // Rules of wording, names and missing tables have nothing to say about the piece of a document that a case is.
    private static IEnumerable<string> FindingsOf(CaseFile audited, Disclosure document) =>
        Product.Audit(document, Product.Data.Editions.Find(audited.Edition)!).Findings.Where(f => f.Severity != Severity.Hint && IsFormula(f.Rule)).Select(f =>
            $"{(f.Severity == Severity.Error ? "错误" : "疑点")} {f.Statement}[{f.Row}].{f.Column} "
            + (f.Printed is null ? "空白" : $"印为 {f.Printed}") + (f.Expected is null ? "" : $"，应为 {f.Expected}"));
}
