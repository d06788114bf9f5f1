using System.Text;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace Mingzhang.Documents.Publishing.Word;

/// <summary>Writes the XML of one part of a package in the few shapes that documents are made of.</summary>
internal sealed class WordXml : IDisposable
{
    /// <summary>Namespace of the text of a document.</summary>
    public const string Main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /// <summary>Namespace of references between parts.</summary>
    public const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), CloseOutput = true };
    private readonly XmlWriter _writer;

    /// <summary>Begins a part.</summary>
    /// <param name="part">The part.</param>
    /// <param name="root">Name of its root element.</param>
    public WordXml(OpenXmlPart part, string root)
    {
        _writer = XmlWriter.Create(part.GetStream(FileMode.Create), Settings);
        _writer.WriteStartDocument(true);
        _writer.WriteStartElement("w", root, Main);
        _writer.WriteAttributeString("xmlns", "r", null, Relations);
    }

    /// <summary>The writer, for elements of other namespaces.</summary>
    public XmlWriter Writer => _writer;

    /// <summary>Opens an element.</summary>
    public void Open(string name) => _writer.WriteStartElement(name, Main);

    /// <summary>Closes the element opened last.</summary>
    public void Close() => _writer.WriteEndElement();

    /// <summary>An attribute of the open element.</summary>
    public void Attribute(string name, string value) => _writer.WriteAttributeString(name, Main, value);

    /// <summary>A number as an attribute of the open element.</summary>
    public void Attribute(string name, int value)
    {
        _writer.WriteStartAttribute(name, Main);
        _writer.WriteValue(value);
        _writer.WriteEndAttribute();
    }

    /// <summary>An element with a value and nothing in it.</summary>
    public void Value(string name, string value)
    {
        Open(name);
        Attribute("val", value);
        Close();
    }

    /// <summary>An element with a number and nothing in it.</summary>
    public void Value(string name, int value)
    {
        Open(name);
        Attribute("val", value);
        Close();
    }

    /// <summary>An element that says all by being there.</summary>
    public void Flag(string name)
    {
        Open(name);
        Close();
    }

    /// <summary>A run of text; a line feed in it breaks the line, a tab is one.</summary>
    public void Run(string text, string? style = null)
    {
        Open("r");
        if (style is not null)
        {
            Open("rPr");
            Value("rStyle", style);
            Close();
        }

        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] is not ('\n' or '\t'))
                continue;
            if (i > start)
                Text(text[start..i]);
            if (i < text.Length)
                Flag(text[i] == '\n' ? "br" : "tab");
            start = i + 1;
        }

        Close();
    }

    /// <summary>A paragraph of one style; one that keeps with the next stays on its page.</summary>
    public void Paragraph(string style, string text, string? runStyle = null, bool keepsWithNext = false)
    {
        OpenParagraph(style, keepsWithNext);
        if (text.Length > 0)
            Run(text, runStyle);
        Close();
    }

    /// <summary>Opens a paragraph of a style.</summary>
    public void OpenParagraph(string style, bool keepsWithNext = false)
    {
        Open("p");
        Open("pPr");
        Value("pStyle", style);
        if (keepsWithNext)
            Flag("keepNext");
        Close();
    }

    /// <summary>A field with the text it shows until it is computed again.</summary>
    public void Field(string instruction, string shown)
    {
        FieldPart("begin");
        Open("r");
        Open("instrText");
        _writer.WriteAttributeString("xml", "space", null, "preserve");
        _writer.WriteString($" {instruction} ");
        Close();
        Close();
        FieldPart("separate");
        Run(shown);
        FieldPart("end");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _writer.WriteEndDocument();
        _writer.Dispose();
    }

    /// <summary>The text without what XML cannot hold.</summary>
    public static string Clean(string text) => text.All(XmlConvert.IsXmlChar) ? text : string.Concat(text.EnumerateRunes().Where(r => r.Value > 0xFFFF || XmlConvert.IsXmlChar((char)r.Value)).Select(r => r.ToString()));

    private void Text(string text)
    {
        Open("t");
        _writer.WriteAttributeString("xml", "space", null, "preserve");
        _writer.WriteString(Clean(text));
        Close();
    }

    private void FieldPart(string kind)
    {
        Open("r");
        Open("fldChar");
        Attribute("fldCharType", kind);
        Close();
        Close();
    }
}
