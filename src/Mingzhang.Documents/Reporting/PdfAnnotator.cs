using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Mingzhang.Core.Auditing;
using Mingzhang.Core.Figures;
using Mingzhang.Documents.Reading;
using Mingzhang.Documents.Reading.Layout;

namespace Mingzhang.Documents.Reporting;

/// <summary>Puts findings into a PDF as highlights with notes (PDF 批注), by qpdf's update of single objects: the pages stay as they are.</summary>
public static class PdfAnnotator
{
    private const double Margin = 18;

    /// <summary>The annotated PDF, or in Chinese why there is none.</summary>
    /// <param name="file">The document with its findings; its content is a PDF.</param>
    /// <param name="withHints">Whether differences that rounding explains are noted, too.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static ReadResult<byte[]> Write(AuditedFile file, bool withHints, CancellationToken cancellation)
    {
        var name = file.Report.Facts.File ?? "PDF";
        var folder = Directory.CreateTempSubdirectory("mingzhang-notes-");
        try
        {
            var (source, update, target) = (Path.Combine(folder.FullName, "in.pdf"), Path.Combine(folder.FullName, "update.json"), Path.Combine(folder.FullName, "out.pdf"));
            using (var stream = File.Create(source))
                stream.Write(file.Content.Span);
            var shown = ExternalProgram.Run("qpdf", ["--json=2", "--json-key=pages", "--json-key=qpdf", "--json-stream-data=none", source], ProgramBounds.Foreign, cancellation);
            if (shown.End == ProgramEnd.Missing)
                return ReadResult<byte[]>.Failed($"{name}：给 PDF 加批注需要程序 qpdf，这台机器上没有。请安装：apt-get install qpdf。");
            if (shown.End != ProgramEnd.Exited || shown.ExitCode is not (0 or 3) || Parse(shown.Output) is not { } pdf)
                return ReadResult<byte[]>.Failed($"{name}：PDF 已损坏或加了密，加不了批注。请重新导出。");
            File.WriteAllText(update, new Update(pdf).Make(file, withHints), new UTF8Encoding(false));
            var made = ExternalProgram.Run("qpdf", [source, "--update-from-json=" + update, target], ProgramBounds.Foreign, cancellation);
            return made.End == ProgramEnd.Exited && File.Exists(target)
                ? ReadResult<byte[]>.Of(File.ReadAllBytes(target))
                : ReadResult<byte[]>.Failed($"{name}：没有加成批注（{made.Errors.Trim()}）。");
        }
        catch (IOException e)
        {
            return ReadResult<byte[]>.Failed($"{name}：加批注时无法使用临时文件夹（{e.Message}）。请检查磁盘空间。");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static JsonNode? Parse(byte[] json)
    {
        try
        {
            return JsonNode.Parse(Encoding.UTF8.GetString(json), null, new JsonDocumentOptions { MaxDepth = 600 });
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The changed and new objects.</summary>
    private sealed class Update(JsonNode pdf)
    {
        private readonly JsonObject _old = pdf["qpdf"]![1]!.AsObject();
        private readonly JsonObject _new = [];
        private int _next = pdf["qpdf"]![0]!["maxobjectid"]!.GetValue<int>();

        public string Make(AuditedFile file, bool withHints)
        {
            var pages = pdf["pages"]!.AsArray().Select(p => p!["object"]!.GetValue<string>()).ToList();
            // A finding without a place in the document is noted at the top of its first page.
            foreach (var page in file.Shown(withHints).Select(f => (Finding: f, At: file.PlaceOf(f))).GroupBy(f => f.At.Page ?? 1))
            {
                if (page.Key >= 1 && page.Key <= pages.Count)
                    Annotate(pages[page.Key - 1], [.. page], file);
            }

            var head = new JsonObject { ["jsonversion"] = 2, ["pdfversion"] = "1.7", ["maxobjectid"] = _next };
            return new JsonObject { ["qpdf"] = new JsonArray(head, _new) }.ToJsonString();
        }

        private void Annotate(string page, List<(Finding Finding, Place At)> findings, AuditedFile file)
        {
            var dictionary = (JsonObject)_old["obj:" + page]!["value"]!.DeepClone();
            var notes = new JsonArray();
            foreach (var old in Array(dictionary["/Annots"]))
                notes.Add(old!.DeepClone());
            var (box, toPage) = Frame(dictionary);
            var unplaced = 0;
            foreach (var (finding, at) in findings)
            {
                double[] corners = at.Box is { Count: 4 } b ? [b[0], b[1], b[2], b[3]] : [Margin, Margin + (22 * unplaced), Margin + 18, Margin + 18 + (22 * unplaced++)];
                notes.Add(Note(finding, file.StateOf(finding), page, Rectangle(corners, box, toPage), at.Box is { Count: 4 }));
            }

            dictionary["/Annots"] = notes;
            _new["obj:" + page] = new JsonObject { ["value"] = dictionary };
        }

        private JsonNode Note(Finding finding, string? state, string page, double[] r, bool isPlaced)
        {
            double[] colour = finding.Severity switch { Severity.Error => [1, 0.45, 0.4], Severity.Warning => [1, 0.8, 0.3], _ => [0.7, 0.8, 0.95] };
            var note = new JsonObject
            {
                ["/Type"] = "/Annot",
                ["/Subtype"] = isPlaced ? "/Highlight" : "/Text",
                ["/Rect"] = Numbers(r),
                ["/C"] = Numbers(colour),
                ["/F"] = 4,
                ["/T"] = "u:明账审核",
                ["/Contents"] = "u:" + FindingText.Note(finding, state),
                ["/P"] = page,
            };
            if (isPlaced)
            {
                note["/QuadPoints"] = Numbers(r[0], r[3], r[2], r[3], r[0], r[1], r[2], r[1]);
                note["/AP"] = new JsonObject { ["/N"] = Appearance(r, colour) };
            }

            return Add(new JsonObject { ["value"] = note });
        }

        // Viewers that draw no highlight of their own show this.
        private string Appearance(double[] r, double[] colour)
        {
            var (width, height) = (r[2] - r[0], r[3] - r[1]);
            var drawing = FormattableString.Invariant($"/G gs {colour[0]} {colour[1]} {colour[2]} rg 0 0 {width:F2} {height:F2} re f");
            return Add(new JsonObject
            {
                ["stream"] = new JsonObject
                {
                    ["data"] = Convert.ToBase64String(Encoding.ASCII.GetBytes(drawing)),
                    ["dict"] = new JsonObject
                    {
                        ["/Type"] = "/XObject",
                        ["/Subtype"] = "/Form",
                        ["/BBox"] = Numbers(0, 0, width, height),
                        ["/Resources"] = new JsonObject { ["/ExtGState"] = new JsonObject { ["/G"] = new JsonObject { ["/BM"] = "/Multiply" } } },
                    },
                },
            });
        }

        private string Add(JsonObject item)
        {
            var reference = $"{++_next} 0 R";
            _new["obj:" + reference] = item;
            return reference;
        }

        private static JsonArray Numbers(params double[] numbers) => [.. numbers.Select(n => (JsonNode)Math.Round(n, 2))];

        private IEnumerable<JsonNode?> Array(JsonNode? node) => Resolve(node) is JsonArray array ? array : [];

        private JsonNode? Resolve(JsonNode? node) =>
            node is JsonValue value && value.TryGetValue<string>(out var text) && text.EndsWith(" R", StringComparison.Ordinal) ? _old["obj:" + text]?["value"] : node;

        // The page's own box and its turn; both may be given by its parents.
        private (double[] Box, PageMatrix ToTopLeft) Frame(JsonObject page)
        {
            var box = Array(Inherited(page, "/MediaBox")).Select(n => Resolve(n)).OfType<JsonValue>().Select(v => v.GetValue<double>()).ToArray();
            if (box.Length != 4)
                box = [0, 0, 595, 842];
            double[] sorted = [Math.Min(box[0], box[2]), Math.Min(box[1], box[3]), Math.Max(box[0], box[2]), Math.Max(box[1], box[3])];
            var turn = Inherited(page, "/Rotate") is JsonValue value && value.TryGetValue<int>(out var degrees) ? degrees : 0;
            return (sorted, PageMatrix.ToTopLeft(sorted[0], sorted[1], sorted[2], sorted[3], turn));
        }

        private JsonNode? Inherited(JsonObject page, string key)
        {
            JsonNode? at = page;
            for (var i = 0; i < 20 && at is JsonObject dictionary; i++)
            {
                if (dictionary[key] is { } value)
                    return Resolve(value);
                at = Resolve(dictionary["/Parent"]);
            }

            return null;
        }

        private static double[] Rectangle(double[] corners, double[] box, PageMatrix toTopLeft)
        {
            var back = toTopLeft.Inverse();
            var (a, b) = (back.Map(corners[0], corners[1]), back.Map(corners[2], corners[3]));
            return
            [
                Math.Clamp(Math.Min(a.X, b.X), box[0], box[2]), Math.Clamp(Math.Min(a.Y, b.Y), box[1], box[3]),
                Math.Clamp(Math.Max(a.X, b.X), box[0], box[2]), Math.Clamp(Math.Max(a.Y, b.Y), box[1], box[3]),
            ];
        }
    }
}
