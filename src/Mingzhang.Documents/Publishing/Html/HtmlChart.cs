using System.Globalization;
using Mingzhang.Core.Figures;
using Mingzhang.Documents.Publishing.Layout;

namespace Mingzhang.Documents.Publishing.Html;

/// <summary>Draws a chart as bars (图): shares and amounts side by side are compared by length, on paper without colour too. Its data stands in it as a table.</summary>
internal static class HtmlChart
{
    private const int BarWidth = 1000;
    private const int ShareDecimals = 2;

    public static void Write(HtmlText html, PrintedChart chart)
    {
        // An aside repeats what tables say; whoever reads the page back passes over it.
        html.Raw("<aside class=\"chart\">\n<table>\n<caption>").Text(chart.Caption).Raw("</caption>\n<thead><tr><th scope=\"col\">项目</th>");
        if (chart.Series.Count > 1)
            html.Raw("<th scope=\"col\">类别</th>");
        html.Raw(chart.Kind == ChartKind.Pie ? "<th scope=\"col\">金额</th><th scope=\"col\">占比</th>" : "<th scope=\"col\">金额</th>").Raw("<td></td></tr></thead>\n<tbody>\n");
        var most = chart.Series.SelectMany(s => s.Values).Append(0m).Max();
        for (var c = 0; c < chart.Categories.Count; c++)
        {
            for (var s = 0; s < chart.Series.Count; s++)
                Row(html, chart, c, s, most);
        }

        html.Raw("</tbody>\n</table>\n</aside>\n");
    }

    private static void Row(HtmlText html, PrintedChart chart, int category, int series, decimal most)
    {
        var value = chart.Series[series].Values[category];
        html.Raw("<tr>");
        if (series == 0)
            html.Raw("<th scope=\"row\" rowspan=\"").Number(chart.Series.Count).Raw("\">").Text(chart.Categories[category]).Raw("</th>");
        if (chart.Series.Count > 1)
            html.Raw("<td class=\"words\">").Text(chart.Series[series].Name).Raw("</td>");
        html.Raw("<td>").Text(FigureText.Format(value, Math.Max(ShareDecimals, (int)value.Scale), thousands: true)).Raw("</td>");
        if (chart.Kind == ChartKind.Pie)
        {
            var sum = chart.Series[series].Values.Sum();
            html.Raw("<td>").Text(sum == 0 ? "" : FigureText.Format(value / sum * 100, ShareDecimals) + "%").Raw("</td>");
        }

        var length = most <= 0 || value <= 0 ? 0 : Math.Max(1, (int)(value / most * BarWidth));
        html.Raw("<td class=\"bar\"><svg viewBox=\"0 0 1000 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><rect class=\"s").Number((series % 2) + 1)
            .Raw("\" width=\"").Raw(length.ToString(CultureInfo.InvariantCulture)).Raw("\" height=\"10\"/></svg></td></tr>\n");
    }
}
