using Mingzhang.Core.Auditing;
using Mingzhang.Core.Auditing.Relations;

namespace Mingzhang.Cases.Tests;

/// <summary>Each formula of data/ has a case in which it holds and one in which it breaks, of the samples or of tests/Cases.</summary>
public class FormulaCaseTests
{
    // Formulas that no case reaches, each with the reason.
    private static readonly Dictionary<string, string> Unreached = new(StringComparer.Ordinal)
    {
    };

    // Relations between tables that no sample ledger meets, each with the reason.
    private static readonly Dictionary<string, string> UnmetBetweenTables = new(StringComparer.Ordinal)
    {
    };

    public static TheoryData<string> Met => [.. Ids.Where(id => CompiledCases.Of(id).Count > 0)];

    private static IEnumerable<string> Ids => Product.Formulas.Select(f => f.Id).Distinct(StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(Met))]
    public void A_formula_holds_in_the_samples_and_its_breach_is_found(string id)
    {
        var met = CompiledCases.Of(id);
        Assert.All(met.DistinctBy(m => m.Edition.Id), m =>
            Assert.True(m.Verdict is Verdict.Holds or Verdict.ExplainedByRounding, $"{id}：{m.Sample}（{m.Edition.Id}）{m.Verdict}"));
        Assert.All(met.DistinctBy(m => m.Document.Sources[m.Relation].Source), m =>
            Assert.Contains(Product.Audit(CompiledCases.Broken(m), m.Edition).Findings, f => f.Relations.Contains(id) && f.Severity != Severity.Hint));
    }

    [Fact]
    public void Each_formula_has_a_holding_and_a_breaking_case()
    {
        var cases = CaseFile.Names().SelectMany(n => CaseFile.Read(n).Outcomes).ToHashSet();
        var missing = Ids
            .Where(id => CompiledCases.Of(id).Count == 0 && !Unreached.ContainsKey(id))
            .Where(id => !(cases.Contains(new(id, "相符")) && cases.Contains(new(id, "不符"))));
        Assert.Equal([], missing);
    }

    [Fact]
    public void Each_relation_between_tables_guards_something_in_a_compiled_ledger() =>
        Assert.Equal(UnmetBetweenTables.Keys.Order(StringComparer.Ordinal), Product.Data.Rules.Where(r => r.Scope != Core.Auditing.Formulas.FormulaScope.Documents).Select(r => r.Id).Where(id => CompiledCases.Of(id).Count == 0).Order(StringComparer.Ordinal));

    [Fact]
    public void What_is_said_to_be_unreached_is_so() =>
        Assert.All(Unreached.Keys, id => Assert.True(Ids.Contains(id) && CompiledCases.Of(id).Count == 0));
}
