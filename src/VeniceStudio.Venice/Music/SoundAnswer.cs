using VeniceStudio.Venice.Wire;

namespace VeniceStudio.Venice;

/// <summary>
/// Tells a sound from a word about one. The media type decides; where it says nothing (none, or octet-stream) the first bytes do. What
/// calls itself a sound is delivered unseen, even if it is a page: judging files is not this client's work.
/// </summary>
internal static class SoundAnswer
{
    private const int Signature = 12;

    /// <summary>A job's sound, or how far it is.</summary>
    public static async Task<MusicProgress> ReadAsync(Reply reply, CancellationToken ct)
    {
        var (sound, word) = await OpenAsync(reply, ct);
        if (sound is not null) return new MusicProgress.Delivered(sound);

        var job = JobWord.Read(reply, word);
        return job.Stand switch
        {
            JobStand.Working => new MusicProgress.Working(job.Average, job.Elapsed),
            JobStand.Finished => new MusicProgress.Finished(job.Elapsed),
            _ => new MusicProgress.Ended(job.Status, job.Reason),
        };
    }

    /// <summary>A sound and nothing else: this answer was paid for.</summary>
    public static async Task<SoundDownload> ReadSoundAsync(Reply reply, CancellationToken ct)
    {
        var (sound, word) = await OpenAsync(reply, ct);
        return sound ?? throw reply.Unreadable(word);
    }

    private static async Task<(SoundDownload? Sound, ReadOnlyMemory<byte> Word)> OpenAsync(Reply reply, CancellationToken ct)
    {
        if (IsSound(reply.MediaType)) return (new SoundDownload(await reply.StreamAsync(ct), reply.ReceivedBytes, reply.MediaType!), default);
        if (reply.MediaType is not (null or "application/octet-stream" or "binary/octet-stream")) return (null, await reply.BytesAsync(ct));

        var stream = await reply.StreamAsync(ct);
        var head = await stream.PeekAsync(Signature, ct);
        if (TypeOf(head.Span) is { } type) return (new SoundDownload(stream, reply.ReceivedBytes, type), default);

        await using (stream)
        {
            return (null, await WordAsync(stream, ct));
        }
    }

    private static bool IsSound(string? type) => type?.StartsWith("audio/", StringComparison.Ordinal) == true || type == "application/ogg";

    /// <summary>By their first bytes: RIFF, FLAC, Ogg, MP4, MP3 with and without tags, AAC frames.</summary>
    private static string? TypeOf(ReadOnlySpan<byte> head) => head switch
    {
        _ when head.StartsWith("RIFF"u8) => "audio/wav",
        _ when head.StartsWith("fLaC"u8) => "audio/flac",
        _ when head.StartsWith("OggS"u8) => "audio/ogg",
        _ when head.StartsWith("ID3"u8) => "audio/mpeg",
        _ when head.Length >= 8 && head[4..8].SequenceEqual("ftyp"u8) => "audio/mp4",
        [0xFF, var next, ..] when (next & 0xF6) == 0xF0 => "audio/aac",
        [0xFF, var next, ..] when (next & 0xE0) == 0xE0 => "audio/mpeg",
        _ => null,
    };

    /// <summary>A word about a job is a few hundred bytes; more of an unknown thing is not worth reading.</summary>
    private static async Task<ReadOnlyMemory<byte>> WordAsync(Stream stream, CancellationToken ct)
    {
        var word = new byte[64 * 1024];
        return word.AsMemory(0, await stream.ReadAtLeastAsync(word, word.Length, throwOnEndOfStream: false, ct));
    }
}
