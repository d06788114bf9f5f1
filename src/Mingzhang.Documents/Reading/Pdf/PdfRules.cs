using Mingzhang.Documents.Reading.Layout;

namespace Mingzhang.Documents.Reading.Pdf;

/// <summary>Finds the ruled lines of a page by running its path operators: strokes, and rectangles filled so thin that they are lines.</summary>
internal sealed class PdfRules
{
    /// <summary>Thickest line; also how far a line may lean. In points.</summary>
    private const double Thin = 3.0;
    private const int DeepestForm = 8;
    private const int MostOperators = 3_000_000;
    private const int MostRules = 60_000;

    private readonly List<Rule> _rules = [];
    private readonly List<List<(double X, double Y)>> _path = [];
    private int _operators;

    private PdfRules()
    {
    }

    /// <summary>The rules of a content stream.</summary>
    /// <param name="content">Decoded operators.</param>
    /// <param name="matrix">To points from the top left.</param>
    /// <param name="form">Finds a form XObject by its resource name; null when there is none.</param>
    public static List<Rule> Find(byte[] content, PdfMatrix matrix, Func<string, PdfForm?> form)
    {
        var rules = new PdfRules();
        rules.Run(content, matrix, form, 0);
        return rules._rules;
    }

    private void Run(byte[] content, PdfMatrix matrix, Func<string, PdfForm?> forms, int depth)
    {
        var lexer = new PdfLexer(content);
        var saved = new Stack<PdfMatrix>();
        var numbers = new List<double>();
        var name = "";
        for (var token = lexer.Next(); token != PdfToken.End; token = lexer.Next())
        {
            if (token == PdfToken.Number)
            {
                if (numbers.Count < 1000)
                    numbers.Add(lexer.Number);
            }
            else if (token == PdfToken.Name)
            {
                name = lexer.Word;
            }
            else if (token == PdfToken.Operator)
            {
                if (++_operators > MostOperators || _rules.Count > MostRules)
                    return;
                switch (lexer.Word)
                {
                    case "q" when saved.Count < 1000:
                        saved.Push(matrix);
                        break;
                    case "Q" when saved.Count > 0:
                        matrix = saved.Pop();
                        break;
                    case "cm" when numbers.Count >= 6:
                        matrix = new PdfMatrix(numbers[^6], numbers[^5], numbers[^4], numbers[^3], numbers[^2], numbers[^1]).Then(matrix);
                        break;
                    case "Do" when depth < DeepestForm && forms(name) is { } form:
                        Run(form.Content, form.Matrix.Then(matrix), form.Forms, depth + 1);
                        break;
                    default:
                        Path(lexer.Word, numbers, matrix);
                        break;
                }

                numbers.Clear();
            }
        }
    }

    private void Path(string word, List<double> n, PdfMatrix m)
    {
        switch (word)
        {
            case "m" when n.Count >= 2:
                _path.Add([m.Map(n[^2], n[^1])]);
                break;
            case "l" when n.Count >= 2 && _path.Count > 0:
                _path[^1].Add(m.Map(n[^2], n[^1]));
                break;
            case "c" or "v" or "y" when n.Count >= 4 && _path.Count > 0:
                // A curve is no rule: its end starts a new piece.
                _path.Add([m.Map(n[^2], n[^1])]);
                break;
            case "re" when n.Count >= 4:
                var (x, y, w, h) = (n[^4], n[^3], n[^2], n[^1]);
                _path.Add([m.Map(x, y), m.Map(x + w, y), m.Map(x + w, y + h), m.Map(x, y + h), m.Map(x, y)]);
                break;
            case "h" when _path.Count > 0:
                _path[^1].Add(_path[^1][0]);
                break;
            case "S" or "s" or "B" or "B*" or "b" or "b*":
                foreach (var piece in _path)
                    Stroke(piece, close: word is "s" or "b" or "b*");
                _path.Clear();
                break;
            case "f" or "F" or "f*":
                foreach (var piece in _path)
                    Fill(piece);
                _path.Clear();
                break;
            case "n":
                _path.Clear();
                break;
        }
    }

    private void Stroke(List<(double X, double Y)> piece, bool close)
    {
        for (var i = 1; i < piece.Count; i++)
            Line(piece[i - 1], piece[i]);
        if (close && piece.Count > 2)
            Line(piece[^1], piece[0]);
    }

    private void Line((double X, double Y) a, (double X, double Y) b)
    {
        var (dx, dy) = (Math.Abs(a.X - b.X), Math.Abs(a.Y - b.Y));
        if (dy <= 1 && dx > dy)
            Add(true, (a.Y + b.Y) / 2, a.X, b.X);
        else if (dx <= 1 && dy > dx)
            Add(false, (a.X + b.X) / 2, a.Y, b.Y);
    }

    private void Fill(List<(double X, double Y)> piece)
    {
        if (piece.Count < 3)
            return;
        var (left, right) = (piece.Min(p => p.X), piece.Max(p => p.X));
        var (top, bottom) = (piece.Min(p => p.Y), piece.Max(p => p.Y));
        // A dot where lines meet belongs to both.
        if (bottom - top <= Thin)
            Add(true, (top + bottom) / 2, left, right);
        if (right - left <= Thin)
            Add(false, (left + right) / 2, top, bottom);
    }

    private void Add(bool horizontal, double at, double from, double to)
    {
        if (double.IsFinite(at) && double.IsFinite(from) && double.IsFinite(to) && Math.Abs(at) < 1e5 && Math.Abs(from) < 1e5 && Math.Abs(to) < 1e5)
            _rules.Add(new Rule(horizontal, at, Math.Min(from, to), Math.Max(from, to)));
    }
}

/// <summary>A form XObject: operators drawn by Do.</summary>
/// <param name="Content">Decoded operators.</param>
/// <param name="Matrix">From its space to that of its user.</param>
/// <param name="Forms">Finds the forms it uses.</param>
internal sealed record PdfForm(byte[] Content, PdfMatrix Matrix, Func<string, PdfForm?> Forms);
