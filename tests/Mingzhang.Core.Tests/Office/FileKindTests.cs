using System.Text;
using Mingzhang.Core.Office;

namespace Mingzhang.Core.Tests.Office;

public class FileKindTests
{
    [Fact]
    public void What_a_file_is_is_told_by_its_content()
    {
        Assert.Equal("application/pdf", FileKind.Of("%PDF-1.4 …"u8)!.MediaType);
        Assert.Equal("image/png", FileKind.Of([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0])!.MediaType);
        Assert.Equal("Word 文档", FileKind.Of([.. "PK\u0003\u0004…word/document.xml"u8])!.Name);
        Assert.Equal("Excel 工作簿", FileKind.Of([.. "PK\u0003\u0004…xl/workbook.xml"u8])!.Name);
        Assert.Equal([".doc", ".wps"], FileKind.Of([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. Encoding.Unicode.GetBytes("WordDocument")])!.Extensions);
        Assert.Equal("文本", FileKind.Of(Encoding.UTF8.GetBytes("机构编码,名称\r\n"))!.Name);
    }

    [Fact]
    public void Programs_archives_macros_and_scripts_are_not_taken()
    {
        Assert.Null(FileKind.Of("MZ program"u8));
        Assert.Null(FileKind.Of("#!/bin/sh\n"u8));
        Assert.Null(FileKind.Of([.. "PK\u0003\u0004…other.txt"u8]));
        Assert.Null(FileKind.Of([.. "PK\u0003\u0004…word/document.xml…word/vbaProject.bin"u8]));
        Assert.Null(FileKind.Of([0, 1, 2, 3]));
        Assert.Null(FileKind.Of([]));
    }

    [Theory]
    [InlineData("/文件夹/笔录.pdf", "笔录.pdf")]
    [InlineData(@"C:\x\笔录.PDF", "笔录.PDF")]
    [InlineData("笔录.exe", "笔录.exe.pdf")]
    [InlineData("a\"\r\nb.pdf", "ab.pdf")]
    [InlineData("..", "附件.pdf")]
    public void A_name_keeps_no_path_no_control_characters_and_an_ending_that_fits(string name, string safe) => Assert.Equal(safe, FileKind.Of("%PDF-"u8)!.SafeName(name));
}
