using System.IO.Compression;

namespace Mingzhang.Documents.Tests.Reading.Fuzz;

/// <summary>Damages files as networks, disks, careless programs and attackers do. The same seed gives the same damage.</summary>
internal static class Mutator
{
    // Signs at which parsers turn: delimiters, numbers beyond all ranges, entities, names that point elsewhere.
    private static readonly string[] Signs =
    [
        "<", ">", "\"", "&", "<!--", "]]>", "<![CDATA[", "<table>", "</table>", "<td colspan=\"999999999\" rowspan=\"999999999\">", "|", "\t", "\n", "\r\n\r\n", "{", "}", "[", "]", ",", ":", "null", "-1", "0", "999999999999999999999",
        "1e999", "NaN", "../../../etc/passwd", "/", "&#x0;", "&#1114112;", "&a;", "<!DOCTYPE a [<!ENTITY a \"b\">]>", "合计", "单位：万元", "表", "，", "\u0000", "\uFFFD", "\uE000", "endstream", "endobj", " 0 R", "<<", ">>", "g 99999999 1", "M 0 0 L", "BI ID EI", "q ", "cm ",
    ];

    /// <summary>The file, damaged.</summary>
    public static byte[] Damage(byte[] file, Random random)
    {
        // Half of the packages are damaged within their parts, where bytes reach the parsers behind the zip.
        if (file.AsSpan().StartsWith("PK\u0003\u0004"u8) && random.Next(2) == 0)
            return Inside(file, random);
        return Bytes(file, random);
    }

    private static byte[] Inside(byte[] file, Random random)
    {
        using var zip = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read);
        var hit = random.Next(zip.Entries.Count);
        var parts = new List<(string, byte[])>();
        for (var i = 0; i < zip.Entries.Count; i++)
        {
            using var stream = zip.Entries[i].Open();
            using var content = new MemoryStream();
            stream.CopyTo(content);
            var name = zip.Entries[i].FullName;
            if (i != hit)
                parts.Add((name, content.ToArray()));
            else if (random.Next(10) == 0)
                parts.Add((Renamed(name, random), content.ToArray()));
            else if (random.Next(20) != 0)
                parts.Add((name, Bytes(content.ToArray(), random)));
        }

        return TinyOfd.Zip(parts);
    }

    private static string Renamed(string name, Random random) => random.Next(3) switch
    {
        0 => "../" + name,
        1 => name.ToUpperInvariant(),
        _ => name.Replace('/', '\\'),
    };

    private static byte[] Bytes(byte[] file, Random random)
    {
        var bytes = new List<byte>(file);
        for (var n = 1 + (random.Next(4) == 0 ? random.Next(40) : random.Next(4)); n > 0 && bytes.Count > 1; n--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(8))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 2:
                    bytes.InsertRange(at, System.Text.Encoding.UTF8.GetBytes(Signs[random.Next(Signs.Length)]));
                    break;
                case 3:
                    var sign = System.Text.Encoding.UTF8.GetBytes(Signs[random.Next(Signs.Length)]);
                    for (var i = 0; i < sign.Length && at + i < bytes.Count; i++)
                        bytes[at + i] = sign[i];
                    break;
                case 4:
                    bytes.RemoveRange(at, Math.Min(bytes.Count - at, 1 + random.Next(200)));
                    break;
                case 5:
                    var piece = bytes.GetRange(at, Math.Min(bytes.Count - at, 1 + random.Next(400)));
                    for (var times = 1 + random.Next(random.Next(20) == 0 ? 200 : 3); times > 0; times--)
                        bytes.InsertRange(at, piece);
                    break;
                case 6:
                    var length = Math.Min(bytes.Count - at, 1 + random.Next(400));
                    var moved = bytes.GetRange(at, length);
                    bytes.RemoveRange(at, length);
                    bytes.InsertRange(random.Next(bytes.Count + 1), moved);
                    break;
                default:
                    if (random.Next(4) == 0)
                        bytes.RemoveRange(at, bytes.Count - at);
                    break;
            }
        }

        return [.. bytes];
    }
}
