namespace Mingzhang.Storage;

/// <summary>What the database says of a ledger without reading it (台账目录的一项).</summary>
/// <param name="Id">Its number in this database.</param>
/// <param name="Agency">Full name of the agency.</param>
/// <param name="ShortName">Name used in titles.</param>
/// <param name="Year">年度.</param>
/// <param name="BudgetEdition">Edition of its budget; null when it holds none.</param>
/// <param name="FinalEdition">Edition of its final accounts; null when it holds none.</param>
/// <param name="Digest">Digest of its content: the same content has the same one in any database.</param>
public sealed record StoredLedger(int Id, string Agency, string ShortName, int Year, string? BudgetEdition, string? FinalEdition, string Digest);

/// <summary>What an import did (导入结果).</summary>
public enum ImportOutcome
{
    /// <summary>The database had no ledger of this agency and year.</summary>
    Added,

    /// <summary>It had one, which is replaced as a whole.</summary>
    Replaced,

    /// <summary>It had the same one.</summary>
    Unchanged,
}

/// <summary>A database that was opened, or in Chinese why it was not and what to do.</summary>
/// <param name="Store">The database; null when it cannot be used, in which case nothing was changed in it.</param>
/// <param name="Problem">Why not.</param>
/// <param name="IsNew">Whether it was made just now.</param>
public sealed record StoreOpening(Store? Store, string? Problem, bool IsNew);
