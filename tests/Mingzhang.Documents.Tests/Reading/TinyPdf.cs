using System.Globalization;
using System.Text;

namespace Mingzhang.Documents.Tests.Reading;

/// <summary>Writes small PDFs by hand: text in a font whose codes are UTF-16, and lines as the test draws them.</summary>
internal sealed class TinyPdf
{
    private readonly List<(string Content, int Rotate)> _pages = [];
    private readonly StringBuilder _now = new();
    private string? _form;

    public const double Height = 842;

    public static bool CanRead { get; } = OnPath("pdftotext") && OnPath("qpdf");

    /// <summary>Text whose baseline stands at y from the top.</summary>
    public TinyPdf Text(double x, double y, string text, double size = 10)
    {
        var hex = Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text));
        _now.Append(CultureInfo.InvariantCulture, $"BT /F0 {size} Tf 1 0 0 1 {x} {Height - y} Tm <{hex}> Tj ET\n");
        return this;
    }

    public TinyPdf Stroke(double x1, double y1, double x2, double y2) => Raw(FormattableString.Invariant($"{x1} {Height - y1} m {x2} {Height - y2} l S"));

    public TinyPdf Fill(double x, double y, double width, double height) => Raw(FormattableString.Invariant($"{x} {Height - y - height} {width} {height} re f*"));

    /// <summary>Lines of a table: every border from end to end.</summary>
    public TinyPdf Grid(double[] xs, double[] ys)
    {
        foreach (var x in xs)
            Stroke(x, ys[0], x, ys[^1]);
        foreach (var y in ys)
            Stroke(xs[0], y, xs[^1], y);
        return this;
    }

    public TinyPdf Raw(string operators)
    {
        _now.Append(operators).Append('\n');
        return this;
    }

    /// <summary>Puts what was drawn so far into a form that the page draws moved by (dx, dy).</summary>
    public TinyPdf AsForm(double dx, double dy)
    {
        _form = _now.ToString();
        _now.Clear();
        return Raw(FormattableString.Invariant($"q 1 0 0 1 {dx} {-dy} cm /Fm0 Do Q"));
    }

    public TinyPdf EndPage(int rotate = 0)
    {
        _pages.Add((_now.ToString(), rotate));
        _now.Clear();
        return this;
    }

    public byte[] Bytes()
    {
        if (_now.Length > 0)
            EndPage();
        var objects = new List<string>
        {
            "<< /Type /Catalog /Pages 2 0 R >>",
            $"<< /Type /Pages /Count {_pages.Count} /Kids [{string.Join(' ', _pages.Select((_, i) => $"{9 + 2 * i} 0 R"))}] /MediaBox [0 0 595 842] /Resources << /Font << /F0 3 0 R >> /XObject << /Fm0 7 0 R /Im0 8 0 R >> >> >>",
            "<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 6 0 R >>",
            "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 5 0 R /DW 1000 /W [32 126 500] >>",
            "<< /Type /FontDescriptor /FontName /Song /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >>",
            Stream("", "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap end end"),
            Stream("/Type /XObject /Subtype /Form /BBox [-2000 -2000 2000 2000] /Resources << /Font << /F0 3 0 R >> >>", _form ?? ""),
            Stream("/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8", "0"),
        };
        foreach (var (content, rotate) in _pages)
        {
            objects.Add($"<< /Type /Page /Parent 2 0 R /Rotate {rotate} /Contents {objects.Count + 2} 0 R >>");
            objects.Add(Stream("", content));
        }

        var pdf = new StringBuilder("%PDF-1.5\n");
        var offsets = new List<int>();
        for (var i = 0; i < objects.Count; i++)
        {
            offsets.Add(pdf.Length);
            pdf.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var xref = pdf.Length;
        pdf.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets)
            pdf.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n");
        pdf.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R >>\nstartxref\n{xref}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(pdf.ToString());
    }

    private static string Stream(string entries, string data) => $"<< {entries} /Length {data.Length} >>\nstream\n{data}\nendstream";

    public static bool OnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(d => d.Length > 0 && (File.Exists(Path.Combine(d, program)) || File.Exists(Path.Combine(d, program + ".exe"))));
}
