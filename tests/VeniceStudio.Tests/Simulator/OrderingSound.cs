using System.Text.Json.Nodes;
using VeniceStudio.Simulator;

namespace VeniceStudio.Tests.Simulator;

public sealed class OrderingSound
{
    private const string Waltz = "a slow waltz for two violins";

    [Theory]
    [InlineData("""{"model":"serenata-2","prompt":"x","colour":"red"}""", "colour")]
    [InlineData("""{"model":"serenata-2"}""", "prompt")]
    [InlineData("""{"model":"nobody","prompt":"a slow waltz"}""", "model")]
    [InlineData("""{"model":"serenata-2","prompt":"a slow waltz","lyrics_prompt":"la"}""", "lyrics_prompt")]
    [InlineData("""{"model":"serenata-2","prompt":"a slow waltz","loop":true}""", "loop")]
    [InlineData("""{"model":"serenata-2","prompt":"a slow waltz","voice":"Zorzi"}""", "voice")]
    [InlineData("""{"model":"serenata-2","prompt":"a slow waltz","duration_seconds":301}""", "duration_seconds")]
    [InlineData("""{"model":"serenata-2","prompt":"a slow waltz","duration_seconds":2}""", "duration_seconds")]
    [InlineData("""{"model":"serenata-2","prompt":"a slow waltz","duration_seconds":"ten"}""", "duration_seconds")]
    [InlineData("""{"model":"barcarola-15","prompt":"a slow waltz","duration_seconds":45}""", "duration_seconds")]
    [InlineData("""{"model":"canzone-2","prompt":"a slow waltz"}""", "lyrics_prompt")]
    [InlineData("""{"model":"canzone-2","prompt":"waltz","lyrics_prompt":"la"}""", "prompt")]
    [InlineData("""{"model":"canzone-2","prompt":"a slow waltz","lyrics_prompt":"la","duration_seconds":30}""", "duration_seconds")]
    [InlineData("""{"model":"canzone-25","prompt":"a slow waltz","lyrics_prompt":"la","lyrics_optimizer":true}""", "lyrics_prompt")]
    [InlineData("""{"model":"cantastorie-v3","prompt":"Hello","voice":"zorzi"}""", "voice")]
    [InlineData("""{"model":"cantastorie-v3","prompt":"Hello","speed":1.5}""", "speed")]
    [InlineData("""{"model":"cantastorie-v3","prompt":"Hello","language_code":"ita"}""", "language_code")]
    public async Task What_a_model_does_not_take_is_refused_by_name_and_costs_nothing(string order, string field)
    {
        await using var venice = await RehearsedVenice.StartAsync();

        var answer = await venice.PostAsync("audio/queue", (JsonObject)JsonNode.Parse(order)!);

        Assert.Equal(400, answer.Status);
        Assert.Contains(field, answer.Text, StringComparison.Ordinal);
        Assert.Equal((0, 100m), (venice.World.Purchases, venice.World.Balance));
    }

    [Theory]
    [InlineData("serenata-2", """{"duration_seconds":60}""", 0.6)]
    [InlineData("serenata-2", """{"duration_seconds":"61"}""", 1.2)]
    [InlineData("barcarola-15", """{"duration_seconds":180}""", 0.07)]
    [InlineData("canzone-2", "{}", 0.04)]
    [InlineData("onda-3-pro", "{}", 0.1)]
    [InlineData("squero-effects", """{"duration_seconds":10}""", 0.023)]
    [InlineData("cantastorie-v3", """{"character_count":2000}""", 0.23)]
    public async Task A_price_is_told_without_a_key_in_every_way_of_paying(string model, string fields, double price)
    {
        await using var venice = await RehearsedVenice.StartAsync(withKey: false);
        var quote = (JsonObject)JsonNode.Parse(fields)!;
        quote["model"] = model;

        Assert.Equal((decimal)price, (decimal)(await venice.PostAsync("audio/quote", quote)).Json["quote"]!);
    }

    [Fact]
    public async Task The_price_of_a_reading_needs_its_characters_and_quotes_are_what_orders_cost()
    {
        await using var venice = await RehearsedVenice.StartAsync();

        Assert.Equal(400, (await venice.PostAsync("audio/quote", new JsonObject { ["model"] = "cantastorie-v3" })).Status);
        await QueueAsync(venice, "cantastorie-v3", "Good evening.");
        await QueueAsync(venice, "serenata-2", Waltz, ("duration_seconds", 70));

        Assert.Equal([Math.Round(13 * 0.115m / 1000, 6), 1.2m], venice.World.Jobs.Select(job => job.Price));
        Assert.Equal(100m - venice.World.Jobs.Sum(job => job.Price), venice.World.Balance);
    }

