namespace Mingzhang.Data.Sheets;

/// <summary>The files of a ledger by their names (台账的文件): a folder, an unpacked upload, or the sheets of a draft. All are read by the same checks.</summary>
public abstract class LedgerFiles
{
    /// <summary>Names of the files.</summary>
    public abstract IReadOnlyList<string> Names { get; }

    /// <summary>The files of a folder that exists.</summary>
    public static LedgerFiles In(string folder) => new FolderFiles(folder);

    /// <summary>Files in memory.</summary>
    public static LedgerFiles Of(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> contents) => new MemoryFiles(contents);

    /// <summary>Whether there is a file of this name.</summary>
    public abstract bool Has(string file);

    /// <summary>Content of a file that is there.</summary>
    /// <exception cref="IOException">It cannot be read, e.g. because another program holds it.</exception>
    public abstract ReadOnlyMemory<byte> Read(string file);

    private sealed class FolderFiles(string folder) : LedgerFiles
    {
        public override IReadOnlyList<string> Names => [.. Directory.GetFiles(folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

        public override bool Has(string file) => File.Exists(Path.Combine(folder, file));

        public override ReadOnlyMemory<byte> Read(string file) => File.ReadAllBytes(Path.Combine(folder, file));
    }

    private sealed class MemoryFiles(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> contents) : LedgerFiles
    {
        public override IReadOnlyList<string> Names => [.. contents.Keys.Order(StringComparer.Ordinal)];

        public override bool Has(string file) => contents.ContainsKey(file);

        public override ReadOnlyMemory<byte> Read(string file) => contents[file];
    }
}
