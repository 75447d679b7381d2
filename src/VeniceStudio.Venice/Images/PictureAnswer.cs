using System.Buffers.Text;
using System.Text;
using VeniceStudio.Venice.Wire;

namespace VeniceStudio.Venice;

/// <summary>
/// A picture on its way, and what its headers say of it. A blurred or refused picture is a success by its status (T16): whoever takes it
/// looks at the flags. Dispose it to free the connection.
/// </summary>
public sealed class PictureAnswer : IAsyncDisposable
{
    private const int Signature = 12;

    private PictureAnswer(Stream content, long? length, string mimeType, Reply reply)
    {
        (Content, Length, MimeType) = (content, length, mimeType);
        Blurred = Says(reply, "x-venice-is-blurred");
        Violation = Says(reply, "x-venice-is-content-violation") || Says(reply, "x-venice-is-adult-model-content-violation")
            || Says(reply, "x-venice-contains-minor");
        Model = reply.Response.Header("x-venice-model-id");
    }

    /// <summary>Read once, asynchronously. A connection that breaks throws <see cref="VeniceException"/>: the picture was paid for all the same.</summary>
    public Stream Content { get; }

    /// <summary>Bytes in all, when Venice said so.</summary>
    public long? Length { get; }

    /// <summary>By the first bytes, whatever the answer calls itself (T17); <c>application/octet-stream</c> when they are no known picture.</summary>
    public string MimeType { get; }

    /// <summary>Venice blurred it.</summary>
    public bool Blurred { get; }

    /// <summary>Venice took it for a violation of its content policy; it is blank or of no use.</summary>
    public bool Violation { get; }

    /// <summary>The model that really drew it, when Venice says so.</summary>
    public string? Model { get; }

    public ValueTask DisposeAsync() => Content.DisposeAsync();

    internal static async Task<PictureAnswer> ReadAsync(Reply reply, CancellationToken ct)
    {
        if (reply.MediaType?.StartsWith("image/", StringComparison.Ordinal) == true) return await OfStreamAsync(reply, known: true, ct);
        if (reply.MediaType is null or "application/octet-stream" or "binary/octet-stream") return await OfStreamAsync(reply, known: false, ct);
        return OfJson(reply, await reply.BytesAsync(ct));
    }

    private static async Task<PictureAnswer> OfStreamAsync(Reply reply, bool known, CancellationToken ct)
    {
        var stream = await reply.StreamAsync(ct);
        var head = await stream.PeekAsync(Signature, ct);
        var type = TypeOf(head.Span);
        if (type is not null || known) return new PictureAnswer(stream, reply.ReceivedBytes, type ?? "application/octet-stream", reply);

        await stream.DisposeAsync();
        throw reply.Unreadable(default);
    }

    /// <summary>The other form of an answer: base64 texts in a list, without any mark of their type.</summary>
    private static PictureAnswer OfJson(Reply reply, ReadOnlyMemory<byte> body)
    {
        if (reply.Json(body).Texts("images") is not [var text, ..]) throw reply.Unreadable(body);

        var bytes = Encoding.ASCII.GetBytes(text[(text.StartsWith("data:", StringComparison.Ordinal) ? text.IndexOf(',', StringComparison.Ordinal) + 1 : 0)..]);
        if (!Base64.IsValid(bytes)) throw reply.Unreadable(body);

        Base64.DecodeFromUtf8InPlace(bytes, out var length);
        return new PictureAnswer(new MemoryStream(bytes, 0, length, writable: false), length, TypeOf(bytes.AsSpan(0, length)) ?? "application/octet-stream", reply);
    }

    private static bool Says(Reply reply, string header) => string.Equals(reply.Response.Header(header)?.Trim(), "true", StringComparison.OrdinalIgnoreCase);

    private static string? TypeOf(ReadOnlySpan<byte> head) => head switch
    {
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => "image/png",
        [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
        _ when head.Length >= 12 && head.StartsWith("RIFF"u8) && head[8..12].SequenceEqual("WEBP"u8) => "image/webp",
        _ when head.StartsWith("GIF8"u8) => "image/gif",
        _ when head.Length >= 12 && head[4..12].SequenceEqual("ftypavif"u8) => "image/avif",
        _ => null,
    };
}
