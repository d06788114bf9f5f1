using System.Security.Cryptography;
using System.Text;

namespace Mingzhang.Storage.Privacy;

/// <summary>
/// Seals particulars of persons before they are stored (字段加密): AES-GCM, the key's name in front, so that keys may be changed and
/// old texts stay readable; and makes the keyed digest by which a sealed text is found again. The field's name is part of both: a
/// sealed text that was moved to another field does not open, and equal texts of two fields have different digests.
/// </summary>
public sealed class Vault
{
    private const string Form = "mz1";
    private const int NonceBytes = 12, TagBytes = 16;

    private readonly IReadOnlyList<PrivacyKey> _keys;

    internal Vault(IReadOnlyList<PrivacyKey> keys) => _keys = keys;

    /// <summary>Names of the keys, the one for new texts first.</summary>
    internal IReadOnlyList<string> KeyIds => [.. _keys.Select(k => k.Id)];

    /// <summary>Seals a text, e.g. <c>mz1:3f0a…:…</c>; two seals of one text differ.</summary>
    /// <param name="field">Name of the field, e.g. 救助对象.证件号码; the same to open it.</param>
    /// <param name="text">The text.</param>
    public string Seal(string field, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var plain = Encoding.UTF8.GetBytes(text);
        var whole = new byte[NonceBytes + plain.Length + TagBytes];
        var nonce = whole.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = new AesGcm(_keys[0].Cipher, TagBytes);
        cipher.Encrypt(nonce, plain, whole.AsSpan(NonceBytes, plain.Length), whole.AsSpan(NonceBytes + plain.Length), Encoding.UTF8.GetBytes(field));
        return $"{Form}:{_keys[0].Id}:{Convert.ToBase64String(whole)}";
    }

    /// <summary>Opens a sealed text.</summary>
    /// <param name="field">Name of the field it was sealed for.</param>
    /// <param name="sealedText">What <see cref="Seal"/> gave.</param>
    /// <returns>The text; or null and in Chinese why it cannot be read.</returns>
    public (string? Text, string? Problem) Open(string field, string sealedText)
    {
        ArgumentNullException.ThrowIfNull(sealedText);
        var parts = sealedText.Split(':');
        if (parts is not [Form, var id, var body])
            return (null, "加密内容的格式不对：数据库可能被改过，请从备份恢复。");
        if (_keys.FirstOrDefault(k => k.Id == id) is not { } key)
            return (null, $"这项内容用密钥 {id} 加密，而密钥文件里没有它：请把含有它的密钥文件放回。");
        var whole = new byte[(body.Length / 4) * 3];
        if (!Convert.TryFromBase64String(body, whole, out var length) || length < NonceBytes + TagBytes)
            return (null, "加密内容不完整：数据库可能被改过，请从备份恢复。");
        var plain = new byte[length - NonceBytes - TagBytes];
        using var cipher = new AesGcm(key.Cipher, TagBytes);
        try
        {
            cipher.Decrypt(whole.AsSpan(0, NonceBytes), whole.AsSpan(NonceBytes, plain.Length), whole.AsSpan(NonceBytes + plain.Length, TagBytes), plain, Encoding.UTF8.GetBytes(field));
        }
        catch (AuthenticationTagMismatchException)
        {
            return (null, "加密内容与校验不符：数据库可能被改过，请从备份恢复。");
        }

        return (Encoding.UTF8.GetString(plain), null);
    }

    /// <summary>Digest of a text by the newest key, to store beside the sealed one and to look it up by.</summary>
    /// <param name="field">Name of the field.</param>
    /// <param name="text">The text, in the one way it is written: upper case, no spaces.</param>
    public string Digest(string field, string text) => Digest(_keys[0], field, text);

    /// <summary>Digests of a text by every key: what was stored under an older key is found as well.</summary>
    /// <param name="field">Name of the field.</param>
    /// <param name="text">The text.</param>
    public IReadOnlyList<string> Digests(string field, string text) => [.. _keys.Select(k => Digest(k, field, text))];

    private static string Digest(PrivacyKey key, string field, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return key.Id + ":" + Convert.ToBase64String(HMACSHA256.HashData(key.Digest, Encoding.UTF8.GetBytes($"{field}\0{text}")), 0, 18);
    }
}
