using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using VeniceStudio.Simulator.Faults;
using VeniceStudio.Simulator.Wire;

namespace VeniceStudio.Simulator.Routes;

/// <summary>One request on its way through the simulator.</summary>
internal sealed class Call(HttpContext http, SimulatorWorld world, Route route)
{
    // What the queue route of the real service takes, base64 and all.
    private const int MaxBody = 35 * 1024 * 1024;

    // Apostrophes stay apostrophes, as the real service writes them: \u0027 is the same JSON and harder to read.
    public static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public HttpContext Http => http;

    public SimulatorWorld World => world;

    public Route Route => route;

    public CancellationToken Aborted => http.RequestAborted;

    /// <summary>What goes wrong with this request: rules of its route, and tags of its prompt once that is read.</summary>
    public ActiveFaults Faults { get; set; } = ActiveFaults.None;

    /// <summary>Reads and checks the body. On a failure the answer is already sent and the result is null.</summary>
    public async Task<JsonDocument?> ReadAsync(BodySchema schema)
    {
        if (!http.Request.HasJsonContentType()) return await RefusedAsync(Refusals.WrongMediaType);
        if (http.Request.ContentLength > MaxBody) return await RefusedAsync(Refusals.TooLarge);

        var bytes = await BytesAsync();
        if (bytes is null) return await RefusedAsync(Refusals.TooLarge);
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(bytes.Value);
        }
        catch (JsonException)
        {
            return await RefusedAsync(Refusal.Plain(400, "Request body is not valid JSON"));
        }
        if (schema.Check(document.RootElement) is not { } wrong) return document;
        document.Dispose();
        return await RefusedAsync(wrong);
    }

    /// <summary>Takes the switches of a prompt along; true when one of them already answered.</summary>
    public async Task<bool> TagAsync(string? prompt)
    {
        var (tags, unknown) = ActiveFaults.In(prompt);
        if (unknown is not null)
        {
            await RefuseAsync(Refusal.Wrong("prompt", $"There is no simulator switch '{unknown}'; GET /admin/faults lists them."));
            return true;
        }
        Faults = Faults.With(tags);
        return await RequestFaults.AnswerAsync(this, tags);
    }

    public Task AnswerAsync(JsonObject body, int status = 200)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json; charset=utf-8";
        return http.Response.WriteAsync(body.ToJsonString(Plain), Aborted);
    }

    public Task RefuseAsync(Refusal refusal)
    {
        foreach (var (name, value) in refusal.Headers) http.Response.Headers[name] = value;
        return AnswerAsync((JsonObject)refusal.Body.DeepClone(), refusal.Status);
    }

    /// <summary>Waits real time by the given clock, as slow answers do.</summary>
    public Task DelayAsync(double seconds) => Task.Delay(TimeSpan.FromSeconds(seconds), world.Clock.Provider, Aborted);

    private async Task<JsonDocument?> RefusedAsync(Refusal refusal)
    {
        await RefuseAsync(refusal);
        return null;
    }

    private async Task<ReadOnlyMemory<byte>?> BytesAsync()
    {
        using var buffer = new MemoryStream((int)(http.Request.ContentLength ?? 4096));
        var piece = new byte[16 * 1024];
        int read;
        while ((read = await http.Request.Body.ReadAsync(piece, Aborted)) > 0)
        {
            if (buffer.Length + read > MaxBody) return null;
            buffer.Write(piece, 0, read);
        }
        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }
}
