using System.Diagnostics;
using Mingzhang.Core.Auditing;
using Mingzhang.Core.Disclosures;
using Mingzhang.Documents.Json;
using Mingzhang.Documents.Reading;

namespace Mingzhang.Documents.Tests.Reading.Fuzz;

/// <summary>
/// Thousands of damaged files of every format: each ends with a disclosure that can be audited or one message, soon, and nothing stays behind.
/// A file that fails is written to .build/fuzz; once the fault is mended it is kept in the folder Kept beside this file.
/// </summary>
public class MutatedFileTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);
    private const long MostGrowth = 150L * 1024 * 1024;

    private static int Files { get; } = Environment.GetEnvironmentVariable("MINGZHANG_FUZZ") == "1" ? 2_200 : 40;

    public static TheoryData<string> Formats { get; } = [.. FuzzFiles.Formats];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Damaged_files_end_with_a_document_or_one_message(string format)
    {
        Assert.SkipUnless(format != "pdf" || TinyPdf.CanRead, "pdftotext or qpdf is not here");
        var files = FuzzFiles.Of(format);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var seed = 0; seed < Files; seed++)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            // The number of the seed makes the damage, so that a failure can be made again.
            MustEnd(Mutator.Damage(files[seed % files.Count], new Random(seed)), $"{format}-{seed}");
        }

        var growth = GC.GetTotalMemory(forceFullCollection: true) - before;
        Assert.True(growth < MostGrowth, $"{growth / 1024 / 1024} MB stay behind after {Files} files");
    }

    [Fact]
    public void Files_that_once_failed_end_as_well()
    {
        foreach (var path in Directory.GetFiles(Path.Combine(Publishing.Samples.Root, "tests", "Mingzhang.Documents.Tests", "Reading", "Fuzz", "Kept")))
            MustEnd(File.ReadAllBytes(path), Path.GetFileName(path));
    }

    private static void MustEnd(byte[] content, string name)
    {
        var (took, fault) = Try(content);
        // A busy machine makes anything slow once.
        if (fault is null && took > Longest)
            (took, fault) = Try(content);
        if (fault is not null || took > Longest)
            Assert.Fail($"{name}, kept as {Keep(content, name)}: {took.TotalSeconds:F1} s {fault}");
    }

    private static (TimeSpan Took, Exception? Fault) Try(byte[] content)
    {
        var started = Stopwatch.GetTimestamp();
        var fault = Record.Exception(() =>
        {
            var read = Read(content);
            if (read.IsRead)
            {
                DisclosureJson.Write(Stream.Null, read.Value);
                var data = Publishing.Samples.Data;
                Auditor.Audit(read.Value, Publishing.Samples.Context.Editions, data.Rules, data.Catalogue, data.Wordings);
            }
            else
                Assert.True(read.Error.StartsWith('f') && !read.Error.Contains('\n', StringComparison.Ordinal), read.Error);
        });
        return (Stopwatch.GetElapsedTime(started), fault);
    }

    // As the command line does it.
    private static ReadResult<Disclosure> Read(byte[] content) => DisclosureJson.Recognises(content)
        ? DisclosureJson.Read("f", content)
        : DisclosureReader.Read("f", content, Publishing.Samples.Context.Editions, Publishing.Samples.Data.Catalogue, () => Publishing.Samples.Data.Rules);

    private static string Keep(byte[] content, string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Publishing.Samples.Root, ".build", "fuzz"));
        var path = Path.Combine(folder.FullName, name + ".bin");
        File.WriteAllBytes(path, content);
        return path;
    }
}
