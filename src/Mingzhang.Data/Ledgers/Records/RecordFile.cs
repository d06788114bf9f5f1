using Mingzhang.Core.Figures;
using Mingzhang.Core.Ledgers;
using Mingzhang.Data.Sheets;

namespace Mingzhang.Data.Ledgers.Records;

/// <summary>A file of records of one kind that the narrative needs: its form, how a row is read and how a record is written.</summary>
/// <param name="Form">File and columns.</param>
/// <param name="Read">Reads the row at hand; what it gives counts only when the row is sound.</param>
/// <param name="Cells">Cells of a record in the order of the columns.</param>
/// <param name="Key">What no two rows may share; null where rows may be alike.</param>
internal sealed record RecordFile<T>(LedgerForm Form, Func<Sheet, RecordLookups, T> Read, Func<T, string?[]> Cells, Func<T, object>? Key = null)
{
    /// <summary>Reads the file of a folder; a missing one holds nothing.</summary>
    public IReadOnlyList<T> Load(LedgerFiles files, RecordLookups lookups, MistakeList mistakes)
    {
        var records = new List<T>();
        var rows = new Dictionary<object, int>();
        using var sheet = Sheet.OpenOptional(files, Form.File, Form.Columns, mistakes);
        while (sheet?.Read() == true)
        {
            var record = Read(sheet, lookups);
            if (sheet.IsSound && Key is not null && !rows.TryAdd(Key(record), sheet.Row))
                sheet.Fault(null, null, $"与第{rows[Key(record)]}行说的是同一件事：请并成一行。");
            if (sheet.IsSound)
                records.Add(record);
        }

        return records;
    }
}

/// <summary>What the words in the cells of records mean.</summary>
/// <param name="Ledger">Words of the classifications.</param>
/// <param name="Units">Units that keep accounts.</param>
/// <param name="Projects">Projects.</param>
internal sealed record RecordLookups(LedgerLookups Ledger, Lookup<string> Units, Lookup<Project> Projects)
{
    /// <summary>One of a few words.</summary>
    public static Lookup<string> Words(IReadOnlyList<string> words) => new(text =>
        words.Contains(text) ? Answer<string>.Of(text) : Answer<string>.Wrong($"应填{string.Join("、", words.Select(w => $"“{w}”"))}之一。"));
}

/// <summary>Cells that several files of records have.</summary>
internal static class RecordCells
{
    /// <summary>A count that must be filled.</summary>
    public static int Count(this Sheet sheet, int column)
    {
        var text = sheet.RequiredText(column);
        return text.Length == 0 ? 0 : Counted(sheet, column, text);
    }

    /// <summary>A count; null when the cell is empty.</summary>
    public static int? OptionalCount(this Sheet sheet, int column) => sheet.OptionalText(column) is { } text ? Counted(sheet, column, text) : null;

    /// <summary>A quantity; null when the cell is empty.</summary>
    public static decimal? OptionalQuantity(this Sheet sheet, int column)
    {
        if (sheet.OptionalText(column) is not { } text)
            return null;
        if (FigureText.Parse(text) is { Value: >= 0 } figure)
            return figure.Value;
        sheet.Fault(column, "不是数量：只填阿拉伯数字，例如 8 或 2.5。");
        return null;
    }

    /// <summary>An amount in 分; null when the cell is empty.</summary>
    public static long? OptionalFen(this Sheet sheet, int column) => sheet.OptionalText(column) is null ? null : sheet.Fen(column);

    /// <summary>An amount in 分 that must be filled and cannot be negative.</summary>
    public static long Spent(this Sheet sheet, int column)
    {
        var fen = sheet.Fen(column);
        if (fen < 0)
            sheet.Fault(column, "不能是负数。");
        return fen;
    }

    private static int Counted(Sheet sheet, int column, string text)
    {
        if (FigureText.Parse(text) is { Value: >= 0 and <= 10_000_000, Decimals: 0 } figure)
            return (int)figure.Value;
        sheet.Fault(column, "应是整数，例如 6。");
        return 0;
    }
}
