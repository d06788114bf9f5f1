using System.Security.Cryptography;
using System.Text;

namespace Mingzhang.Storage.Privacy;

/// <summary>One key (密钥), with the two that are derived from it.</summary>
internal sealed class PrivacyKey
{
    private const int Bytes = 32;

    public PrivacyKey(byte[] secret)
    {
        Secret = secret;
        Cipher = HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, Bytes, info: "mingzhang cipher"u8.ToArray());
        Digest = HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, Bytes, info: "mingzhang digest"u8.ToArray());
        // The name follows from the key, so that a wrong key can never go by the name of the right one.
        Id = Convert.ToHexStringLower(HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, 5, info: "mingzhang name"u8.ToArray()));
    }

    public string Id { get; }

    public byte[] Secret { get; }

    public byte[] Cipher { get; }

    public byte[] Digest { get; }

    public static PrivacyKey New() => new(RandomNumberGenerator.GetBytes(Bytes));

    public static PrivacyKey? Parse(string text)
    {
        var secret = new byte[Bytes];
        return Convert.TryFromBase64String(text, secret, out var length) && length == Bytes ? new PrivacyKey(secret) : null;
    }
}

/// <summary>The file of keys (密钥文件), outside the database and readable by its owner only: a key a line, the one for new texts last.</summary>
internal static class KeyFile
{
    private const string Heading = "# 明账的密钥：加密证件号码、银行账号和举报人。与数据库分开备份；丢了就没有人能再看到这些内容。一行一把，新的在后，旧的不要删。\n";

    /// <summary>Reads it.</summary>
    /// <returns>The keys, the newest first, none when there is no file; or in Chinese what is wrong.</returns>
    public static (IReadOnlyList<PrivacyKey> Keys, string? Problem) Read(string path)
    {
        if (!File.Exists(path))
            return ([], null);
        var keys = new List<PrivacyKey>();
        try
        {
            foreach (var (line, number) in File.ReadAllLines(path, Encoding.UTF8).Select((l, i) => (l.Trim(), i + 1)))
            {
                if (line.Length == 0 || line[0] == '#')
                    continue;
                if (PrivacyKey.Parse(line) is not { } key)
                    return ([], $"密钥文件 {path} 第 {number} 行不是密钥：文件可能被改过，请从备份换回。");
                keys.Insert(0, key);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return ([], $"读不了密钥文件 {path}（{e.Message}）：请检查它的权限，只有运行明账的账户应能读它。");
        }

        return (keys, null);
    }

    /// <summary>Adds a new key at the end; the file appears whole or not at all.</summary>
    /// <returns>In Chinese why it was not written; null when it was.</returns>
    public static string? Add(string path, PrivacyKey key)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            var text = (File.Exists(path) ? File.ReadAllText(path, Encoding.UTF8) : Heading) + Convert.ToBase64String(key.Secret) + "\n";
            var part = $"{path}.{Guid.NewGuid():N}";
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            // Elsewhere the folder of the user is closed to others by itself.
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using (var stream = new FileStream(part, options))
            {
                stream.Write(Encoding.UTF8.GetBytes(text));
                stream.Flush(flushToDisk: true);
            }

            File.Move(part, path, overwrite: true);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"写不了密钥文件 {path}（{e.Message}）：请检查文件夹的权限，或用环境变量 {StoreAddress.KeyVariable} 另指一个文件。";
        }
    }
}
