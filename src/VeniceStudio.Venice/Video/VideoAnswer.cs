using VeniceStudio.Venice.Wire;

namespace VeniceStudio.Venice;

/// <summary>
/// Tells a video from a word about one. The media type decides; where it says nothing (none, or octet-stream) the first
/// bytes do. What calls itself a video is delivered unseen, even if it is a page: judging files is not this client's work.
/// </summary>
internal static class VideoAnswer
{
    private const int Signature = 12;

    public static async Task<VideoProgress> ReadAsync(Reply reply, VideoTicket ticket, CancellationToken ct)
    {
        if (IsVideo(reply.MediaType)) return new VideoProgress.Delivered(await DeliverAsync(reply, reply.MediaType!, ct));
        if (!IsUntold(reply.MediaType)) return ToProgress(reply, await reply.BytesAsync(ct), ticket);

        var stream = await reply.StreamAsync(ct);
        var head = await stream.PeekAsync(Signature, ct);
        if (TypeOf(head.Span) is { } type) return new VideoProgress.Delivered(new VideoDownload(stream, reply.ReceivedBytes, type));

        await using (stream)
        {
            return ToProgress(reply, await WordAsync(stream, ct), ticket);
        }
    }

    /// <summary>The file behind a link, unless what comes says itself that it is something else.</summary>
    public static async Task<VideoDownload> ReadFileAsync(Reply reply, CancellationToken ct)
    {
        if (IsVideo(reply.MediaType)) return await DeliverAsync(reply, reply.MediaType!, ct);
        if (!IsUntold(reply.MediaType)) throw reply.Unreadable(await reply.BytesAsync(ct));

        return await DeliverAsync(reply, "application/octet-stream", ct);
    }

    private static async Task<VideoDownload> DeliverAsync(Reply reply, string type, CancellationToken ct)
    {
        var stream = await reply.StreamAsync(ct);
        return new VideoDownload(stream, reply.ReceivedBytes, type);
    }

    private static VideoProgress ToProgress(Reply reply, ReadOnlyMemory<byte> body, VideoTicket ticket)
    {
        var job = JobWord.Read(reply, body);
        return job.Stand switch
        {
            JobStand.Working => new VideoProgress.Working(job.Average, job.Elapsed),
            JobStand.Finished =>
                new VideoProgress.Finished(ticket.DownloadUrl ?? job.Body.Address("download_url", "video_url", "url"), job.Elapsed),
            _ => new VideoProgress.Ended(job.Status, job.Reason),
        };
    }

    private static bool IsVideo(string? type) => type?.StartsWith("video/", StringComparison.Ordinal) == true;

    private static bool IsUntold(string? type) => type is null or "application/octet-stream" or "binary/octet-stream";

    /// <summary>MP4 and its kin say <c>ftyp</c> at byte four, Matroska and WebM begin with EBML's mark.</summary>
    private static string? TypeOf(ReadOnlySpan<byte> head)
    {
        ReadOnlySpan<byte> ebml = [0x1A, 0x45, 0xDF, 0xA3];
        if (head.Length >= 8 && head[4..8].SequenceEqual("ftyp"u8)) return "video/mp4";
        return head.StartsWith(ebml) ? "video/webm" : null;
    }

    /// <summary>A word about a job is a few hundred bytes; more of an unknown thing is not worth reading.</summary>
    private static async Task<ReadOnlyMemory<byte>> WordAsync(Stream stream, CancellationToken ct)
    {
        var word = new byte[64 * 1024];
        return word.AsMemory(0, await stream.ReadAtLeastAsync(word, word.Length, throwOnEndOfStream: false, ct));
    }
}
