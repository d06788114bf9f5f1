using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Narrative;

namespace Mingzhang.Core.Auditing.Sentences;

/// <summary>A printed cell that an amount of the text means (文字所指的格).</summary>
/// <param name="Name">Table, row and column.</param>
/// <param name="RowName">Label of its row as printed.</param>
/// <param name="Cell">The cell.</param>
/// <param name="Amount">Its amount in 元.</param>
/// <param name="UnitName">Unit of its table.</param>
public sealed record LinkedCell(FigureName Name, string RowName, Cell Cell, Approximate Amount, string UnitName)
{
    /// <summary>The place in words: 《支出总表》合计行“基本支出”栏.</summary>
    public string Words => $"《{Name.Statement}》“{RowName}”行“{Name.Column.Text}”栏";
}

/// <summary>What an amount of the text means (对应关系).</summary>
/// <param name="Wording">The wording that matched.</param>
/// <param name="Cells">The cells it may be; empty when the document prints none of them.</param>
public sealed record WordingLink(Wording Wording, IReadOnlyList<LinkedCell> Cells);
