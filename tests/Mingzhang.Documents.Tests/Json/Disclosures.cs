using FsCheck;
using FsCheck.Fluent;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;

namespace Mingzhang.Documents.Tests.Json;

/// <summary>Made-up disclosures of every shape the model allows.</summary>
internal static class Disclosures
{
    private static readonly Gen<string> Words = Gen.Elements(
        "合计", "预算数", "预算数", "预算数#2", "a/b", "“三公”经费", "　全角空格", "𠮷野", "", "<&>\"\\", "换\n行\t列", "总分", "#1");

    private static readonly Gen<ColumnPath> Columns =
        from parts in Gen.NonEmptyListOf(Words)
        select new ColumnPath([.. parts.Take(3)]);

    private static readonly Gen<Figure> Figures =
        from fen in Gen.Choose(-2_000_000, 2_000_000)
        from decimals in Gen.Choose(0, 6)
        select new Figure(fen / 1_000_000m * Precision.Step(6 - decimals) * 1_000_000m, decimals);

    private static readonly Gen<Place> Places = Gen.OneOf(
        Gen.Constant(Place.Unknown),
        from line in Gen.Choose(1, 900) select new Place(Line: line),
        from page in Gen.Choose(1, 30) select new Place(Page: page),
        from page in Gen.Choose(1, 30)
        from left in Gen.Choose(0, 6000)
        select new Place(page, null, [left / 10.0, left / 7.0, left / 10.0 + 40, 322.4]));

    private static readonly Gen<Cell> Cells =
        from column in Columns
        from figure in Figures
        from words in Words
        from kind in Gen.Choose(0, 2)
        from sure in Gen.Elements(true, false)
        from at in Places
        select kind switch
        {
            0 => new Cell(column, figure.ToString(), figure, sure, at),
            1 => new Cell(column, words, null, sure, at),
            _ => new Cell(column, null, null, sure, at),
        };

    private static readonly Gen<Statement> Statements =
        from title in Words
        from number in Words.OrNull()
        from unit in Gen.Elements("万元", "元", null)
        from columns in Columns.ListOf()
        from cells in Cells.ListOf().ListOf()
        from level in Gen.Choose(0, 4)
        from note in Words.OrNull()
        from at in Places
        select new Statement(title, number, unit, columns, [.. cells.Select((c, i) => new StatementRow($"{2101301 + i}", title, level, c))], note, at);

    private static readonly Gen<KeyValuePair<string, string>> Fields =
        from label in Words
        from value in Words
        select new KeyValuePair<string, string>(label, value);

    private static readonly Gen<Indicator> Indicators =
        from goal in Words.OrNull()
        from level1 in Words.OrNull()
        from values in Fields.ListOf()
        from score in Figures
        from weight in Gen.Elements(10m, 0.50m, (decimal?)null)
        from at in Places
        select new Indicator(goal, level1, goal, level1, values, weight, score.Value, at);

    private static readonly Gen<PerformanceForm> Forms =
        from form in Words
        from project in Words.OrNull()
        from fields in Fields.ListOf()
        from indicators in Indicators.ListOf()
        select new PerformanceForm(form, project, fields, indicators);

    private static readonly Gen<Paragraph> Paragraphs =
        from section in Words
        from text in Words
        from at in Places
        from figures in Figures.ListOf()
        select new Paragraph(section, text, at, [.. figures.Select(f => new Claim(section, f.Value, "万元", text))]);

    private static readonly Gen<DocumentFacts> Facts =
        from kind in Gen.Elements(DisclosureKind.Budget, DisclosureKind.Final, (DisclosureKind?)null)
        from agency in Words.OrNull()
        from year in Gen.Elements(2022, 2025, (int?)null)
        from edition in Words.OrNull()
        from pages in Gen.Elements(30, (int?)null)
        select new DocumentFacts("x.pdf", kind, agency, year, edition, pages);

    /// <summary>Whole disclosures.</summary>
    public static Gen<Disclosure> All { get; } =
        from facts in Facts
        from statements in Statements.ListOf()
        from forms in Forms.ListOf()
        from paragraphs in Paragraphs.ListOf()
        select new Disclosure(facts, statements, forms, paragraphs);

    private static Gen<string?> OrNull(this Gen<string> gen) =>
        from word in gen
        from isThere in Gen.Elements(true, false)
        select isThere ? word : null;
}
