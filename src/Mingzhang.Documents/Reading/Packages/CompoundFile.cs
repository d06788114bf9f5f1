using System.Text;

namespace Mingzhang.Documents.Reading.Packages;

/// <summary>Compound files (OLE), in which old Office formats and encrypted new ones are kept.</summary>
internal static class CompoundFile
{
    /// <summary>Whether the bytes are a compound file.</summary>
    public static bool Is(ReadOnlySpan<byte> content) => content.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);

    /// <summary>Whether it has a stream of this name.</summary>
    public static bool Has(ReadOnlySpan<byte> content, string stream) => content.IndexOf(Encoding.Unicode.GetBytes(stream + "\0")) >= 0;

    /// <summary>Whether it holds a DOCX or XLSX under a password.</summary>
    public static bool IsEncrypted(ReadOnlySpan<byte> content) => Is(content) && Has(content, "EncryptedPackage");
}
