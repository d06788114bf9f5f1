using System.Text;
using System.Text.Json;
using Mingzhang.Core.Auditing;
using Mingzhang.Core.Auditing.Localisation;
using Mingzhang.Core.Auditing.Mutation;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;
using Mingzhang.Documents.Json;

namespace Mingzhang.Documents.Tests.Json;

public class FindingsJsonTests
{
    private static readonly DocumentFacts Facts = new("x.txt", DisclosureKind.Final, "某局", 2024, null, null);

    [Fact]
    public void A_report_has_the_shape_of_the_contract()
    {
        var finding = new Finding
        {
            Rule = "BG-0203",
            Severity = Severity.Error,
            Kind = FindingKind.Sum,
            Statement = "收入总表",
            Row = "056",
            Column = new ColumnPath("合计"),
            At = new Place(Line: 214),
            Quote = "某局 7515.1",
            Printed = "7515.1",
            Expected = "7515.18",
            Message = "应为 7515.18",
            Arithmetic = "7475.18 + 40.00 = 7515.18",
            Correction = new SuggestedCorrection("7515.18", true),
            Relations = ["BG-0203", "BG-0101"],
            Alternatives = [new FindingAlternative("收入总表", "057", new ColumnPath("本年", "小计"), "", null)],
        };
        var report = new AuditReport(Facts, [finding], 412, 398, [new FigureName("表", "行", new ColumnPath("栏"))], [("BG-1", "看不清")], []);

        Assert.Equal(
            """
            {"document":{"file":"x.txt","kind":"final","agency":"某局","year":2024,"edition":null,"pages":null},
            "findings":[{"rule":"BG-0203","severity":"error","kind":"sum","statement":"收入总表","section":null,"row":"056","column":["合计"],
            "at":{"page":null,"line":214},"quote":"某局 7515.1","printed":"7515.1","expected":"7515.18","message":"应为 7515.18","basis":null,
            "arithmetic":"7475.18 + 40.00 = 7515.18","correction":{"text":"7515.18","sure":true},"relations":["BG-0203","BG-0101"],
            "alternatives":[{"statement":"收入总表","row":"057","column":["本年","小计"],"printed":"","expected":null}]}],
            "coverage":{"figures":412,"guarded":398,"unguarded":[{"statement":"表","row":"行","column":["栏"]}]},
            "notReadable":[{"rule":"BG-1","why":"看不清"}],"failedRules":[]}
            """.ReplaceLineEndings(""),
            Text(json => FindingsJson.Write(json, report)));
    }

    [Fact]
    public void Severities_and_kinds_are_spelt_as_in_the_contract()
    {
        Assert.Equal("error|warning|hint", string.Join('|', Enum.GetValues<Severity>().Select(FindingsJson.Word)));
        Assert.Equal(
            "sum|cross-table|text-vs-table|percentage|change|unit|column|code|name|year|missing|duplicate|logic|score|placeholder|other",
            string.Join('|', Enum.GetValues<FindingKind>().Select(FindingsJson.Word)));
    }

    [Fact]
    public void An_unreadable_document_is_an_entry_of_its_own() =>
        Assert.Equal("{\"document\":{\"file\":\"a.pdf\"},\"unreadable\":\"文件已损坏\"}", Text(json => JsonFormat.WriteUnreadable(json, "a.pdf", "文件已损坏")));

    [Fact]
    public void A_mutation_report_has_the_shape_of_the_contract()
    {
        var counts = new Dictionary<SlipKind, KindCount> { [SlipKind.Digit] = new(120, 119, 118, 117, 116, 115) };
        var missed = new MissedFigure(new FigureName("表", "行", new ColumnPath("栏")), "12.30", "12.80", MissReason.WithinRounding);
        var audit = new MutationAuditReport(new MutationReport(500, 480, 470, 10, 469, 466, 450, 448, counts, []), [missed]);

        Assert.Equal(
            """
            {"mutations":500,"guarded":480,"detectable":470,"withinRounding":10,"caught":469,"localised":466,"identifiable":450,"corrected":448,
            "byKind":{"digit":{"mutations":120,"detectable":119,"caught":118,"localised":117,"identifiable":116,"corrected":115}},
            "missed":[{"statement":"表","row":"行","column":["栏"],"from":"12.30","to":"12.80","reason":"within-rounding"}]}
            """.ReplaceLineEndings(""),
            Text(json => MutationJson.Write(json, audit)));
    }

    private static string Text(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = JsonFormat.Writer(stream))
            write(json);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
