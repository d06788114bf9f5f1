using Mingzhang.Core.Compiling.Narrative;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Execution.Closing;
using Mingzhang.Core.Ledgers;
using Mingzhang.Core.Ledgers.Records;
using Mingzhang.Data;
using Mingzhang.Data.Ledgers;
using Mingzhang.Storage;
using Mingzhang.Storage.Execution;
using Mingzhang.Storage.Office;
using Mingzhang.Web.Library;
using Mingzhang.Web.Workbench.Drafting;

namespace Mingzhang.Web.Workbench.Execution;

/// <summary>What the office's records give for final accounts beside the books (决算的其他记录).</summary>
/// <param name="Procurements">政府采购 by the payments; null where no payment says that it was one.</param>
/// <param name="Assets">Year-end assets by the register; null where there is none.</param>
/// <param name="Comparatives">上年数.</param>
/// <param name="Notes">Where each comes from, in Chinese.</param>
internal sealed record FinalRecords(
    IReadOnlyList<ProcurementLine>? Procurements, (IReadOnlyList<VehicleCount> Vehicles, IReadOnlyList<AssetCount> Assets)? Assets, IReadOnlyList<Comparative> Comparatives, IReadOnlyList<string> Notes);

/// <summary>Gathers them: procurement from payments, assets from the register 资产台账, last year's figures from last year's final accounts.</summary>
internal sealed class FinalSources(OfficeDesk desk, Store store, DraftWorks works, DataFolder data)
{
    /// <summary>Name of the register that assets are taken from.</summary>
    public const string AssetRegister = "资产台账";

    private static readonly string[] AssetFields = ["类别", "数量", "单价", "取得日期", "处置日期"];

    /// <summary>Gathers them.</summary>
    /// <param name="department">The department.</param>
    /// <param name="books">The books of the year.</param>
    /// <param name="fundOf">The fund source that final accounts print for one of the budget.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<FinalRecords> GatherAsync(Department department, ExecutionInfo books, Func<string, string> fundOf, CancellationToken cancellation)
    {
        var notes = new List<string>();
        var sums = await desk.Execution.ProcuredAsync(books.Id, cancellation).ConfigureAwait(false);
        IReadOnlyList<ProcurementLine>? bought = null;
        if (sums.Count > 0)
        {
            var names = (await desk.Drafts.SheetAsync(department.Id, books.Year, Stage.Budget, "项目", cancellation).ConfigureAwait(false)).GroupBy(p => p["编码"], StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First()["名称"], StringComparer.Ordinal);
            bought = FinalProcurement.Of(sums, code => names.GetValueOrDefault(code, code), fundOf);
            notes.Add($"政府采购 {FenText.Format(bought.Sum(l => l.Fen))} 元，由登记了采购品目的支付生成；其中付给中小企业 {FenText.Format(bought.Sum(l => l.SmeFen))} 元（小微企业 {FenText.Format(bought.Sum(l => l.MicroFen))} 元），按收款人类别。");
        }
        else
            notes.Add("政府采购照预算带入：没有一笔支付登记了采购品目，请改成实际数，或登记品目后再编。");
        var assets = await AssetsAsync(department, books.Year, notes, cancellation).ConfigureAwait(false);
        return new FinalRecords(bought, assets, await ComparedAsync(department, books.Year, notes, cancellation).ConfigureAwait(false), notes);
    }

    private async Task<(IReadOnlyList<VehicleCount>, IReadOnlyList<AssetCount>)?> AssetsAsync(Department department, int year, List<string> notes, CancellationToken cancellation)
    {
        var registers = await desk.Registers.ListAsync(department.Id, cancellation).ConfigureAwait(false);
        if (registers.FirstOrDefault(r => r.Definition.Name == AssetRegister && AssetFields.All(f => r.Definition.Active.Any(a => a.Name == f))) is not { } register)
        {
            notes.Add($"车辆和设备照预算带入：没有“{AssetRegister}”，请改成年末数；在“台账”里取用“{AssetRegister}”，以后由它生成。");
            return null;
        }

        var records = await desk.Registers.RecordsAsync(register.Id, cancellation).ConfigureAwait(false);
        var fields = register.Definition.Active.ToDictionary(f => f.Name, StringComparer.Ordinal);
        var found = YearEndAssets.At(records.Select(r => YearEndAssets.Read(name => fields.TryGetValue(name, out var field) ? r.Entry[field] : "")).OfType<RegisteredAsset>(), year);
        notes.Add($"年末车辆 {found.Vehicles.Sum(v => v.Count)} 辆和设备由“{AssetRegister}”的 {records.Count} 条生成。");
        return found;
    }

    // Last year's final accounts say what this year's are compared with, this year's budget what running costs are.
    private async Task<IReadOnlyList<Comparative>> ComparedAsync(Department department, int year, List<string> notes, CancellationToken cancellation)
    {
        var compared = new List<Comparative>();
        var drafts = await desk.Drafts.ListAsync(department.Id, cancellation).ConfigureAwait(false);
        var last = await LastAsync(department, drafts, year - 1, cancellation).ConfigureAwait(false);
        if (last is not null && data.Outlines.Of(last.Edition) is { } outline)
        {
            var items = ComparedFigures.Items(outline).Where(i => i.Item == i.Figure).ToList();
            var figures = ComparedFigures.Of(last.Ledger, last.Edition, last.Disclosure, outline, items.Select(i => i.Figure));
            compared.AddRange(items.Where(i => figures.ContainsKey(i.Figure)).Select(i => new Comparative(Stage.Final, i.Item, figures[i.Figure], null)));
            notes.Add($"上年数 {compared.Count} 项取自 {year - 1} 年决算，增减原因要写。");
        }

        if (drafts.FirstOrDefault(d => d.Year == year && d.Stage == Stage.Budget) is { } draft && await works.GetAsync(department.Id, draft.Id, cancellation).ConfigureAwait(false) is { } work)
        {
            var ledger = LedgerSheets.Load(DraftWorks.Settings(department, draft), [.. work.Records.Select(r => new SheetRecord(r.Sheet, r.Cells))], data.Catalogue).Ledger;
            if (ledger is not null && ComparedFigures.Of(ledger, DisclosureKind.Budget, RunningCosts) is > 0 and { } budget)
                compared.Add(new Comparative(Stage.Final, RunningCosts + "年初预算", budget, null));
        }

        return compared;
    }

    private const string RunningCosts = "机关运行经费";

    private async Task<Publication?> LastAsync(Department department, IReadOnlyList<DraftInfo> drafts, int year, CancellationToken cancellation)
    {
        if (drafts.FirstOrDefault(d => d.Year == year && d.Stage == Stage.Final) is { } draft && (await works.GetAsync(department.Id, draft.Id, cancellation).ConfigureAwait(false))?.Publication is { } made)
            return made;
        var ledgers = await store.ListAsync(cancellation).ConfigureAwait(false);
        if (ledgers.FirstOrDefault(l => l.Agency == department.Name && l.Year == year && l.FinalEdition is not null) is not { FinalEdition: { } name } stored || data.Editions.Find(name) is not { } edition)
            return null;
        return await store.LoadAsync(stored.Id, cancellation).ConfigureAwait(false) is { } ledger ? Publication.Make(new PublicationKey(department.Name, year, DisclosureKind.Final), ledger, edition, data) : null;
    }
}
