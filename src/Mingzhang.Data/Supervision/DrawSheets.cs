using System.Globalization;
using CsvHelper;
using Mingzhang.Core.Ledgers;
using Mingzhang.Core.Supervision.Plans;
using Mingzhang.Data.Intake;
using Mingzhang.Data.Workbench;

namespace Mingzhang.Data.Supervision;

/// <summary>The sheets of a draw (抽取材料): who takes part, who inspects, what was drawn. Whoever has them and the seed can repeat it.</summary>
public static class DrawSheets
{
    /// <summary>Names of the sheets.</summary>
    public const string Candidates = "名单", Inspectors = "检查人员", Result = "结果";

    private const string Code = "机构编码", Name = "机构名称", Exclusion = "排除原因", Inspector = "检查人员", Away = "回避机构编码", Reason = "回避原因", Rank = "序号", TicketColumn = "签号";

    private static readonly ExportColumns Columns = new(
        new[] { Code, Name, Exclusion, Inspector, Away, Reason, Rank, TicketColumn }.ToDictionary(c => c, c => (IReadOnlyList<string>)[c], StringComparer.Ordinal),
        new Dictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal));

    /// <summary>The files of a draw: names and contents as CSV.</summary>
    public static IReadOnlyList<(string Name, byte[] Content)> Write(DrawRequest request, IReadOnlyList<DrawnInstitution> drawn)
    {
        ArgumentNullException.ThrowIfNull(request);
        return
        [
            (Candidates + ".csv", Csv([Code, Name, Exclusion], request.Candidates.Select(c => (IReadOnlyList<string>)[c.Code, c.Name, c.Exclusion ?? ""]))),
            (Inspectors + ".csv", Csv([Inspector, Away, Reason], request.Inspectors.SelectMany(i => Rows(i, request.Conflicts)))),
            (Result + ".csv", Drawn(drawn)),
        ];
    }

    /// <summary>What was drawn, as CSV.</summary>
    public static byte[] Drawn(IReadOnlyList<DrawnInstitution> drawn) =>
        Csv([Rank, Code, Name, Inspector, TicketColumn], drawn.Select(d => (IReadOnlyList<string>)[d.Rank.ToString(CultureInfo.InvariantCulture), d.Code, d.Name, string.Join('、', d.Inspectors), d.Ticket]));

    /// <summary>Reads who takes part and who inspects.</summary>
    /// <param name="sheets">Sheets of a folder.</param>
    /// <param name="seed">种子.</param>
    /// <param name="count">How many to draw.</param>
    /// <param name="each">Inspectors for each.</param>
    /// <param name="mistakes">Where mistakes go.</param>
    /// <returns>The draw; null without a sheet of institutions.</returns>
    public static DrawRequest? Read(IReadOnlyList<RawSheet> sheets, string seed, int count, int each, List<IntakeMistake> mistakes)
    {
        if (sheets.FirstOrDefault(s => s.Name == Candidates) is not { } list || HeadedRows.Find(list, Columns, [Code, Name], mistakes) is not { } rows)
            return null;
        var candidates = new List<DrawCandidate>();
        foreach (var row in rows.Rows)
        {
            var cells = new RowCells(rows, row);
            var (code, name) = (cells.Text(Code), cells.Text(Name));
            if (cells.IsSound)
                candidates.Add(new DrawCandidate(code, name, cells.Optional(Exclusion)));
        }

        var (inspectors, conflicts) = (new List<string>(), new List<DrawConflict>());
        if (sheets.FirstOrDefault(s => s.Name == Inspectors) is { } people && HeadedRows.Find(people, Columns, [Inspector], mistakes) is { } named)
        {
            foreach (var row in named.Rows)
            {
                var cells = new RowCells(named, row);
                var (inspector, away) = (cells.Text(Inspector), cells.Optional(Away));
                if (!cells.IsSound)
                    continue;
                if (!inspectors.Contains(inspector))
                    inspectors.Add(inspector);
                if (away is not null)
                    conflicts.Add(new DrawConflict(inspector, away, cells.Text(Reason)));
            }
        }

        return new DrawRequest(seed, count, each, candidates, inspectors, conflicts);
    }

    /// <summary>Reads what a result says was drawn: codes and inspectors in its order; null where there is no result.</summary>
    public static IReadOnlyList<(string Code, string Inspectors)>? ReadResult(IReadOnlyList<RawSheet> sheets, List<IntakeMistake> mistakes) =>
        sheets.FirstOrDefault(s => s.Name == Result) is { } sheet && HeadedRows.Find(sheet, Columns, [Code], mistakes) is { } rows
            ? [.. rows.Rows.Select(r => (rows.Text(r, Code), rows.Text(r, Inspector)))]
            : null;

    private static IEnumerable<IReadOnlyList<string>> Rows(string inspector, IReadOnlyList<DrawConflict> conflicts)
    {
        var own = conflicts.Where(c => c.Inspector == inspector).ToList();
        return own.Count == 0 ? [[inspector, "", ""]] : own.Select(c => (IReadOnlyList<string>)[inspector, c.Code, c.Reason]);
    }

    private static byte[] Csv(IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows)
    {
        using var stream = new MemoryStream();
        using (var writer = CsvWriter.Create(stream, new CsvWriterOptions { WriteByteOrderMark = true, NewLine = "\n" }))
        {
            foreach (var row in rows.Prepend(header))
            {
                foreach (var field in row)
                    writer.WriteField(field);
                writer.EndRecord();
            }
        }

        return stream.ToArray();
    }
}
