using System.Globalization;
using Mingzhang.Core.Calendar;
using Mingzhang.Data.Yaml;

namespace Mingzhang.Data.Calendar;

/// <summary>Reads data/calendar: a file 放假安排-YYYY.yaml a year.</summary>
public static class HolidayFiles
{
    private const string Prefix = "放假安排-";

    /// <summary>Reads every year of the folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="mistakes">Where mistakes go.</param>
    public static WorkCalendar Load(string folder, ICollection<DataMistake> mistakes) =>
        new([.. Directory.EnumerateFiles(folder, Prefix + "*.yaml").Order(StringComparer.Ordinal).Select(path => Read(File.ReadAllText(path), Path.GetFileName(path), mistakes)).OfType<HolidayYear>()]);

    /// <summary>Reads a year; null when the text is no mapping or the name holds no year.</summary>
    /// <param name="text">Content of the file.</param>
    /// <param name="file">Its name.</param>
    /// <param name="mistakes">Where mistakes go.</param>
    public static HolidayYear? Read(string text, string file, ICollection<DataMistake> mistakes)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(mistakes);
        if (YamlFile.Parse(text, file, mistakes) is not { } map)
            return null;
        if (!int.TryParse(Path.GetFileNameWithoutExtension(file).Replace(Prefix, "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var year))
        {
            mistakes.Add(new DataMistake(file, 1, 1, $"文件名应写成 {Prefix}2024.yaml 的样子。"));
            return null;
        }

        foreach (var entry in map.Entries.Where(e => e.Key is not ("文件" or "放假" or "上班")))
            mistakes.Add(new DataMistake(file, entry.Line, entry.Column, $"不认识“{entry.Key}”，这里可以写：文件、放假、上班。"));
        var source = (map["文件"] as DataScalar)?.Value;
        if (source is null)
            mistakes.Add(new DataMistake(file, 1, 1, "缺少“文件”：放假安排的标题和文号。"));
        var holidays = new Dictionary<DateOnly, string>();
        foreach (var entry in (map["放假"] as DataMap)?.Entries ?? [])
        {
            var ends = ((entry.Value as DataScalar)?.Value ?? "").Split('至', StringSplitOptions.TrimEntries);
            if (ends.Length > 2 || Day(ends[0], year) is not { } first || Day(ends[^1], year) is not { } last || last < first)
            {
                mistakes.Add(new DataMistake(file, entry.Line, entry.Column, $"“{entry.Key}”应写成 2024-02-10 至 2024-02-17，或一天 2024-01-01；日期在 {year} 年或前后一年。"));
                continue;
            }

            for (var day = first; day <= last; day = day.AddDays(1))
                holidays[day] = entry.Key;
        }

        var workdays = new HashSet<DateOnly>();
        foreach (var item in (map["上班"] as DataList)?.Items ?? [])
        {
            if (Day((item as DataScalar)?.Value ?? "", year) is not { DayOfWeek: DayOfWeek.Saturday or DayOfWeek.Sunday } day || holidays.ContainsKey(day))
                mistakes.Add(new DataMistake(file, item.Line, item.Column, "调休上班的日子应是不放假的周六或周日，例如 2024-02-04。"));
            else
                workdays.Add(day);
        }

        return new HolidayYear(year, source ?? "", holidays, workdays);
    }

    private static DateOnly? Day(string text, int year) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && Math.Abs(day.Year - year) <= 1 ? day : null;
}
