using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace VeniceStudio.Server.Library;

/// <summary>The checksum that S3 has held every upload against since its beginning. It finds damage; it proves nothing about a sender.</summary>
internal static class Md5
{
    private const int ReadBytes = 256 * 1024;

    /// <summary>Of the next bytes of a stream, which is back where it was afterwards.</summary>
    [SuppressMessage("Security", "CA5351", Justification = "S3's Content-MD5 header takes no other; damage on the way is all that it is for.")]
    public static async Task<byte[]> OfAsync(Stream content, long length, CancellationToken ct)
    {
        var (start, left) = (content.Position, length);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        var buffer = ArrayPool<byte>.Shared.Rent(ReadBytes);
        try
        {
            while (left > 0 && await content.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, left)), ct) is > 0 and var read)
            {
                hash.AppendData(buffer, 0, read);
                left -= read;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
        content.Position = start;
        return hash.GetHashAndReset();
    }

    /// <summary>Holds the store's answer against what was sent. Where it encrypts with keys of its own the tag is no checksum, and the header did the work.</summary>
    /// <exception cref="MediaStoreAwayException">It stored something else.</exception>
    public static void Hold(byte[] sent, string? tag, string? encryption)
    {
        var told = tag?.Trim('"');
        var isChecksum = told is { Length: 32 } && told.All(char.IsAsciiHexDigit) && encryption?.StartsWith("aws:", StringComparison.Ordinal) != true;
        if (isChecksum && !told!.Equals(Convert.ToHexString(sent), StringComparison.OrdinalIgnoreCase))
            throw new MediaStoreAwayException("The S3 store holds other bytes than it was sent. The file is sent again; ask whoever runs the store if this stays.");
    }
}
