using System.Globalization;
using Mingzhang.Core.Auditing;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;
using Mingzhang.Documents.Publishing.Html;

namespace Mingzhang.Documents.Reporting;

/// <summary>
/// Audit reports as one web page that needs nothing else (审核报告网页): findings by place, each figure marked in its table,
/// the arithmetic beside it, and the page as printed where the document is a PDF.
/// </summary>
public static class HtmlReport
{
    /// <summary>Most pages that are shown as pictures: each takes some hundred KB.</summary>
    private const int MostPictures = 60;

    /// <summary>Writes the report of one document.</summary>
    /// <param name="file">The document with its findings.</param>
    /// <param name="withHints">Whether differences that rounding explains are shown, too.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static string Write(AuditedFile file, bool withHints, CancellationToken cancellation)
    {
        var findings = file.Shown(withHints);
        var marks = findings.Select((f, i) => new MarkedFinding(i + 1, f, file.PlaceOf(f))).ToList();
        var pages = marks.Select(m => m.At.Page).OfType<int>().Distinct().Order().Take(MostPictures).ToList();
        var images = PageImages.Of(file.Content, pages, cancellation);
        var html = new HtmlText();
        Head(html, file, marks);
        // Tables come before the text, each group in the order of the document.
        foreach (var place in marks.GroupBy(m => (m.Finding.Statement, m.Finding.Section)).OrderBy(g => g.Key.Statement is null))
        {
            html.Raw("<section><h2>").Text(place.Key.Statement is { } table ? $"《{table}》" : place.Key.Section ?? "全文").Raw("</h2>\n");
            foreach (var mark in place)
                Card(html, mark, [.. images.Keys], file.StateOf(mark.Finding));
            if (file.Disclosure.Statements.FirstOrDefault(s => s.Title == place.Key.Statement) is { } statement)
                ReportTable.Write(html, statement, [.. place]);
            html.Raw("</section>\n");
        }

        Pages(html, images, marks);
        Rest(html, file);
        return html.Raw("</main></body></html>\n").ToString();
    }

    private static void Head(HtmlText html, AuditedFile file, List<MarkedFinding> marks)
    {
        var facts = file.Report.Facts;
        var kind = facts.Kind switch { DisclosureKind.Budget => "预算", DisclosureKind.Final => "决算", _ => "（种类不明）" };
        var title = $"{facts.Agency ?? "单位名称不明"} {(facts.Year is { } year ? year.ToString(CultureInfo.InvariantCulture) + " 年" : "年度不明")}{kind} 审核报告";
        html.Raw("<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>").Text(title).Raw("</title><style>").Raw(ReportStyle.Css).Raw("</style></head><body><main>\n<h1>").Text(title).Raw("</h1>\n");
        html.Raw("<p class=\"facts\">").Text($"文件：{Path.GetFileName(facts.File ?? "")}　表样：{facts.Edition ?? "不明"}").Raw("</p>\n<p class=\"counts\">");
        foreach (var severity in (Severity[])[Severity.Error, Severity.Warning, Severity.Hint])
        {
            var count = marks.Count(m => m.Finding.Severity == severity);
            if (severity != Severity.Hint || count > 0)
                html.Raw($"<span class=\"{Class(severity)}\">").Text($"{FindingText.Word(severity)} {count}").Raw("</span> ");
        }

        html.Text($"共 {file.Report.Figures} 个数，其中 {file.Report.Guarded} 个有勾稽关系可核对").Raw("</p>\n");
        if (marks.Count == 0)
            html.Raw("<p>").Text(file.Report.Figures == 0 ? "没有读出任何数，无从核对。" : "没有发现问题。").Raw("</p>\n");
        foreach (var part in file.Report.NotRead)
            html.Raw("<p class=\"notread\">").Text("未读取：" + part).Raw("</p>\n");
    }

