using System.Runtime.InteropServices;

namespace Mingzhang.Documents.Reading.Packages;

/// <summary>A stream over content that is in memory already, without a second copy of it.</summary>
internal static class ContentStream
{
    /// <summary>The stream; it can only be read.</summary>
    public static MemoryStream Of(ReadOnlyMemory<byte> content) => MemoryMarshal.TryGetArray(content, out var array)
        ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
        : new MemoryStream(content.ToArray(), writable: false);
}
