namespace VeniceStudio.Server.Library;

/// <summary>A file that is answered from an S3 store.</summary>
/// <param name="Bytes">The whole file's length.</param>
/// <param name="Open">Opens a stretch: from, length; null when the file is not there.</param>
internal sealed record FileElsewhere(long Bytes, Func<long, long, CancellationToken, Task<ObjectBody?>> Open)
{
    private const int ChunkBytes = 64 * 1024;

    /// <summary>Sends a stretch after the headers that announce it.</summary>
    public async Task SendAsync(ByteRange range, HttpContext context)
    {
        var ct = context.RequestAborted;
        using var body = await Open(range.Start, range.Length, ct);
        if (body is null)
        {
            context.Response.Clear();
            await TypedResults.NotFound().ExecuteAsync(context);
            return;
        }
        var writer = context.Response.BodyWriter;
        var left = range.Length;
        while (left > 0)
        {
            var read = await body.Content.ReadAsync(writer.GetMemory(ChunkBytes)[..(int)Math.Min(ChunkBytes, left)], ct);
            // Shorter than announced: the connection ends early, so that nobody takes it for whole.
            if (read == 0) throw new EndOfStreamException("The S3 store sent less of a file than it holds.");
            writer.Advance(read);
            left -= read;
            if ((await writer.FlushAsync(ct)).IsCompleted) return;
        }
    }
}