    [Theory]
    [InlineData("serenata-2", "audio/mpeg", "mp3", 6)]
    [InlineData("onda-3-pro", "audio/wav", "wav", 90)]
    [InlineData("squero-effects", "audio/wav", "wav", 3)]
    public async Task A_sound_is_queued_polled_fetched_as_often_as_wanted_and_removed(string model, string type, string container, int seconds)
    {
        await using var venice = await RehearsedVenice.StartAsync();
        var ticket = model == "onda-3-pro" ? await QueueAsync(venice, model, Waltz) : await QueueAsync(venice, model, Waltz, ("duration_seconds", seconds));

        var sound = await CollectAsync(venice, ticket);
        var again = await venice.PostAsync("audio/retrieve", ticket);

        Assert.Equal((200, type), (sound.Status, sound.Type));
        Assert.Equal(sound.Bytes, again.Bytes);
        var path = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"));
        await File.WriteAllBytesAsync(path, sound.Bytes, TestContext.Current.CancellationToken);
        var probe = JsonNode.Parse(SampleMedia.Read("ffprobe", "-v", "error", "-show_format", "-show_streams", "-of", "json", path))!;
        File.Delete(path);
        Assert.Equal((container, "44100", 2), ((string)probe["format"]!["format_name"]!, (string)probe["streams"]![0]!["sample_rate"]!, (int)probe["streams"]![0]!["channels"]!));
        Assert.Equal(seconds, double.Parse((string)probe["format"]!["duration"]!, System.Globalization.CultureInfo.InvariantCulture), 1);
        Assert.True((bool)(await venice.PostAsync("audio/complete", ticket)).Json["success"]!);
        Assert.Equal(404, (await venice.PostAsync("audio/retrieve", ticket)).Status);
    }

    [Fact]
    public async Task Clips_and_sounds_are_not_found_at_each_others_routes()
    {
        await using var venice = await RehearsedVenice.StartAsync();
        var song = await QueueAsync(venice, "serenata-2", Waltz);
        var clip = await venice.TicketAsync("");

        Assert.Equal(404, (await venice.RetrieveAsync(song)).Status);
        Assert.Equal(404, (await venice.PostAsync("audio/retrieve", clip)).Status);
        Assert.Equal(404, (await venice.PostAsync("audio/complete", clip)).Status);
    }

    [Theory]
    [InlineData("[sim:queue-500-charged]", 500, 1)]
    [InlineData("[sim:queue-html-charged]", 200, 1)]
    [InlineData("[sim:queue-500]", 500, 0)]
    [InlineData("[sim:refuse-content]", 422, 0)]
    [InlineData("[sim:402-balance]", 402, 0)]
    [InlineData("[sim:no-such-switch]", 400, 0)]
    public async Task An_order_goes_wrong_as_its_prompt_says(string tag, int status, int purchases)
    {
        await using var venice = await RehearsedVenice.StartAsync();

        var answer = await venice.PostAsync("audio/queue", new JsonObject { ["model"] = "serenata-2", ["prompt"] = Waltz + tag });

        Assert.Equal((status, purchases), (answer.Status, venice.World.Purchases));
        if (tag.Contains("refuse-content", StringComparison.Ordinal)) Assert.NotNull(answer.Json["suggested_prompt"]);
    }

