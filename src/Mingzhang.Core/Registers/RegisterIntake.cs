using Mingzhang.Core.Ledgers;

namespace Mingzhang.Core.Registers;

/// <summary>Takes the rows of a sheet into a register: all mistakes at once, by row and field (台账导入).</summary>
public static class RegisterIntake
{
    // The header stands near the top, below a title at most.
    private const int FirstRows = 10;

    /// <summary>Reads a sheet.</summary>
    /// <param name="definition">The register.</param>
    /// <param name="sheet">The sheet.</param>
    /// <returns>Records of all rows, and all mistakes; records count only when there is none.</returns>
    public static (IReadOnlyList<RegisterEntry> Entries, IReadOnlyList<RegisterMistake> Mistakes) Take(RegisterDefinition definition, RawSheet sheet)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(sheet);
        var names = definition.Active.Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
        var mistakes = new List<RegisterMistake>();
        var header = sheet.Rows.Take(FirstRows).MaxBy(r => r.Cells.Count(c => names.Contains(Bare(c))));
        if (header is null || !header.Cells.Any(c => names.Contains(Bare(c))))
            return ([], [new RegisterMistake(null, null, $"工作表“{sheet.Name}”里没有表头：第一行应是 {string.Join('、', names)}。可以先导出一份当模板。")]);
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var c = 0; c < header.Cells.Count; c++)
        {
            var name = Bare(header[c]);
            if (name.Length == 0)
                continue;
            if (!names.Contains(name))
                mistakes.Add(new RegisterMistake(header.Number, name, $"台账没有这一栏；有：{string.Join('、', names)}。"));
            else if (!columns.TryAdd(name, c))
                mistakes.Add(new RegisterMistake(header.Number, name, "这一栏有两列：请只留一列。"));
        }

        foreach (var missing in definition.Active.Where(f => f.Required && f.Kind != RegisterKind.Attachment && !columns.ContainsKey(f.Name)))
            mistakes.Add(new RegisterMistake(header.Number, missing.Name, "缺少这一栏，它必填。"));
        if (mistakes.Count > 0)
            return ([], mistakes);
        var entries = sheet.Rows.Where(r => r.Number > header.Number && r.Cells.Any(c => c.Length > 0))
            .Select(r => RegisterEntry.Read(definition, r.Number, name => columns.TryGetValue(name, out var c) ? r[c] : null, mistakes)).ToList();
        foreach (var twice in entries.GroupBy(e => e.KeyOf(definition)).Where(g => g.Count() > 1))
        {
            var first = twice.First();
            foreach (var again in twice.Skip(1).Where(e => !Same(e, first)))
                mistakes.Add(new RegisterMistake(again.Row, null, $"与第 {first.Row} 行是同一条（{first.KeyWords(definition)}），内容不同：请留一行。"));
        }

        return (entries, [.. mistakes.OrderBy(m => m.Row)]);
    }

    /// <summary>Whether two records say the same.</summary>
    public static bool Same(RegisterEntry one, RegisterEntry other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        return one.Cells.Count == other.Cells.Count && one.Cells.All(c => other.Cells.GetValueOrDefault(c.Key) == c.Value);
    }

    private static string Bare(string header) => header.Trim().TrimEnd('*', '＊').Replace("\n", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
}
