using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Mingzhang.Core.Ledgers;

/// <summary>A project code (项目编码) of the integrated budget: 21 characters, e.g. 42010722202T000000118.</summary>
/// <param name="District">行政区划代码, 6 digits.</param>
/// <param name="YearEntered">Year in which the project entered the store (入库年度), e.g. 2022.</param>
/// <param name="Department">部门代码, 3 digits.</param>
/// <param name="Kind">项目类别, by the letter R, Y or T.</param>
/// <param name="Serial">顺序号, 9 digits.</param>
public sealed record ProjectCode(string District, int YearEntered, string Department, ProjectKind Kind, string Serial)
{
    /// <summary>Number of characters of a code.</summary>
    public const int Length = 21;

    private const string Letters = "RYT";

    /// <summary>Reads a code; otherwise says in Chinese what is wrong with it.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out ProjectCode? code, [NotNullWhen(false)] out string? reason)
    {
        code = null;
        reason = Fault(text);
        if (reason is not null)
            return false;
        code = new ProjectCode(
            text[..6],
            2000 + int.Parse(text.AsSpan(6, 2), NumberStyles.None, CultureInfo.InvariantCulture),
            text[8..11],
            (ProjectKind)Letters.IndexOf(text[11], StringComparison.Ordinal),
            text[12..]);
        return true;
    }

    /// <summary>The code as printed.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{District}{YearEntered % 100:D2}{Department}{Letters[(int)Kind]}{Serial}");

    private static string? Fault(string text)
    {
        if (text.Length != Length)
            return $"项目编码应为{Length}位（区划6位、入库年度2位、部门3位、类别字母1位、顺序号9位），现为{text.Length}位。";
        if (!Letters.Contains(text[11], StringComparison.Ordinal))
            return $"项目编码第12位应为类别字母 R（人员类）、Y（运转类）或 T（特定目标类），现为“{text[11]}”。";
        if (!IsDigits(text, 0, 6))
            return "项目编码第1至6位应为数字（行政区划代码）。";
        if (!IsDigits(text, 6, 2))
            return "项目编码第7至8位应为数字（入库年度的后两位）。";
        if (!IsDigits(text, 8, 3))
            return "项目编码第9至11位应为数字（部门代码）。";
        return IsDigits(text, 12, 9) ? null : "项目编码第13至21位应为数字（顺序号）。";
    }

    private static bool IsDigits(string text, int start, int length) => !text.AsSpan(start, length).ContainsAnyExceptInRange('0', '9');
}
