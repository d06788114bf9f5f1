using System.Globalization;
using Mingzhang.Core.Screening;

namespace Mingzhang.Data.Screening;

/// <summary>
/// Lines laid aside on disk, all lines of a person in one part (按人分放), so that only one part need be in memory. The files are for this run only and are
/// deleted with it.
/// </summary>
public sealed class ClaimSpill : IDisposable
{
    /// <summary>Parts that lines are put into.</summary>
    public const int Parts = 64;

    private readonly string _folder = Directory.CreateTempSubdirectory("mz-screen-").FullName;
    private readonly BinaryWriter[] _writers;

    /// <summary>Opens the parts.</summary>
    public ClaimSpill() => _writers = [.. Enumerable.Range(0, Parts).Select(i => new BinaryWriter(new FileStream(PathOf(i), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16)))];

    /// <summary>Lays a line aside.</summary>
    /// <param name="claim">The line.</param>
    public void Add(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        var to = _writers[PartOf(claim.Person)];
        to.Write(claim.File);
        to.Write(claim.Row);
        to.Write(claim.Detail ?? "");
        to.Write(claim.SettlementId);
        to.Write(claim.Person);
        to.Write((sbyte)(claim.Sex is { } sex ? (int)sex : -1));
        to.Write(claim.BornOn?.DayNumber ?? -1);
        to.Write(claim.Institution);
        to.Write(claim.Care);
        to.Write(claim.From.DayNumber);
        to.Write(claim.To.DayNumber);
        to.Write(claim.Day.DayNumber);
        to.Write(claim.Item.Code);
        to.Write(claim.Item.Name);
        to.Write(claim.Quantity);
        to.Write(claim.Price);
        to.Write(claim.Amount);
        to.Write(claim.Diagnoses);
    }

    /// <summary>The parts, each with all lines of its persons. Read once, after the last line was added.</summary>
    public IEnumerable<IReadOnlyList<Claim>> Read()
    {
        foreach (var writer in _writers)
        {
            writer.Flush();
            var stream = writer.BaseStream;
            var end = stream.Position;
            stream.Position = 0;
            var claims = new List<Claim>();
            var words = new Words();
            using (var reader = new BinaryReader(stream))
            {
                while (stream.Position < end)
                    claims.Add(Next(reader, words));
            }

            yield return claims;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var writer in _writers)
            writer.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static Claim Next(BinaryReader from, Words words) => new()
    {
        File = words.Text(from.ReadString()),
        Row = from.ReadInt32(),
        Detail = from.ReadString() is { Length: > 0 } detail ? detail : null,
        SettlementId = words.Text(from.ReadString()),
        Person = words.Text(from.ReadString()),
        Sex = from.ReadSByte() is >= 0 and var sex ? (Sex)sex : null,
        BornOn = from.ReadInt32() is >= 0 and var born ? DateOnly.FromDayNumber(born) : null,
        Institution = words.Text(from.ReadString()),
        Care = words.Text(from.ReadString()),
        From = DateOnly.FromDayNumber(from.ReadInt32()),
        To = DateOnly.FromDayNumber(from.ReadInt32()),
        Day = DateOnly.FromDayNumber(from.ReadInt32()),
        Item = words.Item(from.ReadString(), from.ReadString()),
        Quantity = from.ReadDecimal(),
        Price = from.ReadDecimal(),
        Amount = from.ReadDecimal(),
        Diagnoses = words.Text(from.ReadString()),
    };

    // The same for every run, so that hits come in the same order.
    private static int PartOf(string person)
    {
        var hash = 2166136261u;
        foreach (var c in person)
            hash = (hash ^ c) * 16777619u;
        return (int)(hash % Parts);
    }

    private string PathOf(int part) => Path.Combine(_folder, part.ToString("00", CultureInfo.InvariantCulture));

    // Each word of a part is in memory once.
    private sealed class Words
    {
        private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
        private readonly Dictionary<(string, string), ClaimItem> _items = [];

        public string Text(string text) => _texts.TryGetValue(text, out var known) ? known : _texts[text] = text;

        public ClaimItem Item(string code, string name) => _items.TryGetValue((code, name), out var known) ? known : _items[(code, name)] = new ClaimItem(code, name);
    }
}
