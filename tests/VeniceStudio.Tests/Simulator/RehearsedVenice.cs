using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using VeniceStudio.Simulator;
using VeniceStudio.Simulator.Faults;

namespace VeniceStudio.Tests.Simulator;

/// <summary>A simulator on a free port, met as a client meets it. Tiny and instant unless told otherwise.</summary>
internal sealed class RehearsedVenice : IAsyncDisposable
{
    public const string Drift = "lagoon-2-text-to-video";
    public const string Private = "corvo-text-to-video-private";
    public static readonly SimulatorOptions Instant = new() { Speed = 1e9, MaxPixels = 160 * 90 };

    private readonly SimulatorHost host;

    private RehearsedVenice(SimulatorHost host, bool withKey)
    {
        this.host = host;
        Http = new HttpClient { BaseAddress = new Uri(host.BaseUrl + "/") };
        if (withKey) Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", host.World.Options.ApiKey);
    }

    public HttpClient Http { get; }

    public SimulatorWorld World => host.World;

    public Uri Root => new(host.BaseUrl.GetLeftPart(UriPartial.Authority));

    public static async Task<RehearsedVenice> StartAsync(SimulatorOptions? options = null, TimeProvider? time = null,
        bool withKey = true) =>
        new(await SimulatorHost.StartAsync(options ?? Instant, time ?? TimeProvider.System, TestContext.Current.CancellationToken),
            withKey);

    /// <summary>A valid order for a model that only needs words.</summary>
    public static JsonObject Order(string prompt = "a boat at dusk", string model = Drift) => new()
    {
        ["model"] = model, ["prompt"] = prompt, ["duration"] = "5s", ["aspect_ratio"] = "16:9",
    };

    public static JsonObject With(JsonObject order, string field, JsonNode? value)
    {
        order[field] = value;
        return order;
    }

    public async Task<Answer> PostAsync(string path, JsonObject body)
    {
        using var content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        using var response = await Http.PostAsync(new Uri(path, UriKind.RelativeOrAbsolute), content,
            TestContext.Current.CancellationToken);
        return await Answer.OfAsync(response);
    }

    public async Task<Answer> GetAsync(string path)
    {
        using var response = await Http.GetAsync(new Uri(path, UriKind.RelativeOrAbsolute), TestContext.Current.CancellationToken);
        return await Answer.OfAsync(response);
    }

    public Task<Answer> QueueAsync(JsonObject order) => PostAsync("video/queue", order);

    /// <summary>Orders and returns the ticket as the retrieve route wants it.</summary>
    public async Task<JsonObject> TicketAsync(JsonObject order)
    {
        var answer = await QueueAsync(order);
        Assert.True(answer.Status == 200, answer.Text);
        return new JsonObject { ["model"] = answer.Json["model"]!.GetValue<string>(),
            ["queue_id"] = answer.Json["queue_id"]!.GetValue<string>() };
    }

    public async Task<JsonObject> TicketAsync(string tags, string model = Drift)
    {
        var order = Order("a boat at dusk " + tags, model);
        if (model == Private) order["resolution"] = "480p";
        return await TicketAsync(order);
    }

    public Task<Answer> RetrieveAsync(JsonObject ticket) => PostAsync("video/retrieve", (JsonObject)ticket.DeepClone());

    public void Expect(string route, string fault, int? times = 1, string? argument = null) =>
        World.Faults.Add(new FaultRule(route, fault, argument, times));

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await host.DisposeAsync();
    }
}

/// <summary>What came back, read to the end.</summary>
internal sealed record Answer(int Status, string Type, byte[] Bytes, IReadOnlyDictionary<string, string> Headers)
{
    public string Text => Encoding.UTF8.GetString(Bytes);

    public JsonNode Json => JsonNode.Parse(Bytes)!;

    public string? Header(string name) => Headers.GetValueOrDefault(name.ToLowerInvariant());

    public bool IsFilm => Bytes.Length > 12 && Bytes.AsSpan(4, 4).SequenceEqual("ftyp"u8);

    public static async Task<Answer> OfAsync(HttpResponseMessage response) => new(
        (int)response.StatusCode, response.Content.Headers.ContentType?.MediaType ?? "",
        await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken),
        response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key.ToLowerInvariant(), header =>
            string.Join(",", header.Value)));
}
