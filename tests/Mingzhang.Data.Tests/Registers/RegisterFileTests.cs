using Mingzhang.Data.Registers;
using Mingzhang.Data.Yaml;

namespace Mingzhang.Data.Tests.Registers;

/// <summary>Ready-made registers: all can be read, and mistakes are told by their place.</summary>
public class RegisterFileTests
{
    [Fact]
    public void All_ready_made_registers_are_sound_and_have_periods_and_names_of_their_own()
    {
        var all = new DataFolder(Path.Combine(Checkout.Root, "data")).Registers;
        Assert.True(all.Count >= 10);
        Assert.All(all, r => Assert.NotNull(r.Day));
        Assert.Equal(all.Count, all.Select(r => r.Name).Distinct().Count());
    }

    [Theory]
    [InlineData("名称: 甲\n栏:\n  日期: {种类: 日子}", "“日期”的种类应是 文字、选项")]
    [InlineData("名称: 甲\n唯一: [乙]\n栏:\n  日期: {种类: 日期}", "唯一的“乙”不是台账的栏")]
    [InlineData("名称: 甲 乙\n栏:\n  日期: {种类: 日期}", "台账名称里不能有空格和标点")]
    [InlineData("名称: 甲\n栏:\n  日期: {种类: 日期, 必须: 是}", "不认识“必须”")]
    public void A_mistake_is_told(string text, string words)
    {
        var mistakes = new List<DataMistake>();
        RegisterFiles.Read(text, "x.yaml", mistakes);
        Assert.Contains(words, string.Join('\n', mistakes), StringComparison.Ordinal);
    }
}
