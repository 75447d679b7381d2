using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Ledger;
using VeniceStudio.Server.Library;
using VeniceStudio.Server.Orders;

namespace VeniceStudio.Server.Storyboard.Stills;

/// <summary>Stills as the API shows them, with their money and their picture.</summary>
internal static class StillAnswers
{
    /// <summary>Every version of every shot's still and of every sheet, oldest first.</summary>
    public static async Task<IReadOnlyList<StillView>> StillViewsAsync(this DbSession session, Guid account, Guid project)
    {
        var given = await session.GivenStillsAsync(account, project);
        var files = await FilesAsync(session, account, project);
        return [.. (await ViewsAsync(session, files, project, await session.StillsAsync(account, project)))
            .Concat(given.Where(still => files.ContainsKey(still.MediaId)).Select(still => View(still, files[still.MediaId]))).OrderBy(view => view.CreatedAt)];
    }

    public static async Task<IReadOnlyList<StillView>> StillBatchAsync(this DbSession session, Guid account, Guid batch)
    {
        var stills = await session.BatchOfStillsAsync(account, batch);
        return stills is [var first, ..]
            ? await ViewsAsync(session, await FilesAsync(session, account, first.ProjectId), first.ProjectId, stills) : [];
    }

    public static async Task<StillView?> StillViewAsync(this DbSession session, Guid account, Guid id) =>
        await session.OrderOfAsync<Still>(account, id) is { } still
            ? (await ViewsAsync(session, await FilesAsync(session, account, still.ProjectId), still.ProjectId, [still]))[0] : null;

    private static async Task<Dictionary<Guid, MediaFile>> FilesAsync(DbSession session, Guid account, Guid project) =>
        (await session.PicturesOfStillsAsync(account, project)).ToDictionary(file => file.Id);

    private static async Task<IReadOnlyList<StillView>> ViewsAsync(
        DbSession session, Dictionary<Guid, MediaFile> files, Guid project, IReadOnlyList<Still> stills)
    {
        if (stills.Count == 0) return [];
        var lines = (await session.MoneyOfStillsAsync(project)).ToDictionary(line => line.Id);
        return [.. stills.Select(still => View(still, lines[still.LedgerId], still.MediaId is { } media ? files.GetValueOrDefault(media) : null))];
    }

    private static StillView View(Still still, LedgerLine line, MediaFile? file)
    {
        var settings = still.Read();
        var ended = still.Status is ClipStatus.Failed or ClipStatus.Uncertain;
        return new StillView(
            still.Id, still.BatchId, still.ProjectId, still.ShotId, still.CastId, still.Purpose, settings.Way, still.Status, still.Model, still.ModelName,
            still.Prompt, settings.Sentence, settings.PictureIds, settings.SafeMode, ended ? null : still.Sentence ?? WaitingFor(still), line.Quoted, line.Paid - line.Refunded,
            still.NewPrice, file?.ToView(),
            ended
                ? new ClipFailureView(
                    still.FailureKind ?? "failed", still.Sentence ?? "", still.SuggestedPrompt, still.RecommendedModel, still.Refunded, still.CanCollectAgain)
                : null,
            still.CancelAsked, still.RetryOf, still.CreatedAt, still.SubmittedAt, still.FinishedAt);
    }

    private static string? WaitingFor(Still still) =>
        still is { Status: ClipStatus.Reserved, SetShotId: not null } ? "It waits for the still of the set that it shows from another angle." : null;

    private static StillView View(GivenStill still, MediaFile file) => new(
        still.Id, null, still.ProjectId, still.ShotId, null, StillPurpose.Given, null, ClipStatus.Done, null, null, null, null, [], false, null, 0, 0, null,
        file.ToView(), null, false, null, still.CreatedAt, null, still.CreatedAt);
}
