using System.Text.Json.Nodes;
using VeniceStudio.Simulator.Faults;

namespace VeniceStudio.Tests.Simulator;

public sealed class SteeringFromOutside
{
    [Fact]
    public async Task Another_process_sees_the_state_and_sets_faults_money_and_limits()
    {
        await using var venice = await RehearsedVenice.StartAsync();
        await PostAsync(venice, "admin/faults", new JsonObject { ["route"] = "video/queue", ["fault"] = "queue-500-charged",
            ["times"] = 1 });
        await PostAsync(venice, "admin/balance", new JsonObject { ["balance"] = 7.5 });
        await venice.QueueAsync(RehearsedVenice.Order());

        var state = (await venice.GetAsync(new Uri(venice.Root, "admin/state").AbsoluteUri)).Json;

        Assert.Equal(1, state["purchases"]!.GetValue<int>());
        Assert.Equal(7.25m, state["balance"]!.GetValue<decimal>());
        Assert.Equal("working", state["jobs"]![0]!["state"]!.GetValue<string>());
        Assert.Equal(1, state["calls"]!["video/queue"]!.GetValue<int>());
        Assert.Equal(200, (await PostAsync(venice, "admin/down", new JsonObject { ["mode"] = "unavailable" })).Status);
        Assert.Equal(503, (await venice.GetAsync("models")).Status);
        Assert.Equal(200, (await PostAsync(venice, "admin/reset", [])).Status);
        Assert.Equal(100m, venice.World.Balance);
    }

    [Fact]
    public async Task The_table_of_switches_is_served_and_a_wrong_rule_is_explained()
    {
        await using var venice = await RehearsedVenice.StartAsync();

        var table = (await venice.GetAsync(new Uri(venice.Root, "admin/faults").AbsoluteUri)).Json;
        var wrong = await PostAsync(venice, "admin/faults", new JsonObject { ["route"] = "*", ["fault"] = "nonsense" });

        Assert.Equal(FaultKinds.All.Count, table["kinds"]!.AsArray().Count);
        Assert.Equal(400, wrong.Status);
        Assert.Contains("nonsense", wrong.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_of_another_site_cannot_steer_it()
    {
        await using var venice = await RehearsedVenice.StartAsync();
        venice.Http.DefaultRequestHeaders.Add("Origin", "https://example.org");

        Assert.Equal(403, (await PostAsync(venice, "admin/reset", [])).Status);
    }

    [Fact]
    public async Task Swagger_shows_the_routes_that_are_really_there()
    {
        await using var venice = await RehearsedVenice.StartAsync(withKey: false);

        var page = await venice.GetAsync(new Uri(venice.Root, "swagger/index.html").AbsoluteUri);
        var document = (await venice.GetAsync(new Uri(venice.Root, "swagger/v1/swagger.json").AbsoluteUri)).Json;

        Assert.Equal(200, page.Status);
        Assert.False(document["paths"]!["/api/v1/video/queue"]!["post"]!["requestBody"]!["content"]!["application/json"]!["schema"]!["additionalProperties"]!.GetValue<bool>());
        Assert.Equal(404, (await venice.GetAsync("video/nothing")).Status);
    }

    [Fact]
    public async Task A_picture_is_painted_paid_and_can_be_blurred_with_status_200()
    {
        await using var venice = await RehearsedVenice.StartAsync();
        JsonObject Ask(string prompt) => new() { ["model"] = "fresco-turbo", ["prompt"] = prompt, ["width"] = 160, ["height"] = 96,
            ["format"] = "png" };

        var clear = await venice.PostAsync("image/generate", Ask("a boat"));
        var blurred = await venice.PostAsync("image/generate", Ask("a boat [sim:blurred]"));

        Assert.Equal("iVBORw0KGgo", clear.Json["images"]![0]!.GetValue<string>()[..11]);
        Assert.Equal("false", clear.Header("x-venice-is-blurred"));
        Assert.Equal("true", blurred.Header("x-venice-is-blurred"));
        Assert.Equal(99.98m, venice.World.Balance);
    }

    [Theory]
    [InlineData("nvidia/parakeet-tdt-0.6b-v3", null)]
    [InlineData("openai/whisper-large-v3", "segment")]
    [InlineData("elevenlabs/scribe-v2", "word")]
    public async Task Transcriptions_have_times_only_where_the_model_gives_them(string model, string? kind)
    {
        await using var venice = await RehearsedVenice.StartAsync();
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(SampleMedia.Run("ffmpeg", "-v", "error", "-f", "lavfi", "-i", "sine=duration=12", "-f", "wav", "pipe:1")),
              "file", "song.wav" }, { new StringContent(model), "model" }, { new StringContent("true"), "timestamps" },
        };

        using var response = await venice.Http.PostAsync(new Uri("audio/transcriptions", UriKind.Relative), form,
            TestContext.Current.CancellationToken);
        var answer = await Answer.OfAsync(response);

        Assert.Equal(12, answer.Json["duration"]!.GetValue<double>());
        Assert.Equal(kind is null, answer.Json["timestamps"] is null);
        if (kind is not null) Assert.True(answer.Json["timestamps"]![kind]!.AsArray().Count > 3);
    }

    private static Task<Answer> PostAsync(RehearsedVenice venice, string path, JsonObject body) =>
        venice.PostAsync(new Uri(venice.Root, path).AbsoluteUri, body);
}
