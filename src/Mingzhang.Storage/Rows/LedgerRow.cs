namespace Mingzhang.Storage.Rows;

/// <summary>A ledger (台账): one agency, one year, with what a list of ledgers shows. All its settings and records lie in the other tables.</summary>
internal sealed class LedgerRow
{
    public int Id { get; set; }

    public required string Agency { get; set; }

    public required string ShortName { get; set; }

    public required int Year { get; set; }

    public string? BudgetEdition { get; set; }

    public string? FinalEdition { get; set; }

    /// <summary>Digest of everything the ledger holds: two ledgers with the same content have the same one, in any database.</summary>
    public required string Digest { get; set; }
}
