using System.Diagnostics;
using System.IO.Compression;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using Mingzhang.Cli;
using Mingzhang.Data;
using Mingzhang.Data.Ledgers;

namespace Mingzhang.Web.Tests.Workbench;

/// <summary>What goes out to spreadsheets and comes back: the template through LibreOffice, a ledger folder as an archive.</summary>
public sealed class ExchangeTests(OfficeFixture office) : IDisposable
{
    private static readonly string[] Programs = ["/usr/bin/soffice", "/usr/bin/libreoffice"];

    private readonly string _folder = Directory.CreateTempSubdirectory("mz-exchange-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_template_is_opened_saved_and_brought_back_by_LibreOffice_without_loss()
    {
        var program = Programs.FirstOrDefault(File.Exists);
        Assert.SkipWhen(program is null, "没有 LibreOffice：apt-get install libreoffice-calc");
        var (department, draft) = await office.DraftAsync("jiangan-2024", 2024, "jiangan-2024-budget");
        using var client = await office.ClientAsync("clerk");
        var file = Path.Combine(_folder, "template.xlsx");
        await File.WriteAllBytesAsync(file, await client.GetByteArrayAsync($"/office/{department}/drafts/{draft}/template", Cancellation), Cancellation);
        using var process = Process.Start(new ProcessStartInfo(
            program, [$"-env:UserInstallation=file://{_folder}/profile", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", Path.Combine(_folder, "out"), file])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        })!;
        var said = await process.StandardOutput.ReadToEndAsync(Cancellation) + await process.StandardError.ReadToEndAsync(Cancellation);
        await process.WaitForExitAsync(Cancellation);
        var saved = Path.Combine(_folder, "out", "template.xlsx");
        Assert.SkipWhen(!File.Exists(saved) && said.Contains("no export filter", StringComparison.Ordinal), "没有装 LibreOffice 的表格部分（libreoffice-calc）");
        Assert.True(File.Exists(saved), said);
        await BackAsync(client, department, "jiangan-2024", "template.xlsx", await File.ReadAllBytesAsync(saved, Cancellation));
    }

    [Fact]
    public async Task A_ledger_folder_comes_in_as_an_archive()
    {
        var (department, _) = await office.DraftAsync("hanyang-2023");
        using var client = await office.ClientAsync("clerk");
        using var memory = new MemoryStream();
        using (var archive = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var file in Directory.GetFiles(Path.Combine(Home.Find(), "samples", "hanyang-2023"), "*.csv"))
                archive.CreateEntryFromFile(file, "台账/" + Path.GetFileName(file));
        }

        await BackAsync(client, department, "hanyang-2023", "台账.zip", memory.ToArray());
    }

    // Into an empty draft of another year: afterwards it says what the sample says.
    private async Task BackAsync(HttpClient client, int department, string sample, string name, byte[] content)
    {
        var data = office.Services.GetRequiredService<DataFolder>();
        var (draft, _) = await office.Desk.Drafts.BeginAsync(
            await office.ActorAsync("clerk"), department, 2030, "national-budget", new Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>>(), Cancellation);
        var page = $"/office/{department}/drafts/{draft}/import";
        using var form = new MultipartFormDataContent { { new StringContent(await OfficeFixture.TokenAsync(client, page)), "__RequestVerificationToken" } };
        var part = new ByteArrayContent(content);
        part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        form.Add(part, "files", name);
        var answer = await (await client.PostAsync(page + "?handler=Upload", form, Cancellation)).Content.ReadAsStringAsync(Cancellation);
        Assert.Contains("已导入", answer, StringComparison.Ordinal);
        var wanted = LedgerSheets.Of(LedgerLoader.Load(Path.Combine(Home.Find(), "samples", sample), data.Catalogue).Ledger!).Where(r => data.Sheets.Any(s => s.Name == r.Sheet && s.IsFor(Core.Ledgers.Stage.Budget)));
        var there = (await office.Desk.Drafts.LoadAsync(draft, Cancellation))!.Value.Records;
        Assert.Equal(Lines(wanted.Select(r => (r.Sheet, r.Cells))), Lines(there.Select(r => (r.Sheet, r.Cells))));
    }

    // A spreadsheet gives 0.00 back as 0.
    private static string Plain(string text) =>
        text.Contains('.', StringComparison.Ordinal) && decimal.TryParse(text, System.Globalization.NumberStyles.Number, System.Globalization.CultureInfo.InvariantCulture, out var value) ? value.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture) : text;

    private static IEnumerable<string> Lines(IEnumerable<(string Sheet, IReadOnlyDictionary<string, string> Cells)> records) =>
        records.Select(r => r.Sheet + "|" + string.Join('|', r.Cells.Where(c => c.Value.Length > 0).OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => $"{c.Key}={Plain(c.Value)}"))).Order(StringComparer.Ordinal);
}
