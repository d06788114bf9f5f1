using Mingzhang.Core.Ledgers;
using Mingzhang.Data.Ledgers;

namespace Mingzhang.Data.Intake;

/// <summary>
/// Brings in what an office already has (导入): sheets with our own headers (台账文件夹, 模板), and the export of the integrated budget
/// system. Everything is checked against the draft as it would be afterwards; all mistakes are told, each at its place in the file.
/// </summary>
public static class SheetIntake
{
    // Titles and remarks may stand above the header.
    private const int DeepestHeader = 10;

    /// <summary>Reads the sheets of an upload.</summary>
    public static IntakeResult Take(IReadOnlyList<RawSheet> sheets, IntakeContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var taken = new List<TakenRecord>();
        var filled = new HashSet<string>(StringComparer.Ordinal);
        var mistakes = new List<IntakeMistake>();
        var notes = new List<string>();
        var learned = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var sheet in sheets.Where(s => s.Rows.Count > 0))
        {
            var place = $"{sheet.File}“{sheet.Name}”";
            if (OwnSheet(sheet, context) is { } own)
            {
                var before = taken.Count;
                TakeOwn(sheet, own.Name, own.Header, context, taken, mistakes);
                filled.Add(own.Name);
                notes.Add($"{place}：{own.Name} {taken.Count - before} 条。");
            }
            else if (LedgerSheets.All.ContainsKey(sheet.Name) && context.Sheets.All(d => d.Name != sheet.Name))
                notes.Add($"{place}：编预算用不到，没有导入。");
            else if (context.Settings.BudgetEdition is not null && ExportIntake.Find(sheet, context, DeepestHeader) is { } export)
            {
                if (export.Missing.Count > 0)
                    return new IntakeResult(Empty, [], [], new OpenColumns(export.Headers, export.Known, export.Missing), learned);
                ExportIntake.Take(export, context, taken, filled, notes);
                foreach (var (column, header) in export.Known)
                    learned[header] = column;
            }
            else
                mistakes.Add(new IntakeMistake(sheet.File, sheet.Name, null, null, null, Unknown(sheet, context)));
        }

        if (taken.Count == 0 && mistakes.Count == 0 && notes.Count == 0)
            mistakes.Add(new IntakeMistake("", "", null, null, null, "文件里没有数据。"));
        mistakes.AddRange(Check(taken, filled, context).DistinctBy(m => (m.File, m.Sheet, m.Row, m.Column, m.Value)));
        return mistakes.Count > 0
            ? new IntakeResult(Empty, mistakes, [], null, learned)
            : new IntakeResult(
                filled.ToDictionary(
                    f => f,
                    f => (IReadOnlyList<IReadOnlyDictionary<string, string>>)[.. taken.Where(t => t.Sheet == f).Select(t => t.Cells)], StringComparer.Ordinal),
                [], notes, null, learned);
    }

    private static Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>> Empty => [];

    // By its name, or where that says nothing by its headers.
    private static (string Name, RawRow Header)? OwnSheet(RawSheet sheet, IntakeContext context)
    {
        var candidates = context.Sheets.Where(d => d.Name == sheet.Name).Concat(context.Sheets.Where(d => d.Name != sheet.Name));
        foreach (var candidate in candidates)
        {
            var columns = LedgerSheets.All[candidate.Name];
            foreach (var row in sheet.Rows.Take(DeepestHeader))
            {
                var headers = row.Cells.Where(c => c.Length > 0).Select(Plain).ToHashSet(StringComparer.Ordinal);
                var isWhole = columns.Where(c => c.IsRequired).All(c => headers.Contains(c.Name)) && headers.All(h => columns.Any(c => c.Name == h));
                // Two sheets with the same headers are told apart by their names only.
                if (isWhole && (candidate.Name == sheet.Name || headers.Count > 1))
                    return (candidate.Name, row);
            }
        }

        return null;
    }

    private static void TakeOwn(RawSheet sheet, string name, RawRow header, IntakeContext context, List<TakenRecord> taken, List<IntakeMistake> mistakes)
    {
        var columns = header.Cells.Select((text, i) => (Name: Plain(text), Index: i)).Where(c => c.Name.Length > 0).ToList();
        if (columns.GroupBy(c => c.Name, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
            mistakes.Add(new IntakeMistake(sheet.File, sheet.Name, header.Number, twice.Key, null, $"“{twice.Key}”列出现两次：请删去一列。"));
        var headers = columns.DistinctBy(c => c.Name, StringComparer.Ordinal).ToDictionary(c => c.Name, c => header[c.Index], StringComparer.Ordinal);
        var labelled = context.Sheets.First(d => d.Name == name).Fields.Where(f => f.List is not null).Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var row in sheet.Rows.Where(r => r.Number > header.Number))
        {
            var cells = columns.DistinctBy(c => c.Name, StringComparer.Ordinal).Where(c => row[c.Index].Length > 0)
                .ToDictionary(c => c.Name, c => labelled.Contains(c.Name) ? Unlabelled(row[c.Index]) : row[c.Index], StringComparer.Ordinal);
            if (cells.Count > 0)
                taken.Add(new TakenRecord(name, cells, sheet, row, headers));
        }
    }

    // The lists of our template show “2101501 行政运行”: the code is what counts.
    private static string Unlabelled(string text)
    {
        var blank = text.IndexOf(' ', StringComparison.Ordinal);
        return blank > 2 && text.AsSpan(0, blank).IndexOfAnyExceptInRange('0', 'Z') < 0 ? text[..blank] : text;
    }

    private static IEnumerable<IntakeMistake> Check(List<TakenRecord> taken, HashSet<string> filled, IntakeContext context)
    {
        var kept = context.Present.Where(r => !filled.Contains(r.Sheet)).ToList();
        var load = LedgerSheets.Load(context.Settings, [.. taken.Select(t => new SheetRecord(t.Sheet, t.Cells)), .. kept], context.Catalogue);
        foreach (var mistake in load.Mistakes)
        {
            // What the draft had wrong before is told where it is worked on.
            if (mistake.Record is { } index && index < taken.Count)
            {
                var record = taken[index];
                // What was made of other rows has their mistakes, which are told there.
                if (record.Row is null && record.From is null && record.Headers.Count == 0)
                    continue;
                var header = mistake.Column is null ? null : record.Headers.GetValueOrDefault(mistake.Column, mistake.Column);
                yield return new IntakeMistake(record.From?.File ?? "", record.From?.Name ?? record.Sheet, record.Row?.Number, header, mistake.Value, mistake.Message);
            }
            else if (mistake.Record is null && filled.Contains(mistake.Sheet))
                yield return new IntakeMistake("", mistake.Sheet, null, mistake.Column, mistake.Value, mistake.Message);
        }
    }

    private static string Unknown(RawSheet sheet, IntakeContext context)
    {
        if (context.Sheets.FirstOrDefault(d => d.Name == sheet.Name) is { } named)
            return $"表头应为{string.Join('、', named.Fields.Select(f => f.IsRequired ? f.Name : f.Name + "（可缺）"))}，请改正，不认识的列请删去。";
        return $"不认识这张表：既不是模板里的表（{string.Join('、', context.Sheets.Take(6).Select(d => d.Name))}等），也不像一体化系统的导出（要有项目编码、功能科目、经济科目、资金来源、金额）。";
    }

    private static string Plain(string header) => header.TrimEnd('*', '＊').Trim().Replace('（', '(').Replace('）', ')');
}
