using System.Text.Json.Nodes;
using VeniceStudio.Simulator.Faults;
using VeniceStudio.Simulator.Jobs;
using VeniceStudio.Simulator.Wire;

namespace VeniceStudio.Simulator.Routes;

/// <summary>POST /video/complete and /audio/complete: removes the finished media. Again is fine; before the end it is not done.</summary>
internal static class CompleteRoute
{
    public static async Task HandleAsync(Call call)
    {
        using var document = await call.ReadAsync(Schemas.Complete);
        if (document is null) return;
        var body = document.RootElement;
        if (RetrieveRoute.Find(call, body) is not { } job)
        {
            await call.RefuseAsync(Refusals.MediaGone);
            return;
        }

        var faults = new ActiveFaults(job.Faults).With(call.Faults);
        var done = job.IsDone(call.World) && !faults.Has("complete-fails");
        if (done && job.State is not JobState.Deleted)
        {
            call.World.Books.Change(job.QueueId, before => before with { State = JobState.Deleted });
        }
        await call.AnswerAsync(new JsonObject { ["success"] = done });
    }
}
