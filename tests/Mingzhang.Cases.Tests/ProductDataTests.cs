namespace Mingzhang.Cases.Tests;

/// <summary>The product's own data is in order.</summary>
public class ProductDataTests
{
    // Tables without any calculation, each with the reason.
    private static readonly Dictionary<string, string> WithoutCalculation = new(StringComparer.Ordinal)
    {
    };

    [Fact]
    public void Editions_and_rules_load_without_a_mistake()
    {
        Assert.NotEmpty(Product.Data.Editions.Editions);
        Assert.NotEmpty(Product.Data.Calculations);
        Assert.NotEmpty(Product.Data.Rules);
    }

    [Fact]
    public void An_id_is_repeated_only_by_other_editions_of_the_same_table()
    {
        var meanings = Product.Data.Calculations.Concat(Product.Data.Rules).Select(f => (f.Id, Table: f.FormId ?? f.Source.Text)).Distinct();
        Assert.Empty(meanings.GroupBy(m => m.Id).Where(g => g.Count() > 1).Select(g => string.Join(" ≠ ", g)));
    }

    [Fact]
    public void An_id_says_which_kind_of_document_it_is_of() =>
        Assert.All(Product.Data.Editions.Editions.SelectMany(e => e.Forms.SelectMany(f => f.Calculations.Select(c => (e.Kind, c.Text)))), f =>
            Assert.StartsWith(f.Kind == Core.Disclosures.DisclosureKind.Budget ? "BG-" : "FA-", f.Text, StringComparison.Ordinal));

    [Fact]
    public void Every_form_has_a_calculation_or_a_reason_to_have_none()
    {
        var bare = Product.Data.Editions.Editions.SelectMany(e => e.Forms).Where(f => f.Calculations.Count == 0).Select(f => f.Id).Distinct(StringComparer.Ordinal);
        Assert.Equal(WithoutCalculation.Keys.Order(StringComparer.Ordinal), bare.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_editions_of_all_sample_ledgers_exist()
    {
        var named = Product.Samples.Values.SelectMany(s => new[] { s.Settings.BudgetEdition, s.Settings.FinalEdition }).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        Assert.True(named.Count >= 5);
        Assert.All(named, id => Assert.NotNull(Product.Data.Editions.Find(id)));
    }
}
