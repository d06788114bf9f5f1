using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using Mingzhang.Core.Auditing;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Editions.Matching;
using Mingzhang.Documents.Publishing;
using Mingzhang.Documents.Reading;

namespace Mingzhang.Samples.Tests;

/// <summary>
/// Text pulled out of our own publications stands for documents nobody has seen: no figure is lost, none is claimed to be where
/// it is not, and nothing is accused that the publication itself does not deserve.
/// </summary>
public sealed class PulledOut
{
    private static readonly ConcurrentDictionary<string, Lazy<byte[]?>> Printed = new(StringComparer.Ordinal);

    public static TheoryData<string, string> Renderings => new(
        from sample in new[] { "qingshan-2022", "dongxihu-2024", "caidian-2025", "jiangan-2024", "hanyang-2023" }
        from mode in new[] { "-layout", "-raw" }
        select (sample, mode));

    [Theory]
    [MemberData(nameof(Renderings))]
    public void No_figure_is_lost_and_none_is_claimed_to_stand_elsewhere(string sample, string mode)
    {
        var compiled = Cells(World.Compiled(sample));
        var read = Cells(Read(mode, Pdf(sample)));
        var open = compiled.GroupBy(c => c.Name).ToDictionary(g => g.Key, g => g.Count());
        var wrong = new List<(string Name, bool Sure)>();
        foreach (var cell in read)
        {
            if (open.GetValueOrDefault(cell.Name) > 0)
                open[cell.Name]--;
            else
                wrong.Add(cell);
        }

        Assert.True(read.Count >= compiled.Count, $"{compiled.Count - read.Count} figures are lost");
        Assert.True(open.Values.Sum() * 100 <= compiled.Count * 9, $"{open.Values.Sum()} of {compiled.Count} figures are not in their places");
        Assert.True(wrong.Count(w => w.Sure) * 100 <= compiled.Count * 4, string.Join('\n', wrong.Where(w => w.Sure).Select(w => w.Name)));
    }

    [Theory]
    [MemberData(nameof(Renderings))]
    public void Nothing_is_accused_that_the_publication_does_not_deserve(string sample, string mode)
    {
        var pdf = Pdf(sample);
        var deserved = Errors(Read("pdf", pdf)).ToHashSet(StringComparer.Ordinal);
        Assert.DoesNotContain(Errors(Read(mode, pdf)), e => !deserved.Contains(e));
    }

    private static IEnumerable<string> Errors(Disclosure disclosure) =>
        World.Audit(disclosure).Findings.Where(f => f.Severity == Severity.Error).Select(f => $"{f.Rule} {f.Message}");

    // Columns by what they are: one edition prints 本年支出合计 where a sister prints 合计.
    private static List<(string Name, bool Sure)> Cells(Disclosure disclosure)
    {
        var edition = World.Editions.FirstOrDefault(e => e.Id == disclosure.Facts.Edition);
        var cells = new List<(string Name, bool Sure)>();
        foreach (var statement in disclosure.Statements)
        {
            var form = edition?.Forms.FirstOrDefault(f => f.AllTitles.Contains(statement.Title));
            var bound = form is null ? StatementBinder.Unknown(statement) : StatementBinder.Bind(statement, form);
            foreach (var row in bound.Rows)
            {
                cells.AddRange(row.Row.Cells.Where(c => c.Figure is not null).Select(c =>
                    ($"{statement.Title} {NameText.Normal(row.Row.Key)} {bound.Column(row.Side, c.Column)?.Id ?? c.Column.Text} {c.Figure!.Value.Value:0.####}", c.Sure)));
            }
        }

        return cells;
    }

    private static Disclosure Read(string mode, byte[] pdf)
    {
        var read = DisclosureReader.Read(mode == "pdf" ? "公开.pdf" : "公开.txt", mode == "pdf" ? pdf : Text(mode, pdf), World.Editions, World.Data.Catalogue, () => World.Data.Rules);
        Assert.True(read.IsRead, read.Error);
        return read.Value;
    }

    private static byte[] Pdf(string sample)
    {
        var pdf = Printed.GetOrAdd(sample, s => new Lazy<byte[]?>(() =>
        {
            var published = Publishers.Find("pdf")!.Publish(World.Compiled(s), new PublishContext(World.Editions), CancellationToken.None);
            return published.IsRead ? published.Value.Single().Content.ToArray() : null;
        })).Value;
        Assert.SkipUnless(pdf is not null, "no browser here");
        return pdf!;
    }

    private static byte[] Text(string mode, byte[] pdf)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        File.WriteAllBytes(path, pdf);
        try
        {
            using var process = Process.Start(new ProcessStartInfo("pdftotext", [mode, path, "-"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
            using var text = new MemoryStream();
            process.StandardOutput.BaseStream.CopyTo(text);
            process.WaitForExit();
            return text.ToArray();
        }
        catch (Win32Exception)
        {
            Assert.Skip("no pdftotext here");
            throw;
        }
        finally
        {
            File.Delete(path);
        }
    }
}
