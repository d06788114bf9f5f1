using Mingzhang.Documents.Publishing.Html;
using Mingzhang.Documents.Publishing.Layout;

namespace Mingzhang.Web.Workbench.Drafting;

/// <summary>Figures of a draft lead nowhere yet: it has no public address (编制稿无链接).</summary>
internal sealed class NoLinks : IFigureLinks
{
    public string? OfCell(int table, PrintedColumn column, PrintedCell cell) => null;

    public IEnumerable<TextLink> OfText(int paragraph) => [];
}