    [Fact]
    public async Task A_job_goes_wrong_as_its_prompt_says_and_then_recovers()
    {
        await using var venice = await RehearsedVenice.StartAsync();
        var ticket = await QueueAsync(venice, "serenata-2", Waltz + "[sim:poll-503][sim:html-media][sim:status-while]", ("duration_seconds", 3));

        Assert.Equal(503, (await venice.PostAsync("audio/retrieve", ticket)).Status);
        Assert.Equal("text/html", (await venice.PostAsync("audio/retrieve", ticket)).Type);
        Assert.Equal("audio/mpeg", (await venice.PostAsync("audio/retrieve", ticket)).Type);
        Assert.DoesNotContain("sim:", venice.World.Jobs[0].Sound!.Prompt, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_song_is_cut_stuck_refused_with_its_money_back_or_answered_by_another_model()
    {
        await using var venice = await RehearsedVenice.StartAsync();
        var cut = await QueueAsync(venice, "serenata-2", Waltz + "[sim:cut-media]", ("duration_seconds", 3));
        var stuck = await QueueAsync(venice, "serenata-2", Waltz + "[sim:stuck]");
        var refused = await QueueAsync(venice, "serenata-2", Waltz + "[sim:refuse-422-refunded]");
        var other = await QueueAsync(venice, "canzone-25", Waltz + "[sim:remap]");

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => venice.PostAsync("audio/retrieve", cut));
        Assert.Equal("PROCESSING", (string)(await venice.PostAsync("audio/retrieve", stuck)).Json["status"]!);
        var refusal = await venice.PostAsync("audio/retrieve", refused);
        Assert.Equal(422, refusal.Status);
        Assert.Null(refusal.Json["credits_refunded"]);
        Assert.Equal(0.6m, venice.World.Jobs.Single(job => job.QueueId == (string)refused["queue_id"]!).Refunded);
        Assert.Equal("serenata-2", (string)other["model"]!);
    }

    [Fact]
    public async Task Sixty_orders_a_minute_and_not_one_more()
    {
        await using var venice = await RehearsedVenice.StartAsync(RehearsedVenice.Instant with { Limits = new() { Audio = 1 }, LimitSpeed = 1 });
        await QueueAsync(venice, "serenata-2", Waltz);

        var answer = await venice.PostAsync("audio/queue", new JsonObject { ["model"] = "serenata-2", ["prompt"] = Waltz });

        Assert.Equal(429, answer.Status);
        Assert.NotNull(answer.Header("x-ratelimit-reset-requests"));
    }

    [Fact]
    public async Task A_restart_forgets_neither_the_order_nor_what_is_in_it()
    {
        var folder = Directory.CreateTempSubdirectory("venice-sound-").FullName;
        JsonObject ticket;
        string before;
        await using (var venice = await RehearsedVenice.StartAsync(RehearsedVenice.Instant with { StateFolder = folder }))
        {
            ticket = await QueueAsync(venice, "serenata-2", Waltz, ("duration_seconds", 5));
            before = (await venice.GetAsync(new Uri(venice.Root, $"/admin/songs/{ticket["queue_id"]}").AbsoluteUri)).Text;
        }

        await using var after = await RehearsedVenice.StartAsync(RehearsedVenice.Instant with { StateFolder = folder });

        Assert.Equal(before, (await after.GetAsync(new Uri(after.Root, $"/admin/songs/{ticket["queue_id"]}").AbsoluteUri)).Text);
        Assert.Contains("\"beats\":[", before, StringComparison.Ordinal);
        Assert.Equal("audio/mpeg", (await CollectAsync(after, ticket)).Type);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task The_catalogue_has_every_shape_of_constraint_that_a_form_for_sound_must_bear()
    {
        await using var venice = await RehearsedVenice.StartAsync(withKey: false);
        var music = await SpecsAsync(venice, "music");
        var speech = await SpecsAsync(venice, "tts");
        bool Some(string flag) => music.Exists(spec => (bool?)spec[flag] == true);

        foreach (var flag in (string[])["supports_lyrics", "lyrics_required", "supports_lyrics_optimizer", "supports_force_instrumental", "supports_loop",
            "supports_language_code", "supports_speed", "offline"]) Assert.True(Some(flag), flag);
        foreach (var kind in (string[])["durations", "generation", "per_second", "per_thousand_characters"])
            Assert.Contains(music, spec => spec["pricing"]![kind] is not null);
        Assert.Contains(music, spec => spec["supports_lyrics"] is null);
        Assert.Contains(music, spec => spec["duration_options"] is not null);
        Assert.Equal(4, speech.Count);
        Assert.Contains(speech, spec => spec["voice_cloning"] is not null);
        Assert.Equal(5, (await SpecsAsync(venice, "asr")).Count);
    }

    internal static async Task<JsonObject> QueueAsync(RehearsedVenice venice, string model, string prompt, params (string Field, JsonNode Value)[] more)
    {
        var order = new JsonObject { ["model"] = model, ["prompt"] = prompt };
        foreach (var (field, value) in more) order[field] = value;
        var answer = await venice.PostAsync("audio/queue", order);
        Assert.True(answer.Status == 200, answer.Text);
        Assert.Equal("QUEUED", (string)answer.Json["status"]!);
        return new JsonObject { ["model"] = (string)answer.Json["model"]!, ["queue_id"] = (string)answer.Json["queue_id"]! };
    }

    /// <summary>The sound of a job. A poll waits for a rendering under way, and on a busy machine one poll is not enough.</summary>
    internal static async Task<Answer> CollectAsync(RehearsedVenice venice, JsonObject ticket)
    {
        var answer = await venice.PostAsync("audio/retrieve", ticket);
        for (var polls = 1; polls < 8 && answer.Text.StartsWith("{\"status\":\"PROCESSING", StringComparison.Ordinal); polls++)
            answer = await venice.PostAsync("audio/retrieve", ticket);
        return answer;
    }

    private static async Task<List<JsonNode>> SpecsAsync(RehearsedVenice venice, string type) =>
        [.. (await venice.GetAsync("models?type=" + type)).Json["data"]!.AsArray().Select(model => model!["model_spec"]!)];
}
