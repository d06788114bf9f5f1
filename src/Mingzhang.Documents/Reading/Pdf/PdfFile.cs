namespace Mingzhang.Documents.Reading.Pdf;

/// <summary>
/// Objects of a PDF read by ourselves: a tenth of the time that a process and its JSON take. What is broken, encrypted or
/// unusual is a <see cref="PdfFaultException"/>, and left to qpdf, which mends and knows more.
/// </summary>
internal sealed class PdfFile : IPdfStore
{
    private const int MostObjects = 2_000_000;
    // Of pages within pages, and of objects that must be read to read another.
    private const int Deepest = 50;
    private const int Tail = 2048;

    private readonly ReadOnlyMemory<byte> _content;
    private readonly PdfFilters _filters = new();
    private readonly Dictionary<int, Entry> _entries = [];
    private readonly Dictionary<int, object?> _objects = [];
    private readonly Dictionary<int, PacketOfObjects> _packets = [];
    private readonly HashSet<int> _opening = [];
    private readonly List<PdfReference> _pages = [];

    // Where an object stands: at an offset of the file, or at a place of an object stream.
    private readonly record struct Entry(bool IsPacked, int Where, int Index);

    private sealed record PacketOfObjects(byte[] Data, int[] Offsets);

    private PdfFile(ReadOnlyMemory<byte> content) => _content = content;

    /// <inheritdoc/>
    public IReadOnlyList<PdfReference> Pages => _pages;

    /// <summary>Opens a PDF.</summary>
    /// <param name="content">The whole file.</param>
    /// <param name="mostPages">Pages beyond these are not looked for.</param>
    /// <exception cref="PdfFaultException">It is left to qpdf.</exception>
    public static PdfFile Open(ReadOnlyMemory<byte> content, int mostPages)
    {
        var file = new PdfFile(content);
        var trailer = file.Sections();
        if (trailer.ContainsKey("/Encrypt"))
            throw new PdfFaultException("encrypted");
        var root = file.Resolve(trailer.GetValueOrDefault("/Root")) as Dictionary<string, object?>;
        if (root?.GetValueOrDefault("/Pages") is not PdfReference pages)
            throw new PdfFaultException("root");
        file.Walk(pages, 0, mostPages);
        return file;
    }

    /// <inheritdoc/>
    public object? Get(PdfReference reference)
    {
        if (_objects.TryGetValue(reference.Number, out var known))
            return known;
        if (!_entries.TryGetValue(reference.Number, out var entry))
            return null;
        if (_opening.Count > Deepest || !_opening.Add(reference.Number))
            throw new PdfFaultException("nesting");
        var value = entry.IsPacked ? Packed(entry) : At(entry.Where, reference.Number);
        _opening.Remove(reference.Number);
        return _objects[reference.Number] = value;
    }

    /// <inheritdoc/>
    public byte[] Data(PdfReference reference) => Get(reference) is PdfStream stream ? Decoded(stream) : [];

    private object? Resolve(object? value)
    {
        for (var i = 0; i < Deepest && value is PdfReference reference; i++)
            value = Get(reference);
        return value;
    }

    private void Walk(PdfReference node, int depth, int mostPages)
    {
        if (depth > Deepest || Get(node) is not Dictionary<string, object?> entries)
            throw new PdfFaultException("pages");
        if (_pages.Count >= mostPages)
            return;
        if (Resolve(entries.GetValueOrDefault("/Kids")) is not List<object?> kids)
        {
            _pages.Add(node);
            return;
        }

        foreach (var kid in kids)
            Walk(kid as PdfReference? ?? throw new PdfFaultException("pages"), depth + 1, mostPages);
    }

    // All cross-reference sections, the newest first: what it says of an object is what holds.
    private Dictionary<string, object?> Sections()
    {
        var bytes = _content.Span;
        var tail = Math.Max(0, bytes.Length - Tail);
        var mark = bytes[tail..].LastIndexOf("startxref"u8);
        if (mark < 0 || !bytes.StartsWith("%PDF-"u8))
            throw new PdfFaultException("startxref");
        var waiting = new Stack<int>([new PdfParser(_content) { At = tail + mark + "startxref"u8.Length }.Whole()]);
        var seen = new HashSet<int>();
        Dictionary<string, object?>? newest = null;
        while (waiting.TryPop(out var offset))
        {
            if (!seen.Add(offset))
                continue;
            var trailer = Section(offset);
            newest ??= trailer;
            if (trailer.GetValueOrDefault("/Prev") is double before)
                waiting.Push(Offset(before));
            // A hybrid file: its packed objects are told beside the table, and come before what is older.
            if (trailer.GetValueOrDefault("/XRefStm") is double beside)
                waiting.Push(Offset(beside));
        }

        return newest!;
    }

    private static int Offset(double number) => number is >= 0 and < int.MaxValue ? (int)number : throw new PdfFaultException("offset");

