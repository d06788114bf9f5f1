using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Mingzhang.Core.Disclosures;
using Mingzhang.Documents.Publishing.Layout;
using Mingzhang.Documents.Reading;
using Mingzhang.Documents.Reading.Packages;

namespace Mingzhang.Documents.Publishing.Word;

/// <summary>Publishes a disclosure as a Word document (DOCX) with the page and type of GB/T 9704.</summary>
public sealed class WordPublisher : IPublisher
{
    /// <inheritdoc/>
    public string Format => "docx";

    /// <inheritdoc/>
    public ReadResult<IReadOnlyList<PublishedFile>> Publish(Disclosure disclosure, PublishContext context, CancellationToken cancellation)
    {
        var layout = DocumentLayout.Of(disclosure, context.Editions);
        var plan = PagePlan.Of(layout);
        var content = Write(layout, plan);
        if (context.FindsPages && OfficePages.Find(content, cancellation) is { } found && found.Count == plan.Pages.Count && !found.SequenceEqual(plan.Pages))
            content = Write(layout, plan with { Pages = found });
        return ReadResult<IReadOnlyList<PublishedFile>>.Of([new PublishedFile(layout.FileName + ".docx", content)]);
    }

    private static byte[] Write(PrintedDocument layout, PagePlan plan)
    {
        using var memory = new MemoryStream();
        using (var package = WordprocessingDocument.Create(memory, WordprocessingDocumentType.Document))
            Write(package, layout, plan);
        return memory.ToArray();
    }

    private static void Write(WordprocessingDocument package, PrintedDocument layout, PagePlan plan)
    {
        var main = package.AddMainDocumentPart();
        var references = Frame(main, layout.Gaps.Count == 0 ? layout.FullTitle : $"{layout.FullTitle}（草稿，还有 {layout.Gaps.Count} 处待填）");
        var charts = layout.Blocks.OfType<ChartBlock>().Select(b => WordCharts.Add(main, b.Chart)).ToList();
        using (var xml = new WordXml(main, "document"))
            new WordBody(xml, layout, references, charts).Write(plan);
        Properties(package, layout);
    }

    /// <summary>Styles, settings, fonts, headers and footers of a document.</summary>
    /// <param name="main">Its main part.</param>
    /// <param name="heading">What stands at the head of each page; null for nothing.</param>
    /// <returns>The references of its sections.</returns>
    internal static IReadOnlyList<(string Element, string Type, string Relation)> Frame(MainDocumentPart main, string? heading)
    {
        WordStyles.Write(main.AddNewPart<StyleDefinitionsPart>());
        Settings(main.AddNewPart<DocumentSettingsPart>());
        Fonts(main.AddNewPart<FontTablePart>());
        var references = new List<(string, string, string)>();
        if (heading is not null)
        {
            var header = main.AddNewPart<HeaderPart>();
            using (var xml = new WordXml(header, "hdr"))
                xml.Paragraph(WordStyles.PageHeader, heading);
            references.AddRange([("headerReference", "even", main.GetIdOfPart(header)), ("headerReference", "default", main.GetIdOfPart(header))]);
        }

        // 单页码居右，双页码居左.
        foreach (var (type, style) in (ReadOnlySpan<(string, string)>)[("even", WordStyles.FooterEven), ("default", WordStyles.FooterOdd)])
        {
            var footer = main.AddNewPart<FooterPart>();
            using (var xml = new WordXml(footer, "ftr"))
            {
                xml.OpenParagraph(style);
                xml.Run("— ");
                xml.Field("PAGE", "1");
                xml.Run(" —");
                xml.Close();
            }

            references.Add(("footerReference", type, main.GetIdOfPart(footer)));
        }

        return references;
    }

    private static void Settings(DocumentSettingsPart part)
    {
        using var xml = new WordXml(part, "settings");
        xml.Flag("evenAndOddHeaders");
        xml.Value("characterSpacingControl", "compressPunctuation");
        xml.Open("compat");
        foreach (var (name, value) in (ReadOnlySpan<(string, string)>)[("compatibilityMode", "15"), ("useWord2013TrackBottomHyphenation", "0")])
        {
            xml.Open("compatSetting");
            xml.Attribute("name", name);
            xml.Attribute("uri", "http://schemas.microsoft.com/office/word");
            xml.Attribute("val", value);
            xml.Close();
        }

        xml.Close();
        xml.Open("themeFontLang");
        xml.Attribute("val", "en-US");
        xml.Attribute("eastAsia", "zh-CN");
        xml.Close();
    }

    // Where the official font is missing the next of its kind takes its place, a free one last.
    private static void Fonts(FontTablePart part)
    {
        using var xml = new WordXml(part, "fonts");
        foreach (var (font, others, family) in (ReadOnlySpan<(string, string, string)>)
        [
            ("仿宋_GB2312", "仿宋,FangSong,Noto Serif CJK SC", "modern"),
            ("楷体_GB2312", "楷体,KaiTi,Noto Serif CJK SC", "modern"),
            ("方正小标宋简体", "小标宋,华文中宋,宋体,Noto Serif CJK SC", "roman"),
            ("黑体", "SimHei,Noto Sans CJK SC", "swiss"),
            ("宋体", "SimSun,Noto Serif CJK SC", "roman"),
            ("Times New Roman", "Liberation Serif", "roman"),
        ])
        {
            xml.Open("font");
            xml.Attribute("name", font);
            xml.Value("altName", others);
            xml.Value("charset", font[0] < 0x80 ? "00" : "86");
            xml.Value("family", family);
            xml.Value("pitch", "default");
            xml.Close();
        }
    }

    private static void Properties(WordprocessingDocument package, PrintedDocument layout)
    {
        var properties = package.PackageProperties;
        properties.Title = layout.FullTitle;
        properties.Language = "zh-CN";
        properties.Creator = layout.Facts.Agency ?? "";
        properties.Subject = layout.Title;
        properties.Keywords = PackageEdition.Keyword(layout.Facts.Edition);
        package.AddExtendedFilePropertiesPart().Properties = new DocumentFormat.OpenXml.ExtendedProperties.Properties(
            new DocumentFormat.OpenXml.ExtendedProperties.Application("明账"),
            new DocumentFormat.OpenXml.ExtendedProperties.Company(layout.Facts.Agency ?? ""));
    }
}
