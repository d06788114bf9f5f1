using System.Text;

namespace Mingzhang.Documents.Tests.Reading;

/// <summary>Whatever bytes come, reading ends with a layout or a reason: it never throws and never hangs.</summary>
public class FuzzTests
{
    private static int Cases { get; } = Environment.GetEnvironmentVariable("MINGZHANG_FUZZ") == "1" ? 20_000 : 400;

    private static void MustEnd(byte[] bytes, int seed)
    {
        var result = Shared.Read("f", bytes);
        if (result.IsRead)
        {
            Assert.NotEmpty(result.Value.Blocks);
        }
        else
        {
            Assert.True(result.Error.StartsWith("f：", StringComparison.Ordinal), $"seed {seed}: {result.Error}");
        }
    }

    [Fact]
    public void Random_bytes_never_throw()
    {
        for (var seed = 0; seed < Cases; seed++)
        {
            var random = new Random(seed);
            var bytes = new byte[random.Next(0, 400)];
            random.NextBytes(bytes);
            if (seed % 2 == 0)
            {
                // Half of them of the signs that make layouts.
                var signs = Encoding.UTF8.GetBytes("\t\t\n\n\r|-#<>$\\*合计1.0 \u3000");
                for (var i = 0; i < bytes.Length; i++)
                    bytes[i] = signs[bytes[i] % signs.Length];
            }

            MustEnd(bytes, seed);
        }
    }

    [Fact]
    public void Mutated_and_cut_tables_never_throw()
    {
        var sample = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 20).Select(i => $"表{i}\n\t项目\n\t金额\n\n\t教育支出\n\t{i}.50\n\n合计\t1\t2\t3\n| a | b |\n|---|---|\n")));
        for (var seed = 0; seed < Cases; seed++)
        {
            var random = new Random(seed);
            var bytes = sample[..random.Next(1, sample.Length)];
            for (var n = random.Next(0, 6); n > 0; n--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            MustEnd(bytes, seed);
        }
    }
}
