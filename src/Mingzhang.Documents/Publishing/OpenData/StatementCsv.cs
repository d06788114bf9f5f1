using Mingzhang.Core.Disclosures;

namespace Mingzhang.Documents.Publishing.OpenData;

/// <summary>One table as CSV (表的 CSV), the same file that open data holds.</summary>
public static class StatementCsv
{
    /// <summary>The file: UTF-8 with mark; key, name and level of each row, then its columns.</summary>
    public static byte[] Write(Statement statement) => new DataTable(statement, 1).Csv();
}
