using System.Globalization;
using System.Text;

namespace Mingzhang.Documents.Reading.Layout;

/// <summary>Tells what of the pages could not be read (未读取的页): pictures without text, and text in fonts that do not say which characters their signs are.</summary>
internal sealed class PageCheck
{
    /// <summary>Most pages that are read; disclosures have some ten to three hundred.</summary>
    public const int MostPages = 1500;

    /// <summary>From this share of unknown signs on a page's text says nothing.</summary>
    private const double Garbled = 0.3;
    private readonly List<int> _pictures = [];
    private readonly List<int> _garbled = [];
    private int _pages;

    /// <summary>How many pages had text that can be read.</summary>
    public int Readable { get; private set; }

    /// <summary>Takes a page.</summary>
    /// <param name="number">Number from 1.</param>
    /// <param name="words">Its words.</param>
    /// <param name="hasPicture">Whether it shows a picture.</param>
    /// <returns>Whether its words are to be read.</returns>
    public bool Take(int number, IReadOnlyList<PlacedText> words, bool hasPicture)
    {
        _pages++;
        if (words.Count == 0)
        {
            if (hasPicture)
                _pictures.Add(number);
            return true;
        }

        var (signs, unknown) = (0, 0);
        foreach (var rune in words.SelectMany(w => w.Text.EnumerateRunes()))
        {
            signs++;
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Control || rune.Value is 0xFFFD or 0xA4)
                unknown++;
        }

        if (unknown < Garbled * signs)
        {
            Readable++;
            return true;
        }

        _garbled.Add(number);
        return false;
    }

    /// <summary>What was not read, a sentence for each reason.</summary>
    public IEnumerable<string> Notes()
    {
        if (_pictures.Count > 0)
            yield return $"{Numbers(_pictures)}只有图片，没有文字层，没有读取。可先做文字识别（OCR）再试。";
        if (_garbled.Count > 0)
            yield return $"{Numbers(_garbled)}的字体没有给出字符对照（Unicode），读出来是乱码，没有读取。请取得由 Word 或 Excel 重新导出的文件。";
    }

    /// <summary>Why no page could be read; null when some could.</summary>
    public string? Fault()
    {
        if (Readable > 0)
            return null;
        if (_garbled.Count > 0)
            return "字体没有给出字符对照（Unicode），文字读出来是乱码。请取得由 Word 或 Excel 重新导出的文件。";
        return _pages > 0 ? "里没有文字，可能是扫描件。请取得由 Word 或 Excel 导出的文件，或先做文字识别（OCR）再试。" : "里没有页面。请确认文件已完整保存或下载。";
    }

    /// <summary>Pages as a person lists them: 第3、5–7页.</summary>
    public static string Numbers(IReadOnlyList<int> pages)
    {
        var parts = new List<string>();
        for (var i = 0; i < pages.Count;)
        {
            var end = i;
            while (end + 1 < pages.Count && pages[end + 1] == pages[end] + 1)
                end++;
            parts.Add(end == i ? Text(pages[i]) : $"{Text(pages[i])}–{Text(pages[end])}");
            i = end + 1;
        }

        return $"第{string.Join('、', parts)}页";
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
