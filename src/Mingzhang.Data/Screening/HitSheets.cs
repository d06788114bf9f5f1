using System.Globalization;
using CsvHelper;
using Mingzhang.Core.Screening;

namespace Mingzhang.Data.Screening;

/// <summary>The sheets that a run gives (命中清单): a line a hit, and a line for each record of a hit.</summary>
public sealed class HitSheets : IDisposable
{
    private readonly MemoryStream _hits = new(), _records = new();
    private readonly CsvWriter _hitWriter, _recordWriter;
    private int _number;

    /// <summary>Begins the sheets.</summary>
    public HitSheets()
    {
        (_hitWriter, _recordWriter) = (Writer(_hits), Writer(_records));
        Row(_hitWriter, ["命中序号", "规则编号", "规则", "依据", "限值出处", "涉及金额(元)", "记录数", "理由"]);
        Row(_recordWriter, ["命中序号", "规则编号", "文件", "行", "结算编号", "明细编号", "人员编号", "机构代码", "医疗类别", "费用日期", "项目编码", "项目名称", "数量", "单价(元)", "金额(元)"]);
    }

    /// <summary>Adds a hit.</summary>
    /// <param name="hit">The hit.</param>
    public void Add(ScreeningHit hit)
    {
        ArgumentNullException.ThrowIfNull(hit);
        var number = (++_number).ToString(CultureInfo.InvariantCulture);
        Row(_hitWriter, [number, hit.Rule.Id, hit.Rule.Name, hit.Rule.Basis, hit.Rule.LimitSource ?? "示例", Number(hit.Amount, "0.00"), hit.Claims.Count.ToString(CultureInfo.InvariantCulture), hit.Why]);
        foreach (var c in hit.Claims)
        {
            Row(_recordWriter,
            [
                number, hit.Rule.Id, c.File, c.Row.ToString(CultureInfo.InvariantCulture), c.SettlementId, c.Detail ?? "", c.Person, c.Institution, c.Care,
                c.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), c.Item.Code, c.Item.Name, Number(c.Quantity, "0.####"), Number(c.Price, "0.00##"), Number(c.Amount, "0.00##"),
            ]);
        }
    }

    /// <summary>The finished sheets: 命中 and 命中明细.</summary>
    public (byte[] Hits, byte[] Records) Finish()
    {
        _hitWriter.Flush();
        _recordWriter.Flush();
        return (_hits.ToArray(), _records.ToArray());
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _hitWriter.Dispose();
        _recordWriter.Dispose();
        _hits.Dispose();
        _records.Dispose();
    }

    private static CsvWriter Writer(MemoryStream stream) => CsvWriter.Create(stream, new CsvWriterOptions { WriteByteOrderMark = true, NewLine = "\n" });

    private static void Row(CsvWriter writer, IReadOnlyList<string> cells)
    {
        foreach (var cell in cells)
            writer.WriteField(cell);
        writer.EndRecord();
    }

    private static string Number(decimal number, string form) => number.ToString(form, CultureInfo.InvariantCulture);
}
