using System.Data.Common;

namespace Mingzhang.Storage;

/// <summary>Where a database is (数据库地址): a file of SQLite, or PostgreSQL by its connection string.</summary>
public sealed record StoreAddress
{
    /// <summary>Environment variable that names the file of keys.</summary>
    public const string KeyVariable = "MINGZHANG_KEYS";

    private const string FileName = "mingzhang.db";

    private StoreAddress(string text, bool isFile) => (Text, IsFile) = (text, isFile);

    /// <summary>Path of the file, or the connection string.</summary>
    public string Text { get; }

    /// <summary>Whether it is a file of SQLite.</summary>
    public bool IsFile { get; }

    /// <summary>The address in words that may be shown: the path, or host and database without user and password.</summary>
    public string Shown => IsFile ? Text : Describe(Text);

    /// <summary>
    /// The file of keys for particulars of persons (密钥文件): what <see cref="KeyVariable"/> says, or beside a file of SQLite, or for
    /// PostgreSQL in the user's data folder by the database's name.
    /// </summary>
    public string KeyFile
    {
        get => field ?? (Environment.GetEnvironmentVariable(KeyVariable) is { Length: > 0 } path ? Path.GetFullPath(path)
            : IsFile ? Text + ".keys" : Path.Combine(DataFolder, (Parts(Text).TryGetValue("Database", out var name) ? name : "postgres") + ".keys"));
        init;
    }

    /// <summary>The file in the user's data folder, used when nothing else is asked for.</summary>
    public static StoreAddress Default => new(Path.Combine(DataFolder, FileName), isFile: true);

    private static string DataFolder
    {
        get
        {
            var folder = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
            return Path.Combine(folder.Length > 0 ? folder : AppContext.BaseDirectory, "mingzhang");
        }
    }

    /// <summary>Reads what a person gave: “Host=…;Database=…” for PostgreSQL, anything else is a file.</summary>
    /// <param name="text">The text; null or empty for the default.</param>
    public static StoreAddress Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return Default;
        return IsConnection(text) ? new StoreAddress(text, isFile: false) : new StoreAddress(Path.GetFullPath(text), isFile: true);
    }

    /// <inheritdoc/>
    public override string ToString() => Shown;

    private static bool IsConnection(string text)
    {
        try
        {
            return new DbConnectionStringBuilder { ConnectionString = text }.ContainsKey("Host");
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static string Describe(string text)
    {
        var parts = Parts(text);
        return $"PostgreSQL {parts["Host"]}/{(parts.TryGetValue("Database", out var name) ? name : "")}";
    }

    private static DbConnectionStringBuilder Parts(string text) => new() { ConnectionString = text };
}
