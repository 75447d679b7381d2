using System.Text.Json.Nodes;
using VeniceStudio.Simulator.Catalogue;
using VeniceStudio.Simulator.Faults;
using VeniceStudio.Simulator.Jobs;
using VeniceStudio.Simulator.Orders;
using VeniceStudio.Simulator.Rendering;
using VeniceStudio.Simulator.Wire;

namespace VeniceStudio.Simulator.Routes;

/// <summary>POST /audio/quote. It looks at length and characters only.</summary>
internal static class MusicQuoteRoute
{
    public static async Task HandleAsync(Call call)
    {
        using var document = await call.ReadAsync(Schemas.MusicQuote);
        if (document is null) return;
        var body = document.RootElement;
        var id = MediaData.Text(body, "model")!;
        if (MusicModel.Named(id) is not { } model)
        {
            await call.RefuseAsync(Refusal.NotOneOf("model", MusicModel.All.Select(known => known.Id), id));
            return;
        }
        var characters = body.TryGetProperty("character_count", out var count) ? count.GetInt32() : (int?)null;
        var wrong = model.Pricing is SoundPricing.PerThousandCharacters && characters is null ? Refusal.Missing("character_count")
            : MusicCheck.Length(model, body);
        await (wrong is not null ? call.RefuseAsync(wrong)
            : call.AnswerAsync(new JsonObject { ["quote"] = model.Price(MusicOrder.Duration(body), characters ?? 0) }));
    }
}

/// <summary>POST /audio/queue: checks an order for sound, charges it, and starts the job.</summary>
internal static class MusicQueueRoute
{
    /// <summary>The prompt that a refusal suggests.</summary>
    public const string Suggestion = "A calm instrumental for piano and strings, slow, hopeful, with a clear ending.";

    public static async Task HandleAsync(Call call)
    {
        using var document = await call.ReadAsync(Schemas.MusicQueue);
        if (document is null) return;
        var body = document.RootElement;
        if (await call.TagAsync(MediaData.Text(body, "prompt"))) return;
        var (order, wrong) = MusicCheck.Of(body);
        if (order is null)
        {
            await call.RefuseAsync(wrong!);
            return;
        }
        if (await QueueRoute.EndsBeforeChargeAsync(call, Suggestion, MusicModel.Recommended)) return;

        var job = ToJob(call, order);
        if (!call.World.Books.Buy(job))
        {
            await call.RefuseAsync(Refusals.NoBalance);
            return;
        }
        if (!call.World.Clock.IsInstant) call.World.Clips.Warm(job.Sound!);
        if (await QueueRoute.EndsAfterChargeAsync(call)) return;
        call.Http.Response.Headers["x-venice-model-id"] = job.Model;
        await call.AnswerAsync(new JsonObject { ["model"] = job.Model, ["queue_id"] = job.QueueId, ["status"] = "QUEUED" });
    }

    private static SimulatedJob ToJob(Call call, MusicOrder order)
    {
        var recipe = order.ToRecipe();
        var average = order.Model.AverageSeconds * (0.8 + recipe.Seconds / 150);
        return new SimulatedJob
        {
            QueueId = Guid.CreateVersion7(call.World.Clock.Now).ToString(),
            Model = call.Faults.Text("remap", MusicModel.Recommended) ?? order.Model.Id,
            RequestedModel = order.Model.Id,
            Prompt = order.Prompt,
            Sound = recipe,
            Price = order.Price,
            QueuedAt = call.World.Clock.Now,
            AverageSeconds = Math.Round(average, 1),
            RunSeconds = Math.Round(average * new Dice(recipe.Seed).Between(0.6f, 1.05f) * (call.Faults.Number("overrun", 3) ?? 1), 1),
            Faults = [.. call.Faults.Of(FaultMoment.Job, FaultMoment.Delivery).All.Select(fault => fault with { Now = false })],
        };
    }
}
