using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Ledger;
using VeniceStudio.Server.Library;
using VeniceStudio.Server.Orders;

namespace VeniceStudio.Server.Sounds;

/// <summary>Orders for sound as the API shows them, with their money and their file.</summary>
public static class SoundAnswers
{
    public static async Task<SoundView?> SoundViewAsync(this DbSession session, Guid account, Guid id) =>
        await session.OrderOfAsync<Sound>(account, id) is { } sound ? (await session.ViewsAsync(account, [sound]))[0] : null;

    public static async Task<IReadOnlyList<SoundView>> SoundViewsAsync(this DbSession session, Guid account, Guid batch) =>
        await session.ViewsAsync(account, await session.BatchOfSoundsAsync(account, batch));

    public static async Task<SoundPageView> SoundPageAsync(this DbSession session, Guid account, SoundKind? kind, string? cursor, int limit)
    {
        var rows = await session.SoundPageAsync(account, kind, PagePlace.Parse(cursor), limit + 1);
        var shown = rows.Take(limit).ToList();
        return new SoundPageView(
            await session.ViewsAsync(account, shown), rows.Count > limit ? PagePlace.Of(shown[^1].CreatedAt, shown[^1].Id) : null);
    }

    private static async Task<IReadOnlyList<SoundView>> ViewsAsync(this DbSession session, Guid account, IReadOnlyList<Sound> sounds)
    {
        if (sounds.Count == 0) return [];
        var lines = (await session.LinesAsync(sounds.Select(sound => sound.LedgerId))).ToDictionary(line => line.Id);
        var files = (await session.MediaOfAsync(account, sounds.Select(sound => sound.MediaId).OfType<Guid>())).ToDictionary(file => file.Id);
        return [.. sounds.Select(sound => View(sound, lines[sound.LedgerId], sound.MediaId is { } media ? files.GetValueOrDefault(media) : null))];
    }

    private static SoundView View(Sound sound, LedgerLine line, MediaFile? file)
    {
        var settings = sound.Read();
        var ended = sound.Status is ClipStatus.Failed or ClipStatus.Uncertain;
        return new SoundView(
            sound.Id, sound.BatchId, sound.Kind, sound.Model, sound.ModelName, sound.Prompt, settings.Lyrics, settings, sound.Status,
            ended ? null : sound.Sentence, Progress(sound), line.Quoted, line.Paid - line.Refunded, sound.NewPrice, file?.ToView(),
            ended
                ? new ClipFailureView(
                    sound.FailureKind ?? "failed", sound.Sentence ?? "", sound.SuggestedPrompt, sound.RecommendedModel, sound.Refunded, sound.CanCollectAgain)
                : null,
            sound.CancelAsked, sound.RetryOf, sound.TrackId, sound.CreatedAt, sound.SubmittedAt, sound.FinishedAt);
    }

    private static SoundProgressView? Progress(Sound sound) =>
        sound.Status is not (ClipStatus.Working or ClipStatus.Collecting) || sound.SubmittedAt is not { } since ? null
        : sound is { ObservedAt: { } seen, ElapsedMs: { } elapsed } ? new(elapsed, sound.AverageMs, seen)
        : new(0, sound.AverageMs, since);
}