    private static void Card(HtmlText html, MarkedFinding mark, IReadOnlyCollection<int> pictures, string? state)
    {
        var finding = mark.Finding;
        html.Raw($"<article id=\"f{mark.Number}\" class=\"{Class(finding.Severity)}\"><h3><span class=\"number\">{mark.Number}</span> ")
            .Text($"{FindingText.Word(finding.Severity)}　{FindingText.Place(finding, mark.At)}").Raw("</h3>\n<p>").Text(finding.Message).Raw("</p>\n<dl>");
        Part("原文", finding.Quote);
        Part("算式", finding.Arithmetic);
        Part("印出", finding.Printed);
        Part("应为", finding.Expected);
        foreach (var other in finding.Alternatives)
            Part("也可能是", $"《{other.Statement}》行“{other.Row}”栏“{other.Column}”：{other.Printed}{(other.Expected is null ? "" : $" 应为 {other.Expected}")}");
        Part("依据", finding.Basis);
        Part("处理", state);
        Part("规则", finding.Relations.Count > 1 ? string.Join('、', finding.Relations) : finding.Rule);
        html.Raw("</dl>");
        if (mark.At.Page is { } page && pictures.Contains(page))
            html.Raw($"<p><a href=\"#p{page}\">").Text($"看第{page}页").Raw("</a></p>");
        html.Raw("</article>\n");

        void Part(string label, string? text)
        {
            if (!string.IsNullOrWhiteSpace(text))
                html.Raw("<dt>").Text(label).Raw("</dt><dd>").Text(text).Raw("</dd>");
        }
    }

    private static void Pages(HtmlText html, IReadOnlyDictionary<int, PageImage> images, List<MarkedFinding> marks)
    {
        if (images.Count == 0)
            return;
        html.Raw("<section class=\"pages\"><h2>原页</h2>\n");
        foreach (var (number, image) in images.OrderBy(p => p.Key))
        {
            html.Raw($"<figure id=\"p{number}\"><figcaption>").Text($"第{number}页").Raw("</figcaption><div class=\"page\"><img alt=\"").Text($"第{number}页").Raw("\" src=\"data:image/png;base64,").Raw(Convert.ToBase64String(image.Png)).Raw("\">");
            foreach (var mark in marks.Where(m => m.At.Page == number && m.At.Box is { Count: 4 }))
            {
                var box = mark.At.Box!;
                html.Raw($"<a class=\"box {Class(mark.Finding.Severity)}\" href=\"#f{mark.Number}\" title=\"").Text(mark.Finding.Message).Raw("\" style=\"")
                    .Raw(FormattableString.Invariant($"left:{100 * box[0] / image.Width:F2}%;top:{100 * box[1] / image.Height:F2}%;width:{100 * (box[2] - box[0]) / image.Width:F2}%;height:{100 * (box[3] - box[1]) / image.Height:F2}%"))
                    .Raw($"\"><span>{mark.Number}</span></a>");
            }

            html.Raw("</div></figure>\n");
        }

        html.Raw("</section>\n");
    }

    private static void Rest(HtmlText html, AuditedFile file)
    {
        var report = file.Report;
        html.Raw("<section><h2>核对范围</h2>\n");
        if (report.Unguarded.Count > 0)
        {
            html.Raw("<details><summary>").Text($"没有勾稽关系可核对的数（{report.Unguarded.Count} 个）").Raw("</summary><ul>");
            foreach (var name in report.Unguarded)
                html.Raw("<li>").Text($"《{name.Statement}》行“{name.Row}”栏“{name.Column}”").Raw("</li>");
            html.Raw("</ul></details>\n");
        }

        Rules("因数看不清而没有核对的关系", report.NotReadable);
        Rules("没有运行成的规则（明账的缺陷，与文件无关）", report.FailedRules);
        html.Raw("</section>\n");

        void Rules(string title, IReadOnlyList<(string Rule, string Why)> rules)
        {
            if (rules.Count == 0)
                return;
            html.Raw("<details><summary>").Text($"{title}（{rules.Count} 条）").Raw("</summary><ul>");
            foreach (var (rule, why) in rules)
                html.Raw("<li>").Text($"{rule}：{why}").Raw("</li>");
            html.Raw("</ul></details>\n");
        }
    }

    /// <summary>Class of a severity in the style of the report.</summary>
    internal static string Class(Severity severity) => severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "hint" };
}

/// <summary>A finding with the number by which the report refers to it.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Finding">The finding.</param>
/// <param name="At">Where it stands.</param>
internal sealed record MarkedFinding(int Number, Finding Finding, Place At);
