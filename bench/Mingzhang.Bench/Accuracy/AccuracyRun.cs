using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Mingzhang.Documents.Json;
using Mingzhang.Documents.Reading;

namespace Mingzhang.Bench.Accuracy;

/// <summary>
/// Reads and audits the documents of which a folder has gold (NAME.facts.json, NAME.defects.json) and says how right they were
/// (准确率). The documents lie in the folder or below the one above it, under names that begin like the gold's.
/// </summary>
internal static class AccuracyRun
{
    private sealed record Row(string Name, ReadingScore? Reading, AuditScore? Audit, double Milliseconds);

    /// <summary>Runs; writes docs/accuracy.md when asked to.</summary>
    /// <returns>Exit status.</returns>
    public static int Run(World world, string home, string folder, bool readsOnly, bool writes)
    {
        if (!Directory.Exists(folder))
        {
            Console.Error.WriteLine($"找不到文件夹 {folder}：请给出放有 *.facts.json 或 *.defects.json 的文件夹");
            return 2;
        }

        var names = Directory.GetFiles(folder, "*.json").Select(p => Path.GetFileName(p)!).Where(n => n.EndsWith(".facts.json", StringComparison.Ordinal) || n.EndsWith(".defects.json", StringComparison.Ordinal))
            .Select(n => n[..n.IndexOf('.', StringComparison.Ordinal)]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var rows = new List<Row>();
        foreach (var name in names)
        {
            if (Document(folder, name) is { } path)
                rows.Add(Score(world, folder, name, path, readsOnly));
            else
                Console.Error.WriteLine($"{name}：找不到对应的文件");
        }

        if (rows.Count == 0)
            return 2;
        var page = Page(rows);
        Console.WriteLine(page);
        if (writes)
            File.WriteAllText(Path.Combine(home, "docs", "accuracy.md"), page, new UTF8Encoding(false));
        return 0;
    }

    private static string? Document(string folder, string name) => Directory.EnumerateFiles(Path.GetDirectoryName(Path.GetFullPath(folder).TrimEnd('/'))!, name + "*", SearchOption.AllDirectories)
        .Where(p => !p.EndsWith(".json", StringComparison.Ordinal)).Order(StringComparer.Ordinal).FirstOrDefault();

    private static Row Score(World world, string folder, string name, string path, bool readsOnly)
    {
        var content = File.ReadAllBytes(path);
        var started = Stopwatch.GetTimestamp();
        var read = DisclosureReader.Read(Path.GetFileName(path), content, world.Editions, world.Data.Catalogue, () => world.Data.Rules);
        var took = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        if (!read.IsRead)
        {
            Console.Error.WriteLine(read.Error);
            return new Row(name, null, null, took);
        }

        var reading = Gold(folder, name, "facts") is { } facts ? ReadingScore.Of(Json(w => DisclosureJson.Write(w, read.Value)), facts) : null;
        var audit = !readsOnly && Gold(folder, name, "defects") is { } defects ? AuditScore.Of(Json(w => FindingsJson.Write(w, world.Audit(read.Value))), defects) : null;
        return new Row(name, reading, audit, took);
    }

    private static JsonArray? Gold(string folder, string name, string kind)
    {
        var path = Path.Combine(folder, $"{name}.{kind}.json");
        return File.Exists(path) ? JsonNode.Parse(File.ReadAllText(path))!.AsArray() : null;
    }

    private static JsonNode Json(Action<System.Text.Json.Utf8JsonWriter> write)
    {
        using var memory = new MemoryStream();
        using (var writer = JsonFormat.Writer(memory))
            write(writer);
        return JsonNode.Parse(memory.ToArray())!;
    }

    private static string Page(List<Row> rows)
    {
        var page = new StringBuilder();
        page.Append("# 准确率\n\n由 `./mz bench accuracy --write` 生成，尺子与 `../shared/tools` 中的两个脚本相同，文件与标准答案在 `../shared/gold`。\n\n## 读取：逐格对照\n\n");
        page.Append("| 文件 | 数字格 | 位置和数都对 | 其中存疑 | 放错位置 | 没有读出 | 多读出 |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: |\n");
        foreach (var row in rows.Where(r => r.Reading is not null))
        {
            var s = row.Reading!;
            page.Append(CultureInfo.InvariantCulture, $"| {row.Name} | {s.Cells} | {s.Right}（{Share(s.Right, s.Cells)}） | {s.Unsure} | {s.Misplaced} | {s.Missing} | {s.Invented} |\n");
        }

        if (rows.TrueForAll(r => r.Audit is null))
            return page.ToString();
        page.Append("\n## 审核：与人工逐条核对的结果对照\n\n| 文件 | 错误找到 | 疑点找到 | 报出错误 | 其中误报 | 报出疑点 | 其中对不上 |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: |\n");
        var audits = rows.Where(r => r.Audit is not null).Select(r => (r.Name, Audit: r.Audit!)).ToList();
        audits.Add(("合计", new AuditScore(
            audits.Sum(a => a.Audit.Errors), audits.Sum(a => a.Audit.ErrorsFound), audits.Sum(a => a.Audit.Warnings), audits.Sum(a => a.Audit.WarningsFound),
            audits.Sum(a => a.Audit.Claimed), audits.Sum(a => a.Audit.FalseErrors), audits.Sum(a => a.Audit.ClaimedWarnings), audits.Sum(a => a.Audit.UnmatchedWarnings))));
        foreach (var (name, a) in audits)
            page.Append(CultureInfo.InvariantCulture, $"| {name} | {a.ErrorsFound}/{a.Errors}（{Share(a.ErrorsFound, a.Errors)}） | {a.WarningsFound}/{a.Warnings}（{Share(a.WarningsFound, a.Warnings)}） | {a.Claimed} | {a.FalseErrors} | {a.ClaimedWarnings} | {a.UnmatchedWarnings} |\n");
        page.Append("\n“误报”是错误级的发现中，标准答案没有、或明说不是问题的；“对不上”是疑点级的发现中标准答案没有的。对照按数、原文和位置，宁宽勿严，所以两张表都要人再看一眼。\n");
        return page.ToString();
    }

    private static string Share(int part, int whole) => whole == 0 ? "—" : (100m * part / whole).ToString("0.00", CultureInfo.InvariantCulture) + "%";
}
