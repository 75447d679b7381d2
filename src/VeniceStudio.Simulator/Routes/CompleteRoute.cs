using System.Text.Json.Nodes;
using VeniceStudio.Simulator.Faults;
using VeniceStudio.Simulator.Jobs;
using VeniceStudio.Simulator.Wire;

namespace VeniceStudio.Simulator.Routes;

/// <summary>POST /video/complete: removes a finished clip's media. Again is fine; before the end it is not done.</summary>
internal static class CompleteRoute
{
    public static async Task HandleAsync(Call call)
    {
        using var document = await call.ReadAsync(Schemas.Complete);
        if (document is null) return;
        var body = document.RootElement;
        var job = call.World.Books.Find(MediaData.Text(body, "queue_id")!);
        if (job is null || job.Model != MediaData.Text(body, "model"))
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
