using System.Security.Cryptography;

namespace Mingzhang.Storage.Office;

/// <summary>Passwords for one use (一次性密码): read aloud or handed over on paper, and changed at the first sign-in.</summary>
public static class OneTimePassword
{
    // No letters and digits that are taken for each other.
    private const string Letters = "abcdefghjkmnpqrstuvwxyz", Capitals = "ABCDEFGHJKLMNPQRSTUVWXYZ", Digits = "23456789";

    /// <summary>A new one.</summary>
    public static string New() =>
        RandomNumberGenerator.GetString(Capitals, 2) + RandomNumberGenerator.GetString(Letters, 6) + "-" + RandomNumberGenerator.GetString(Digits, 5);
}
