using System.Buffers.Binary;
using System.IO.Compression;

namespace Mingzhang.Documents.Tests.Publishing;

/// <summary>A picture in grey, read from the PNG that poppler writes: 8 bits a colour, grey or red, green and blue, not interlaced.</summary>
internal sealed record GreyPicture(int Width, int Height, byte[] Pixels)
{
    private const int Block = 6;

    /// <summary>Reads a PNG.</summary>
    /// <exception cref="InvalidDataException">It is of another kind.</exception>
    public static GreyPicture Read(string path)
    {
        var bytes = File.ReadAllBytes(path).AsSpan();
        using var data = new MemoryStream();
        var (width, height, colours) = (0, 0, 1);
        for (var at = 8; at < bytes.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(bytes[at..]);
            var kind = System.Text.Encoding.ASCII.GetString(bytes.Slice(at + 4, 4));
            var body = bytes.Slice(at + 8, length);
            if (kind == "IHDR")
            {
                (width, height) = (BinaryPrimitives.ReadInt32BigEndian(body), BinaryPrimitives.ReadInt32BigEndian(body[4..]));
                if (body[8] != 8 || body[9] is not (0 or 2) || body[12] != 0)
                    throw new InvalidDataException("Only pictures of 8 bits in grey or in colours are read.");
                colours = body[9] == 2 ? 3 : 1;
            }
            else if (kind == "IDAT")
            {
                data.Write(body);
            }

            at += length + 12;
        }

        data.Position = 0;
        using var inflated = new ZLibStream(data, CompressionMode.Decompress);
        var pixels = new byte[width * height];
        var line = new byte[width * colours];
        var above = new byte[line.Length];
        for (var y = 0; y < height; y++)
        {
            var filter = inflated.ReadByte();
            inflated.ReadExactly(line);
            for (var x = 0; x < line.Length; x++)
            {
                int left = x >= colours ? line[x - colours] : 0, up = above[x], corner = x >= colours ? above[x - colours] : 0;
                line[x] += (byte)(filter switch { 0 => 0, 1 => left, 2 => up, 3 => (left + up) / 2, 4 => Nearest(left, up, corner), _ => throw new InvalidDataException($"Filter {filter}.") });
            }

            for (var x = 0; x < width; x++)
                pixels[(y * width) + x] = (byte)(line.AsSpan(x * colours, colours).ToArray().Sum(c => c) / colours);
            line.CopyTo(above, 0);
        }

        return new GreyPicture(width, height, pixels);
    }

    /// <summary>
    /// How unlike two pictures are: the share, in per cent, of squares of 5 mm whose darkness differs clearly in all places within
    /// one pixel. Pictures of different size are wholly unlike.
    /// </summary>
    public decimal Unlike(GreyPicture other)
    {
        if (Width != other.Width || Height != other.Height)
            return 100m;
        var (blocks, unlike) = (0, 0);
        for (var y = Block; y + (2 * Block) <= Height; y += Block)
        {
            for (var x = Block; x + (2 * Block) <= Width; x += Block)
            {
                var own = Darkness(x, y);
                if (own < 2 && other.Darkness(x, y) < 2)
                    continue;
                blocks++;
                var least = Enumerable.Range(-1, 3).SelectMany(dy => Enumerable.Range(-1, 3).Select(dx => Math.Abs(own - other.Darkness(x + dx, y + dy)))).Min();
                if (least > 28)
                    unlike++;
            }
        }

        return blocks == 0 ? 0m : 100m * unlike / blocks;
    }

    /// <summary>The same picture with a band of it made white.</summary>
    public GreyPicture Without(int fromRow, int rows)
    {
        var pixels = (byte[])Pixels.Clone();
        Array.Fill(pixels, (byte)255, fromRow * Width, rows * Width);
        return this with { Pixels = pixels };
    }

    private int Darkness(int x, int y)
    {
        var sum = 0;
        for (var row = y; row < y + Block; row++)
        {
            for (var column = x; column < x + Block; column++)
                sum += 255 - Pixels[(row * Width) + column];
        }

        return sum / (Block * Block);
    }

    private static int Nearest(int left, int up, int corner)
    {
        var p = left + up - corner;
        var (l, u, c) = (Math.Abs(p - left), Math.Abs(p - up), Math.Abs(p - corner));
        return l <= u && l <= c ? left : u <= c ? up : corner;
    }
}
