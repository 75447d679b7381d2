using System.Text.Json.Nodes;
using VeniceStudio.Server.Accounts;
using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Library;

namespace VeniceStudio.Server.Passthrough;

/// <summary>Answers for the studio's own videos the way Venice would: from the row while it is made, from the library when it is done.</summary>
internal sealed class KnownVideoAnswers(IKnownVideos videos, StudioDb db, MediaStore store, TimeProvider time)
{
    /// <summary>
    /// State or bytes. <paramref name="thenDelete"/>: the caller wants the copy at Venice gone after this answer. The studio has the file,
    /// so that is safe here (T5), and is noted.
    /// </summary>
    public async Task<IResult> RetrieveAsync(Member member, KnownVideo video, bool thenDelete, CancellationToken ct)
    {
        if (video.AccountId != member.Id) return VeniceShape.NotFound();
        switch (video.Status)
        {
            case ClipStatus.Done:
                if (await FileAsync(video, ct) is not { } file) return VeniceShape.NotFound();
                if (thenDelete) await videos.CleanUpAsync(video, ct);
                return file;
            case ClipStatus.Failed or ClipStatus.Cancelled:
                return Failed(video);
            default:
                return Processing(video);
        }
    }

    public async Task<IResult> CompleteAsync(Member member, KnownVideo video, CancellationToken ct)
    {
        if (video.AccountId != member.Id) return VeniceShape.NotFound();
        await videos.CleanUpAsync(video, ct);
        return VeniceShape.Json(200, new JsonObject { ["success"] = true });
    }

    private async Task<IResult?> FileAsync(KnownVideo video, CancellationToken ct)
    {
        if (video.MediaId is not { } id) return null;
        await using var session = await db.ReadAsync(ct);
        return await session.MediaOfAsync(video.AccountId, id) is { } media
            ? await store.AnswerAsync(media, ct) with { Cached = false }
            : null;
    }

    /// <summary>Venice promises both numbers; before it gave an average, two minutes stand for it.</summary>
    private IResult Processing(KnownVideo video) => VeniceShape.Json(200, new JsonObject
    {
        ["status"] = "PROCESSING",
        ["average_execution_time"] = video.AverageMs ?? 120_000,
        ["execution_duration"] = video.ElapsedAt(time.GetUtcNow()),
    });

    private static IResult Failed(KnownVideo video)
    {
        var sentence = video.Sentence ?? (video.Status == ClipStatus.Cancelled ? "This video was cancelled." : "This video could not be made.");
        if (string.Equals(video.FailureKind, "Refused", StringComparison.OrdinalIgnoreCase))
        {
            var error = new JsonObject { ["message"] = sentence, ["type"] = "provider_content_policy", ["credits_refunded"] = video.Refunded ?? false };
            if (video.RecommendedModel is { } model) error["recommended_model"] = model;
            return VeniceShape.Json(422, new JsonObject { ["error"] = error });
        }
        var flat = new JsonObject { ["error"] = sentence };
        if (video.Refunded is { } refunded) flat["credits_refunded"] = refunded;
        if (video.SuggestedPrompt is { } prompt) flat["suggested_prompt"] = prompt;
        return VeniceShape.Json(422, flat);
    }
}
