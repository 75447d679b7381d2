using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using VeniceStudio.Simulator.Faults;
using VeniceStudio.Simulator.Jobs;
using VeniceStudio.Simulator.Orders;
using VeniceStudio.Simulator.Rendering;
using VeniceStudio.Simulator.Wire;

namespace VeniceStudio.Simulator.Routes;

/// <summary>POST /video/queue: checks an order, charges it, and starts the job.</summary>
internal static class QueueRoute
{
    public static async Task HandleAsync(Call call)
    {
        using var document = await call.ReadAsync(Schemas.Queue);
        if (document is null) return;
        var body = document.RootElement;
        if (await call.TagAsync(MediaData.Text(body, "prompt"))) return;

        var requested = MediaData.Text(body, "model")!;
        var (model, unavailable) = Availability.Of(requested, call.World.Options.Country, call.World.Clock.Now);
        if (model is null)
        {
            await call.RefuseAsync(unavailable!);
            return;
        }

        var (order, wrong) = OrderCheck.Of(model, body);
        if (order is null)
        {
            await call.RefuseAsync(wrong!);
            return;
        }
        if (ConsentRefusal(call, order) is { } consent)
        {
            await call.RefuseAsync(consent);
            return;
        }
        if (await EndsBeforeChargeAsync(call, "A quiet street at dawn, seen from a slowly rising camera, soft light on wet stone.", Recommended)) return;

        var job = ToJob(call, order, requested);
        if (!call.World.Books.Buy(job))
        {
            await call.RefuseAsync(Refusals.NoBalance);
            return;
        }
        // An instant simulator serves tests, and most of their clips nobody ever fetches.
        if (!call.World.Clock.IsInstant) call.World.Clips.Warm(job.Recipe!);
        if (!await EndsAfterChargeAsync(call)) await AnswerAsync(call, job);
    }

    // Any picture counts as a face: the simulator sees nothing, and a client must be able to meet the question.
    private static Refusal? ConsentRefusal(Call call, VideoOrder order)
    {
        var given = order.Body.TryGetProperty("consents", out _);
        if (given) call.World.Consent(order.Media.Faces.Select(face => face.Bytes));
        if (given || !order.Model.NeedsConsent && !call.Faults.Has("consent")) return null;
        var roles = order.Media.Faces.Where(face => !call.World.HasConsent(face.Bytes)).Select(face => face.Role).Distinct().ToList();
        if (roles.Count > 0) return Refusals.Consent(roles);
        return call.Faults.Has("consent") && order.Media.Faces.Count == 0 ? Refusals.Consent(["image"]) : null;
    }

    /// <summary>The switches that end an order before it is charged; true when one of them answered.</summary>
    public static async Task<bool> EndsBeforeChargeAsync(Call call, string suggestion, string recommended)
    {
        if (call.Faults.Has("queue-cut")) return RequestFaults.Cut(call);
        var refusal = call.Faults.Has("queue-500") ? Refusals.Failed
            : call.Faults.Has("refuse-content")
                ? Refusals.Content(suggestion)
            : call.Faults.Has("refuse-provider") ? Refusals.Provider(true, call.Faults.Text("recommend", recommended), flat: false) : null;
        if (refusal is null) return false;
        await call.RefuseAsync(refusal);
        return true;
    }

    /// <summary>The switches that spoil the answer to an order that was charged; true when one of them did.</summary>
    public static async Task<bool> EndsAfterChargeAsync(Call call)
    {
        if (call.Faults.Has("queue-cut-charged")) return RequestFaults.Cut(call);
        if (call.Faults.Has("queue-garbled-charged")) return await RequestFaults.TextAsync(call, "{\"model\":\"");
        if (call.Faults.Has("queue-html-charged")) return await RequestFaults.PageAsync(call, 200);
        if (!call.Faults.Has("queue-500-charged")) return false;
        await call.RefuseAsync(Refusals.Failed);
        return true;
    }

    /// <summary>The model that faults name when they name one.</summary>
    public const string Recommended = "lagoon-2-text-to-video";

    private static SimulatedJob ToJob(Call call, VideoOrder order, string requested)
    {
        var recipe = order.ToRecipe(call.World.Clips, call.World.Options.MaxPixels);
        var average = Math.Clamp(order.Model.AverageSeconds * (0.8 + order.Seconds / 25), 60, 240);
        return new SimulatedJob
        {
            QueueId = Guid.CreateVersion7(call.World.Clock.Now).ToString(),
            Model = call.Faults.Text("remap", Recommended) ?? order.Model.Id,
            RequestedModel = requested,
            Prompt = order.Prompt,
            Recipe = recipe,
            Price = order.Price,
            QueuedAt = call.World.Clock.Now,
            AverageSeconds = Math.Round(average, 1),
            RunSeconds = Math.Round(average * recipe.ToDice().Between(0.6f, 1.05f) * (call.Faults.Number("overrun", 3) ?? 1), 1),
            Faults = [.. call.Faults.Of(FaultMoment.Job, FaultMoment.Delivery).All.Select(fault => fault with { Now = false })],
            ShareToken = order.Model.Delivers ? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24)) : null,
        };
    }

    private static Task AnswerAsync(Call call, SimulatedJob job)
    {
        var headers = call.Http.Response.Headers;
        headers["x-venice-model-id"] = job.Model;
        if (Availability.Named(job.RequestedModel)?.Deprecation is { } notice)
        {
            headers["x-venice-model-deprecation-warning"] = "This model is going away.";
            headers["x-venice-model-deprecation-date"] = notice.Removed.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'",
                CultureInfo.InvariantCulture);
        }
        var answer = new JsonObject { ["model"] = job.Model, ["queue_id"] = job.QueueId };
        if (job.ShareToken is { } token)
        {
            answer["download_url"] = $"{call.Http.Request.Scheme}://{call.Http.Request.Host}/v1/share/read/{token}";
        }
        return call.AnswerAsync(answer);
    }
}
