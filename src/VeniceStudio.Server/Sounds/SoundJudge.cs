using VeniceStudio.Media.Ffmpeg;
using VeniceStudio.Server.Library;
using VeniceStudio.Server.Orders;

namespace VeniceStudio.Server.Sounds;

/// <summary>Whether what came is a sound to its end, and about as long as ordered. Decoding decides, not a name or a header.</summary>
public sealed class SoundJudge(AudioCheck check, MediaProbe probe)
{
    private static readonly AudioLimits Limits = new(MinSeconds: 0.3, MaxSeconds: 3600);

    /// <summary>Shorter than this share of what was ordered is taken for a download that broke off.</summary>
    private const double Enough = 0.8;

    /// <summary>After so many downloads of the same short sound it is what Venice made, and is kept with a note.</summary>
    private const int Convinced = 3;

    /// <param name="sound">The order.</param>
    /// <param name="landed">The file.</param>
    /// <param name="expected">Seconds ordered, or that the model usually makes; null when nobody said.</param>
    /// <param name="ct">Ends the check.</param>
    /// <exception cref="MediaException">Nothing could be judged, for a reason that is not in the file.</exception>
    public async Task<Judgement> JudgeAsync(Sound sound, string landed, double? expected, CancellationToken ct)
    {
        var kind = await ContentSniff.OfFileAsync(landed, ct);
        if (kind is ContentKind.Empty) return new Judgement.Unusable($"Venice sent an empty file instead of this {sound.Noun}.");
        if (!IsSound(kind)) return new Judgement.Unusable($"Venice sent {ContentSniff.InWords(kind)} instead of this {sound.Noun}.");
        try
        {
            var facts = await check.CheckAsync(landed, ct, Limits);
            var least = expected ?? await ClaimedAsync(landed, ct);
            if (facts.DurationSeconds >= least * Enough) return Kept(sound, kind, facts, null);
            var sentence = $"This {sound.Noun} is {facts.DurationSeconds:0.0} s long instead of about {least:0} s.";
            return sound.QueueId is null || sound.Tries >= Convinced ? Kept(sound, kind, facts, sentence) : new Judgement.Unusable(sentence);
        }
        catch (MediaException e) when (e.Fault != MediaFault.Tool)
        {
            return new Judgement.Unusable($"What Venice sent as this {sound.Noun} does not decode to its end.");
        }
    }

    /// <summary>What the header says, which a file that lost its end still claims.</summary>
    private async Task<double> ClaimedAsync(string landed, CancellationToken ct) => (await probe.ProbeAsync(landed, ct)).DurationSeconds;

    private static bool IsSound(ContentKind kind) =>
        kind is ContentKind.Mp3 or ContentKind.Wav or ContentKind.Flac or ContentKind.M4a or ContentKind.Ogg or ContentKind.Mp4;

    private static Judgement.File Kept(Sound sound, ContentKind kind, MediaFacts facts, string? note)
    {
        var heard = kind == ContentKind.Mp4 ? ContentKind.M4a : kind;
        var extension = ContentSniff.Extension(heard);
        return new Judgement.File(
            new MediaLabel(
                MediaKind.Audio, ContentSniff.MimeType(heard), extension, PromptName.Of(sound.Prompt, extension, sound.Kind == SoundKind.Music ? "Song" : "Recording"),
                null, null, facts.DurationSeconds), note);
    }
}
