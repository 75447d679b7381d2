using VeniceStudio.Media.Ffmpeg;

namespace VeniceStudio.Server.Library;

/// <summary>Stored files as data URLs, the only form in which a studio behind a router can hand Venice a picture or a sound.</summary>
public sealed class MediaDataUrl(MediaStore store)
{
    /// <summary>Venice takes 35 MB of JSON for one video; base64 makes three bytes into four (T13).</summary>
    public const long MostBytes = 26L * 1024 * 1024;

    /// <summary>A sentence when the inputs of one order are too much for one request together; null when they fit.</summary>
    public static string? Refusal(IEnumerable<MediaFile> inputs)
    {
        var bytes = inputs.Sum(media => media.Bytes);
        return bytes <= MostBytes ? null
            : $"The pictures and sounds of this clip have {bytes / 1048576.0:0.#} MB together; Venice takes 26 MB. Use fewer or smaller ones.";
    }

    /// <summary>The whole file as <c>data:{type};base64,…</c>; the type is told by its bytes.</summary>
    /// <exception cref="MediaException">The file is gone from the disk, too large, or of no known kind.</exception>
    public async Task<string> OfAsync(MediaFile media, CancellationToken ct)
    {
        if (Refusal([media]) is { } refusal) throw new MediaException(refusal, MediaFault.OutsideLimits);
        try
        {
            var bytes = await File.ReadAllBytesAsync(await store.LocalAsync(media, ct), ct);
            var kind = ContentSniff.Of(bytes.AsSpan(0, Math.Min(bytes.Length, ContentSniff.HeadBytes)));
            if (kind is ContentKind.Unknown or ContentKind.Empty)
                throw new MediaException($"The stored file {media.Name} is damaged. Upload it again.");
            return $"data:{ContentSniff.MimeType(kind)};base64,{Convert.ToBase64String(bytes)}";
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new MediaException($"The stored file {media.Name} is no longer there. Upload it again.");
        }
    }
}
