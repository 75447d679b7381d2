using System.Text.Json;
using System.Text.Json.Nodes;
using VeniceStudio.Simulator.Faults;
using VeniceStudio.Simulator.Jobs;
using VeniceStudio.Simulator.Orders;
using VeniceStudio.Simulator.Rendering;
using VeniceStudio.Simulator.Wire;

namespace VeniceStudio.Simulator.Routes;

/// <summary>POST /video/retrieve and /audio/retrieve: how far a job is, or its clip or sound.</summary>
internal static class RetrieveRoute
{
    public static async Task HandleAsync(Call call)
    {
        using var document = await call.ReadAsync(Schemas.Retrieve);
        if (document is null) return;
        var (body, books) = (document.RootElement, call.World.Books);
        if (Find(call, body) is not { } known)
        {
            await call.RefuseAsync(Refusals.MediaGone);
            return;
        }
        var job = books.Change(known.QueueId, before => before with { Polls = before.Polls + 1 });
        var faults = new ActiveFaults(job.Faults).With(call.Faults);
        call.Http.Response.Headers["x-venice-model-id"] = job.Model;
        if (await FailedPollAsync(call, job, faults)) return;
        if (job.State is JobState.Deleted || faults.Has("lost") || job.IsExpired(call.World))
        {
            await call.RefuseAsync(Refusals.MediaGone);
            return;
        }
        if (await EndedAsync(call, job, faults)) return;
        if (!job.IsDone(call.World))
        {
            await call.AnswerAsync(Progress(job, faults, faults.Text("status-while", "RUNNING") ?? "PROCESSING", call.World));
            return;
        }
        await FinishAsync(call, job, faults, VideoOrder.Flag(body, "delete_media_on_completion", false));
    }

    /// <summary>The job that a body names: by id and model, and clips at the clips' routes, sounds at the sounds'.</summary>
    public static SimulatedJob? Find(Call call, JsonElement body) =>
        call.World.Books.Find(MediaData.Text(body, "queue_id")!) is { } job && job.Model == MediaData.Text(body, "model")
            && job.Sound is not null == call.Route.Name.StartsWith("audio/", StringComparison.Ordinal) ? job : null;

    private static async Task<bool> FailedPollAsync(Call call, SimulatedJob job, ActiveFaults faults)
    {
        if (job.Polls == 1 && faults.Number("slow-first-poll", 2) is { } late) await call.DelayAsync(late);
        if (faults.Meets("poll-cut", job.Polls)) return RequestFaults.Cut(call);
        var now = call.World.Clock.Now;
        var refusal = faults.Meets("poll-500", job.Polls) ? Refusals.Failed
            : faults.Meets("poll-503", job.Polls) ? Refusals.AtCapacity
            : faults.Meets("poll-429", job.Polls) ? Refusals.RateLimited(now + TimeSpan.FromSeconds(5), now)
            : faults.Meets("poll-403", job.Polls) ? Refusals.Region : null;
        if (refusal is null) return false;
        await call.RefuseAsync(refusal);
        return true;
    }

    // A job that ended once stays ended, and its price comes back at most once.
    private static async Task<bool> EndedAsync(Call call, SimulatedJob job, ActiveFaults faults)
    {
        var done = job.IsDone(call.World);
        if (done && faults.Text("status", "CANCELLED") is { } word)
        {
            await FailAsync(call, job, faults, "The generation was ended.", word);
            return true;
        }
        if (job.State is JobState.Failed || job.Polls >= faults.Number("fail-after", 1))
        {
            await FailAsync(call, job, faults, "The generation failed.");
            return true;
        }
        foreach (var (name, refunded, flat) in Refused)
        {
            if (!done || !faults.Has(name)) continue;
            var back = refunded ? job.Price : 0;
            call.World.Books.Change(job.QueueId, before => before with { State = JobState.Refused, Refunded = back });
            // For sound the documented body is the one of a refused prompt, which does not say what became of the price.
            await call.RefuseAsync(job.Sound is not null && !flat ? Refusals.Content(MusicQueueRoute.Suggestion)
                : Refusals.Provider(refunded, faults.Text("recommend", QueueRoute.Recommended), flat));
            return true;
        }
        return false;
    }

    private static readonly (string Name, bool Refunded, bool Flat)[] Refused =
    [
        ("refuse-422-refunded", true, false), ("refuse-422-kept", false, false), ("refuse-422-flat-refunded", true, true),
        ("refuse-422-flat-kept", false, true),
    ];

    private static Task FailAsync(Call call, SimulatedJob job, ActiveFaults faults, string reason, string word = "FAILED")
    {
        var back = faults.Has("refund") ? job.Price : job.Refunded;
        call.World.Books.Change(job.QueueId, before => before with { State = JobState.Failed, Refunded = back });
        var answer = Progress(job, faults, word, call.World);
        answer["error"] = reason;
        return call.AnswerAsync(answer);
    }

    private static async Task FinishAsync(Call call, SimulatedJob job, ActiveFaults faults, bool delete)
    {
        Parcel parcel;
        try
        {
            parcel = await Delivery.ParcelAsync(call, job);
        }
        catch (TimeoutException)
        {
            await call.AnswerAsync(Progress(job, faults, "PROCESSING", call.World));
            return;
        }
        catch (RenderFailure failure)
        {
            await FailAsync(call, job, faults, failure.Message);
            return;
        }
        if (job.ShareToken is not null || faults.Has("no-times") && job.State is JobState.Working)
        {
            if (job.ShareToken is null) call.World.Books.Change(job.QueueId, before => before with { State = JobState.Delivered });
            await call.AnswerAsync(Progress(job, faults, "COMPLETED", call.World));
            return;
        }
        var sent = call.World.Books.Change(job.QueueId, before =>
            before with { Deliveries = before.Deliveries + 1, State = delete ? JobState.Deleted : JobState.Delivered });
        await Delivery.SendAsync(call, faults, parcel with { Times = sent.Deliveries });
    }

    private static JsonObject Progress(SimulatedJob job, ActiveFaults faults, string status, SimulatorWorld world)
    {
        var answer = new JsonObject { ["status"] = faults.Has("lowercase") ? status.ToLowerInvariant() : status };
        if (faults.Has("no-times") && status == "COMPLETED") return answer;
        answer["average_execution_time"] = world.Clock.Told(job.AverageSeconds);
        var longest = faults.Has("stuck") ? job.RunSeconds * 10 : job.RunSeconds;
        answer["execution_duration"] = world.Clock.Told(Math.Min(world.Clock.Since(job.QueuedAt), longest));
        return answer;
    }
}
