using System.Text;
using Mingzhang.Data.Ledgers;

namespace Mingzhang.Data.Tests.Ledgers;

public sealed class EncodingMistakeTests
{
    [Fact]
    public void Text_in_UTF_16_is_refused_with_the_way_out()
    {
        using var folder = new SampleFolder();
        Save(folder, Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("经济科目")).ToArray());
        folder.Tells("三公经费.csv：文件编码是 UTF-16（“Unicode 文本”）或不是文本：请另存为 UTF-8 或 GB18030（GBK）编码。");
    }

    [Fact]
    public void Text_in_UTF_16_without_a_mark_is_known_by_its_zero_bytes()
    {
        using var folder = new SampleFolder();
        Save(folder, Encoding.Unicode.GetBytes("经济科目,1"));
        folder.Tells("三公经费.csv：文件编码是 UTF-16（“Unicode 文本”）或不是文本：请另存为 UTF-8 或 GB18030（GBK）编码。");
    }

    [Fact]
    public void Bytes_that_are_neither_encoding_are_refused()
    {
        using var folder = new SampleFolder();
        Save(folder, [0xFF, 0x41, 0xFF, 0x0A]);
        folder.Tells("三公经费.csv：文件编码既不是 UTF-8，也不是 GB18030（GBK）：请另存为 UTF-8 编码。");
    }

    [Fact]
    public void Settings_in_a_wrong_encoding_are_refused_too()
    {
        using var folder = new SampleFolder();
        File.WriteAllBytes(Path.Combine(folder.Path, "台账.yaml"), [0xFF, 0x41, 0xFF, 0x0A]);
        folder.Tells("台账.yaml：文件编码既不是 UTF-8，也不是 GB18030（GBK）：请另存为 UTF-8 编码。");
    }

    [Fact]
    public void Rows_are_counted_as_a_spreadsheet_counts_them()
    {
        using var folder = new SampleFolder();
        Save(folder, Encoding.UTF8.GetBytes("# 一\r\n\r\n经济科目,全年预算数(元)\r\n# 二, \"三\r\n30217,甲\r\n,\r\n\"# 四, 五\",\r\n30231,乙"));
        folder.Tells(
            "三公经费.csv 第5行 全年预算数(元)“甲”：不是数字：只填阿拉伯数字，单位为元，例如 1234.50。",
            "三公经费.csv 第8行 全年预算数(元)“乙”：不是数字：只填阿拉伯数字，单位为元，例如 1234.50。");
    }

    [Fact]
    public void A_folder_that_is_not_there()
    {
        using var folder = new SampleFolder();
        var load = LedgerLoader.Load(Path.Combine(folder.Path, "没有"), SampleFolder.Catalogue);
        Assert.Equal([new LedgerMistake("没有", null, null, null, "找不到这个台账文件夹：请检查路径。")], load.Mistakes);
        Assert.Null(load.Ledger);
    }

    private static void Save(SampleFolder folder, byte[] bytes) => File.WriteAllBytes(Path.Combine(folder.Path, "三公经费.csv"), bytes);
}
