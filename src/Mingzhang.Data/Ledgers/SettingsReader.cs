using System.Globalization;
using System.Text;
using Mingzhang.Core.Ledgers;
using Mingzhang.Data.Sheets;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Mingzhang.Data.Ledgers;

/// <summary>Reads 台账.yaml: a list of “name: value”.</summary>
internal sealed class SettingsReader
{
    public const string Agency = "机构", ShortName = "简称", Year = "年度", BudgetEdition = "预算版本", FinalEdition = "决算版本", Scope = "口径", Deviation = "决算差异";
    public const string Department = "部门", SingleUnit = "单位";
    public const int FirstYear = 2015, LastYear = 2035;

    private const string File = LedgerForm.SettingsFile;

    private static readonly string[] Names = [Agency, ShortName, Year, BudgetEdition, FinalEdition, Scope, Deviation];

    private readonly MistakeList mistakes;
    private readonly Dictionary<string, (string Value, int Line)> values = [];

    private SettingsReader(MistakeList mistakes)
    {
        this.mistakes = mistakes;
    }

    /// <summary>Reads the file of a folder; the year is null when it is not known, and so are the settings when anything is amiss.</summary>
    public static (LedgerSettings? Settings, int? Year) Read(LedgerFiles files, MistakeList mistakes)
    {
        var (utf8, problem) = TextFile.Read(files.Read(File));
        if (utf8 is null)
        {
            mistakes.Add(File, null, null, null, problem!);
            return (null, null);
        }

        var reader = new SettingsReader(mistakes);
        return reader.Scan(Encoding.UTF8.GetString(utf8.Value.Span)) ? reader.Judge() : (null, null);
    }

    private (LedgerSettings? Settings, int? Year) Judge()
    {
        var before = mistakes.Count;
        var agency = Required(Agency);
        var year = ReadYear();
        var scope = Required(Scope);
        if (scope is not (null or Department or SingleUnit))
            Fault(Scope, $"应填“{Department}”（含所属单位汇总）或“{SingleUnit}”。");
        var budget = Optional(BudgetEdition);
        var final = Optional(FinalEdition);
        decimal? deviation = Optional(Deviation) is { } percent && decimal.TryParse(percent, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var read) ? read : null;
        if (Optional(Deviation) is not null && deviation is null)
            Fault(Deviation, "应是百分数，不带百分号，例如 10：决算与预算相差超过它的要写原因；不填的，有差异就要写。");
        if (mistakes.Count > before)
            return (null, year);
        return (new LedgerSettings(agency!, Optional(ShortName) ?? agency!, year!.Value, budget, final, scope == Department, deviation), year);
    }

    private int? ReadYear()
    {
        if (Required(Year) is not { } text)
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= FirstYear and <= LastYear)
            return year;
        Fault(Year, $"年度应是 {FirstYear} 至 {LastYear} 之间的四位数，例如 2024。");
        return null;
    }

    private bool Scan(string text)
    {
        var before = mistakes.Count;
        var parser = new Parser(new StringReader(text));
        try
        {
            parser.Consume<StreamStart>();
            if (!parser.TryConsume<DocumentStart>(out _))
                mistakes.Add(File, null, null, null, $"文件是空的：请逐行填写{Expected()}，写成“名称: 值”。");
            else if (!parser.TryConsume<MappingStart>(out _))
                mistakes.Add(File, Line(parser.Current!.Start), null, null, $"每行应写成“名称: 值”，冒号用英文冒号，后面空一格；应有{Expected()}。");
            else
                ScanSettings(parser);
        }
        catch (Exception error) when (error is YamlException or InvalidOperationException)
        {
            // The library's scanner throws the second kind for some brackets left open.
            var at = (error as YamlException)?.Start ?? parser.Current?.End ?? Mark.Empty;
            mistakes.Add(
                File, Line(at), null, null, $"第{at.Column}列起格式有误：每行写成“名称: 值”，冒号用英文冒号、后面空一格，行首不要缩进，引号要成对。");
        }

        return mistakes.Count == before;
    }

    private void ScanSettings(Parser parser)
    {
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var name = parser.Consume<Scalar>();
            if (!parser.TryConsume<Scalar>(out var value))
            {
                mistakes.Add(File, Line(name.Start), name.Value, null, "这一项只能填一个值，写成“名称: 值”。");
                parser.SkipThisAndNestedEvents();
            }
            else if (!Names.Contains(name.Value))
            {
                mistakes.Add(File, Line(name.Start), name.Value, value.Value, $"不认识这一项：应为{Expected()}，请改名或删去。");
            }
            else if (!values.TryAdd(name.Value, (value.Value.Trim(), Line(name.Start))))
            {
                mistakes.Add(File, Line(name.Start), name.Value, value.Value, $"与第{values[name.Value].Line}行重复：请删去一行。");
            }
        }
    }

    private string? Required(string name)
    {
        var text = Optional(name);
        if (text is null)
            mistakes.Add(File, values.TryGetValue(name, out var found) ? found.Line : null, name, null, "未填，此项必填。");
        return text;
    }

    private string? Optional(string name) => values.TryGetValue(name, out var found) && found.Value.Length > 0 ? found.Value : null;

    private void Fault(string name, string message) => mistakes.Add(File, values[name].Line, name, values[name].Value, message);

    private static int Line(Mark mark) => (int)mark.Line;

    private static string Expected() => string.Join('、', Names);
}
