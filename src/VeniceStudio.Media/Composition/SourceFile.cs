using System.Security.Cryptography;
using VeniceStudio.Media.Ffmpeg;

namespace VeniceStudio.Media.Composition;

/// <summary>A file that a film is made from.</summary>
/// <param name="Path">Where it lies now. A segment's key does not know it: files may move.</param>
/// <param name="Hash">SHA-256 of its content in hexadecimal digits, which stands for it in keys.</param>
/// <param name="Kind">What it is by its first bytes, which decides how ffmpeg may open it.</param>
public sealed record SourceFile(string Path, string Hash, ContentKind Kind)
{
    /// <summary>Reads a file whose hash nobody has kept.</summary>
    public static async Task<SourceFile> OfAsync(string path, CancellationToken ct)
    {
        await using var file = File.OpenRead(path);
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, ct));
        return new(path, hash, await ContentSniff.OfFileAsync(path, ct));
    }
}