    private Dictionary<string, object?> Section(int offset)
    {
        if (offset >= _content.Length)
            throw new PdfFaultException("offset");
        var parser = new PdfParser(_content) { At = offset };
        if (!parser.Passes("xref"u8))
            return Stream(parser);
        while (!parser.Passes("trailer"u8))
        {
            var first = parser.Whole();
            var count = parser.Whole();
            for (var i = 0; i < count; i++)
            {
                var where = parser.Whole();
                _ = parser.Whole();
                if (parser.Passes("n"u8))
                    Note(first + i, new Entry(false, where, 0));
                else if (!parser.Passes("f"u8))
                    throw new PdfFaultException("table");
            }
        }

        return parser.Value() as Dictionary<string, object?> ?? throw new PdfFaultException("trailer");
    }

    private Dictionary<string, object?> Stream(PdfParser parser)
    {
        _ = parser.Whole();
        _ = parser.Whole();
        if (!parser.Passes("obj"u8) || parser.Value() is not Dictionary<string, object?> trailer || parser.StreamStart() is not (>= 0 and var start) || trailer.GetValueOrDefault("/W") is not List<object?> { Count: 3 } widths)
            throw new PdfFaultException("table");
        int[] width = [.. widths.Select(w => w is double and >= 0 and <= 4 ? (int)(double)w : throw new PdfFaultException("table"))];
        var data = Decoded(new PdfStream(trailer, start));
        var parts = trailer.GetValueOrDefault("/Index") as List<object?> ?? [0.0, trailer.GetValueOrDefault("/Size")];
        var at = 0;
        for (var p = 0; p + 1 < parts.Count; p += 2)
        {
            if (parts[p] is not double first || parts[p + 1] is not double count)
                throw new PdfFaultException("table");
            for (var i = 0; i < count && at + width.Sum() <= data.Length; i++)
            {
                var kind = width[0] == 0 ? 1 : Field(width[0]);
                var (second, third) = (Field(width[1]), Field(width[2]));
                if (kind is 1 or 2)
                    Note(Offset(first) + i, new Entry(kind == 2, second, third));
            }
        }

        return trailer;

        int Field(int bytes)
        {
            long value = 0;
            for (var i = 0; i < bytes; i++)
                value = (value << 8) | data[at++];
            return value <= int.MaxValue ? (int)value : throw new PdfFaultException("table");
        }
    }

    private void Note(int number, Entry entry)
    {
        if (_entries.Count >= MostObjects)
            throw new PdfFaultException("table");
        _entries.TryAdd(number, entry);
    }

    private object? At(int offset, int number)
    {
        if (offset >= _content.Length)
            throw new PdfFaultException("offset");
        var parser = new PdfParser(_content) { At = offset };
        if (parser.Whole() != number || parser.Whole() < 0 || !parser.Passes("obj"u8))
            throw new PdfFaultException("object");
        var value = parser.Value();
        return value is Dictionary<string, object?> dictionary && parser.StreamStart() is >= 0 and var start ? new PdfStream(dictionary, start) : value;
    }

    private object? Packed(Entry entry)
    {
        if (!_packets.TryGetValue(entry.Where, out var packet))
            _packets[entry.Where] = packet = Packet(entry.Where);
        return entry.Index < packet.Offsets.Length ? new PdfParser(packet.Data) { At = packet.Offsets[entry.Index] }.Value() : throw new PdfFaultException("object");
    }

    private PacketOfObjects Packet(int number)
    {
        if (_entries.GetValueOrDefault(number).IsPacked || Get(new PdfReference(number, 0)) is not PdfStream stream || stream.Dictionary.GetValueOrDefault("/N") is not double count || stream.Dictionary.GetValueOrDefault("/First") is not double first)
            throw new PdfFaultException("objects");
        var data = Decoded(stream);
        var parser = new PdfParser(data);
        var offsets = new int[Math.Min(Offset(count), data.Length)];
        for (var i = 0; i < offsets.Length; i++)
        {
            _ = parser.Whole();
            offsets[i] = Math.Min(Offset(first) + parser.Whole(), data.Length);
        }

        return new PacketOfObjects(data, offsets);
    }

    private byte[] Decoded(PdfStream stream)
    {
        if (Resolve(stream.Dictionary.GetValueOrDefault("/Length")) is not double length || length < 0 || stream.Start + length > _content.Length)
            throw new PdfFaultException("length");
        var end = stream.Start + (int)length;
        // A length that is wrong would cut the data or add to it.
        if (!new PdfParser(_content) { At = end }.Passes("endstream"u8))
            throw new PdfFaultException("length");
        return _filters.Decode(_content[stream.Start..end], Resolve(stream.Dictionary.GetValueOrDefault("/Filter")), Resolve(stream.Dictionary.GetValueOrDefault("/DecodeParms")));
    }
}
