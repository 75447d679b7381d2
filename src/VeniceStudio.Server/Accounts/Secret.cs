using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace VeniceStudio.Server.Accounts;

/// <summary>Random strings that open something. The studio keeps only their SHA-256: they carry 256 random bits, so a slow hash adds nothing.</summary>
internal static class Secret
{
    public const string TokenPrefix = "vst_";

    public static string New(string prefix = "") => prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
