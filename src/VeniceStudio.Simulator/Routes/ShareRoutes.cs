using VeniceStudio.Simulator.Faults;
using VeniceStudio.Simulator.Jobs;
using VeniceStudio.Simulator.Rendering;
using VeniceStudio.Simulator.Wire;

namespace VeniceStudio.Simulator.Routes;

/// <summary>The links of private clips: no key, a few deliveries, until revoked or expired.</summary>
internal static class ShareRoutes
{
    // The real service means one delivery and tolerates a few repeats.
    private const int MostDeliveries = 6;

    public static async Task ReadAsync(Call call)
    {
        // Nobody may send the key here; tests look at this count.
        if (call.Http.Request.Headers.Authorization.Count > 0) call.World.Count("share-with-key");
        if (Find(call) is not { } known || !known.IsDone(call.World))
        {
            await call.RefuseAsync(Refusals.MediaGone);
            return;
        }
        if (known.Revoked || known.State is JobState.Deleted || known.IsExpired(call.World))
        {
            await call.RefuseAsync(UsedUp);
            return;
        }

        var job = call.World.Books.Change(known.QueueId, before =>
            before with { Deliveries = before.Deliveries + 1, State = JobState.Delivered });
        var faults = new ActiveFaults(job.Faults).With(call.Faults);
        var refusal = faults.Meets("share-404", job.Deliveries) ? Refusals.MediaGone
            : faults.Meets("share-410", job.Deliveries) ? UsedUp
            : faults.Meets("share-429", job.Deliveries) || job.Deliveries > MostDeliveries ? Refusals.RateLimited(null, default) : null;
        if (refusal is not null)
        {
            await call.RefuseAsync(refusal);
            return;
        }
        await SendAsync(call, job, faults);
    }

    public static Task RevokeAsync(Call call)
    {
        if (Find(call) is not { } job) return call.RefuseAsync(Refusals.MediaGone);
        if (job.Revoked) return call.RefuseAsync(UsedUp);
        call.World.Books.Change(job.QueueId, before => before with { Revoked = true });
        call.Http.Response.StatusCode = 204;
        return Task.CompletedTask;
    }

    private static Refusal UsedUp { get; } = Refusal.Plain(410, "This link has expired, was used up, or was revoked.");

    private static SimulatedJob? Find(Call call) => call.World.Books.FindByToken(call.Http.Request.RouteValues["token"] as string ?? "");

    private static async Task SendAsync(Call call, SimulatedJob job, ActiveFaults faults)
    {
        try
        {
            await Delivery.SendAsync(call, faults, await Delivery.ParcelAsync(call, job));
        }
        catch (Exception failure) when (failure is TimeoutException or RenderFailure)
        {
            await call.RefuseAsync(Refusals.AtCapacity);
        }
    }
}
