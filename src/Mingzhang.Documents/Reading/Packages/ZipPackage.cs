using System.Buffers.Binary;
using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace Mingzhang.Documents.Reading.Packages;

/// <summary>
/// A document that is a zip of parts (DOCX, XLSX, OFD), read within bounds: no part grows beyond a limit however well it
/// was packed, nothing is ever written to disk, and XML is read without entities or outside references.
/// </summary>
internal sealed class ZipPackage : IDisposable
{
    private const int MostEntries = 20_000;
    private const int DeepestXml = 1_000;
    private const int EndRecord = 22;
    private const int LongestComment = 65_535;
    private static ReadOnlySpan<byte> EndMark => "PK\x05\x06"u8;
    private readonly ZipArchive _archive;
    private long _left;

    private ZipPackage(ZipArchive archive, long limit)
    {
        _archive = archive;
        _left = limit;
    }

    /// <summary>Whether the bytes are a zip whose list of parts has a name with this beginning. Cheap: only the list is looked at.</summary>
    public static bool Lists(ReadOnlySpan<byte> content, ReadOnlySpan<byte> name)
    {
        if (!content.StartsWith("PK\x03\x04"u8))
            return false;
        var tail = content[Math.Max(0, content.Length - EndRecord - LongestComment)..];
        var end = tail.LastIndexOf(EndMark);
        // A torn zip has lost its list; the names still stand before each part.
        if (end < 0 || tail.Length - end < EndRecord)
            return content.IndexOf(name) >= 0;
        var start = BinaryPrimitives.ReadUInt32LittleEndian(tail[(end + 16)..]);
        return start < content.Length ? content[(int)start..].IndexOf(name) >= 0 : content.IndexOf(name) >= 0;
    }

    /// <summary>Opens the zip.</summary>
    /// <param name="content">Its bytes.</param>
    /// <param name="limit">Most bytes that all parts read as XML may have together.</param>
    /// <exception cref="InvalidDataException">It is damaged or has too many parts.</exception>
    public static ZipPackage Open(ReadOnlyMemory<byte> content, long limit = long.MaxValue)
    {
        var archive = new ZipArchive(ContentStream.Of(content), ZipArchiveMode.Read);
        var package = new ZipPackage(archive, limit);
        if (archive.Entries.Count <= MostEntries)
            return package;
        package.Dispose();
        throw new InvalidDataException("部件过多");
    }

    /// <summary>Reads all parts to see that they are whole and together within a limit.</summary>
    /// <exception cref="InvalidDataException">They are damaged or too large.</exception>
    public void Check(long limit)
    {
        var buffer = new byte[64 * 1024];
        foreach (var entry in _archive.Entries)
        {
            using var stream = entry.Open();
            for (int n; (n = stream.Read(buffer)) > 0;)
            {
                limit -= n;
                if (limit < 0)
                    throw new InvalidDataException("解压后过大");
            }
        }
    }

    /// <summary>Reads a part as XML; null when there is none of this name.</summary>
    /// <param name="name">Name of the part.</param>
    /// <param name="limit">Most bytes it may have.</param>
    /// <exception cref="InvalidDataException">It is damaged or too large.</exception>
    /// <exception cref="XmlException">It is no well-formed XML, or it has a document type.</exception>
    public XElement? Xml(string name, int limit)
    {
        if (_archive.GetEntry(name) is not { } entry)
            return null;
        using var stream = new BoundedStream(entry.Open(), Math.Min(limit, _left));
        using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true });
        var root = Element(reader);
        _left -= stream.Taken;
        return root;
    }

    // As XElement.Load does, but for the bound on depth: the time that takes grows with its square.
    private static XElement? Element(XmlReader reader)
    {
        XElement? root = null;
        var open = new Stack<XElement>();
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    if (open.Count >= DeepestXml)
                        throw new InvalidDataException("嵌套过深");
                    var element = new XElement(XName.Get(reader.LocalName, reader.NamespaceURI));
                    var isEmpty = reader.IsEmptyElement;
                    while (reader.MoveToNextAttribute())
                    {
                        if (reader.NamespaceURI != XNamespace.Xmlns.NamespaceName)
                            element.Add(new XAttribute(XName.Get(reader.LocalName, reader.NamespaceURI), reader.Value));
                    }

                    if (open.TryPeek(out var parent))
                        parent.Add(element);
                    root ??= element;
                    if (!isEmpty)
                        open.Push(element);
                    break;
                case XmlNodeType.EndElement:
                    open.Pop();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    if (open.TryPeek(out var owner))
                        owner.Add(new XText(reader.Value));
                    break;
            }
        }

        return root;
    }

    /// <inheritdoc/>
    public void Dispose() => _archive.Dispose();

    private sealed class BoundedStream(Stream inner, long left) : Stream
    {
        private long _left = left;

        public long Taken { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var n = inner.Read(buffer, offset, count);
            _left -= n;
            Taken += n;
            return _left >= 0 ? n : throw new InvalidDataException("解压后过大");
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
