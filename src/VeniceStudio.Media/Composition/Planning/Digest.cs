using System.Security.Cryptography;
using System.Text;

namespace VeniceStudio.Media.Composition;

internal static class Digest
{
    /// <summary>SHA-256 of a text, in hexadecimal digits.</summary>
    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
