using Mingzhang.Documents.Reading.Layout;

namespace Mingzhang.Documents.Reading.Pdf;

/// <summary>Finds the ruled lines of a page by running its path operators: strokes, and rectangles filled so thin that they are lines.</summary>
internal sealed class PdfRules
{
    private const int DeepestForm = 8;
    private const int MostOperators = 3_000_000;

    private readonly RuleSheet _rules = new();
    private readonly List<List<(double X, double Y)>> _path = [];
    private int _operators;

    private PdfRules()
    {
    }

    /// <summary>The rules of a content stream.</summary>
    /// <param name="content">Decoded operators.</param>
    /// <param name="matrix">To points from the top left.</param>
    /// <param name="form">Finds a form XObject by its resource name; null when there is none.</param>
    public static List<Rule> Find(byte[] content, PageMatrix matrix, Func<string, PdfForm?> form)
    {
        var rules = new PdfRules();
        rules.Run(content, matrix, form, 0);
        return rules._rules.Rules;
    }

    private void Run(byte[] content, PageMatrix matrix, Func<string, PdfForm?> forms, int depth)
    {
        var lexer = new PdfLexer(content);
        var saved = new Stack<PageMatrix>();
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
                if (++_operators > MostOperators || _rules.IsFull)
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
                        matrix = new PageMatrix(numbers[^6], numbers[^5], numbers[^4], numbers[^3], numbers[^2], numbers[^1]).Then(matrix);
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

    private void Path(string word, List<double> n, PageMatrix m)
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
                    _rules.Stroke(piece, close: word is "s" or "b" or "b*");
                _path.Clear();
                break;
            case "f" or "F" or "f*":
                foreach (var piece in _path)
                    _rules.Fill(piece);
                _path.Clear();
                break;
            case "n":
                _path.Clear();
                break;
        }
    }
}

/// <summary>A form XObject: operators drawn by Do.</summary>
/// <param name="Content">Decoded operators.</param>
/// <param name="Matrix">From its space to that of its user.</param>
/// <param name="Forms">Finds the forms it uses.</param>
internal sealed record PdfForm(byte[] Content, PageMatrix Matrix, Func<string, PdfForm?> Forms);
