using Microsoft.Extensions.DependencyInjection;
using Mingzhang.Cli;
using Mingzhang.Core.Compiling;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;
using Mingzhang.Data;
using Mingzhang.Data.Ledgers;
using Mingzhang.Documents.Json;
using Mingzhang.Documents.Publishing;
using Mingzhang.Storage.Audits;
using Mingzhang.Storage.Office;
using Mingzhang.Storage.Reviews;
using Mingzhang.Web.Workbench.Drafting;
using Mingzhang.Web.Workbench.Reviewing;

namespace Mingzhang.Web.Tests.Workbench;

/// <summary>Documents that an office uploads: the sample as published, or with a figure typed wrongly.</summary>
internal static class ReviewedDocuments
{
    /// <summary>A cell of the table that each budget has.</summary>
    public const string Table = "收支总表", Total = "支出/支出总计";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The sample as an office published it.</summary>
    /// <param name="office">The office.</param>
    /// <param name="format">xlsx, html, docx.</param>
    /// <param name="wrong">What is printed in place of the grand total of expenditure; null for what is right.</param>
    public static byte[] Sample(OfficeFixture office, string format, string? wrong = null)
    {
        var data = office.Services.GetRequiredService<DataFolder>();
        var ledger = LedgerLoader.Load(Path.Combine(Home.Find(), "samples", "hanyang-2023"), data.Catalogue).Ledger!;
        var document = Compiler.Compile(ledger, data.Editions.Find("wuhan-2023-budget")!, data.Catalogue, data.Outlines);
        if (wrong is not null)
            document = Misprinted(document, wrong);
        return Publishers.Find(format)!.Publish(document, new PublishContext([.. data.Editions.Editions]), Cancellation).Value!.Single(f => f.Name.EndsWith(format, StringComparison.Ordinal)).Content.ToArray();
    }

    /// <summary>The sample as an agency's data, in which every figure of the expenditure is the same.</summary>
    public static byte[] Level(OfficeFixture office, string agency, string figure)
    {
        var data = office.Services.GetRequiredService<DataFolder>();
        var ledger = LedgerLoader.Load(Path.Combine(Home.Find(), "samples", "hanyang-2023"), data.Catalogue).Ledger!;
        var document = Compiler.Compile(ledger, data.Editions.Find("wuhan-2023-budget")!, data.Catalogue, data.Outlines);
        using var memory = new MemoryStream();
        DisclosureJson.Write(memory, document with
        {
            Facts = document.Facts with { Agency = agency },
            Statements = [.. document.Statements.Select(s => s.Title != "支出总表" ? s : s with
            {
                Rows = [.. s.Rows.Select(r => r with { Cells = [.. r.Cells.Select(c => c.Figure is null ? c : c with { Text = figure, Figure = FigureText.Parse(figure) })] })],
            })],
        });
        return memory.ToArray();
    }

    /// <summary>Takes a draft through all steps and publishes it.</summary>
    public static async Task PublishAsync(OfficeFixture office, int department, int draft)
    {
        foreach (var (step, who) in new[]
        {
            ("送审", "clerk"), ("审核通过", "reviewer"), ("签发", "head"), ("下达控制数", "finance"), ("送审", "clerk"), ("审核通过", "reviewer"), ("签发", "head"), ("批复", "finance"),
        })
        {
            var now = (await office.Desk.Drafts.FindAsync(department, draft, Cancellation))!;
            Assert.Null(await office.Desk.Drafts.Versions.StepAsync(await office.ActorAsync(who), department, draft, now.Revision, step, new StepDetails("文号", new DateOnly(2023, 2, 1)), Cancellation));
        }

        var (info, records) = (await office.Desk.Drafts.LoadAsync(draft, Cancellation))!.Value;
        var settings = DraftWorks.Settings((await office.Desk.Register.DepartmentAsync(department, Cancellation))!, info);
        var ledger = LedgerSheets.Load(settings, [.. records.Select(r => new SheetRecord(r.Sheet, r.Cells))], office.Services.GetRequiredService<DataFolder>().Catalogue).Ledger!;
        var day = new DateOnly(2023, 2, 10);
        Assert.Null(await office.Desk.Drafts.Versions.PublishAsync(await office.ActorAsync("head"), department, draft, info.Revision, new PublishingSheet(0, 0, day, "文号", day, "甲", day, "乙", "https://example.invalid/", null), ledger, Cancellation));
    }

    /// <summary>Uploads a document and waits for what is found.</summary>
    public static async Task<ReviewInfo> UploadAsync(OfficeFixture office, int department, string name, byte[] content)
    {
        var id = await office.Desk.Reviews.AddAsync(await office.ActorAsync("clerk"), department, name, content, Cancellation);
        office.Services.GetRequiredService<ReviewQueue>().Ring();
        return await AuditedAsync(office, department, id);
    }

    /// <summary>Waits for what is found.</summary>
    public static async Task<ReviewInfo> AuditedAsync(OfficeFixture office, int department, int id)
    {
        for (var i = 0; i < 600; i++)
        {
            if (await office.Desk.Reviews.FindAsync(department, id, Cancellation) is { State: AuditState.Done or AuditState.Unreadable } done)
                return done;
            await Task.Delay(100, Cancellation);
        }

        throw new TimeoutException($"Document {id} was not audited.");
    }

    private static Disclosure Misprinted(Disclosure document, string wrong) => document with
    {
        Statements = [.. document.Statements.Select(s => s.Title != Table ? s : s with
        {
            Rows = [.. s.Rows.Select(r => r.Key != Total ? r : r with { Cells = [.. r.Cells.Select(c => c.Figure is null ? c : c with { Text = wrong, Figure = FigureText.Parse(wrong) })] })],
        })],
    };
}
