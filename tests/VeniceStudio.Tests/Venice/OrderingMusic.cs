using System.Text;
using VeniceStudio.Venice;

namespace VeniceStudio.Tests.Venice;

public sealed class OrderingMusic(VeniceStub venice) : IClassFixture<VeniceStub>
{
    private const string Taken = """{"model":"elevenlabs-music","queue_id":"q-1","status":"QUEUED","new_thing":{"a":[1]}}""";
    private static readonly MusicOrder Order = new() { Model = "elevenlabs-music", Prompt = "a slow waltz for two violins" };
    private static readonly MusicTicket Ticket = new("elevenlabs-music", "q-1");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    [InlineData(408)]
    public async Task T1_a_failure_of_Venice_is_never_answered_with_a_second_order(int status)
    {
        var client = venice.Begin();
        venice.Says(status, """{"error":"Inference failed"}""");

        var e = await Assert.ThrowsAsync<VeniceException>(() => client.Music.QueueAsync(Order, Ct));

        Assert.Single(venice.Heard);
        Assert.True(e is { MayHaveBought: true, MayPass: false });
    }

    [Theory]
    [InlineData("<html><title>One moment</title></html>", "text/html")]
    [InlineData("", "application/json")]
    [InlineData("""{"model":"elevenlabs-music","status":"QUEUED"}""", "application/json")]
    public async Task T1_a_yes_that_cannot_be_read_leaves_the_purchase_in_doubt(string body, string type)
    {
        var client = venice.Begin();
        venice.Says(200, body, type);

        var e = await Assert.ThrowsAsync<VeniceException>(() => client.Music.QueueAsync(Order, Ct));

        Assert.True(e is { Kind: VeniceErrorKind.Unreadable, MayHaveBought: true });
        Assert.Single(venice.Heard);
    }

    [Fact]
    public async Task An_outright_refusal_is_asked_again_and_bought_once()
    {
        var client = venice.Begin();
        venice.Says(429, """{"error":"Rate limit exceeded"}""").Says(200, Taken);

        Assert.Equal(Ticket, await client.Music.QueueAsync(Order, Ct));
        Assert.Equal(2, venice.Heard.Count);
    }

    [Fact]
    public async Task A_refused_prompt_costs_nothing_and_comes_with_one_that_would_pass()
    {
        var client = venice.Begin();
        venice.Says(422, """{"error":"Your prompt violates the content policy","suggested_prompt":"a calm waltz"}""");

        var e = await Assert.ThrowsAsync<VeniceException>(() => client.Music.QueueAsync(Order, Ct));

        Assert.True(e is { Kind: VeniceErrorKind.Refused, SuggestedPrompt: "a calm waltz", MayHaveBought: false });
        Assert.Contains("Nothing was charged", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task T8_only_what_was_chosen_is_sent_and_all_of_it_in_Venices_spelling()
    {
        var client = venice.Begin();
        venice.Says(200, Taken);
        await client.Music.QueueAsync(Order, Ct);
        Assert.Equal(["model", "prompt"], venice.Last.Fields);
        Assert.Equal("/api/v1/audio/queue", venice.Last.Target);

        var full = Order with
        {
            LyricsPrompt = "la la", DurationSeconds = 90, ForceInstrumental = false, LyricsOptimizer = false, Loop = true, Voice = "Aria", LanguageCode = "it",
            Speed = 1.1,
        };
        await client.Music.QueueAsync(full, Ct);

        Assert.Equal(["duration_seconds", "force_instrumental", "language_code", "loop", "lyrics_optimizer", "lyrics_prompt", "model", "prompt", "speed", "voice"],
            venice.Last.Fields);
        Assert.Equal(90, venice.Last.Json.GetProperty("duration_seconds").GetInt32());
        Assert.DoesNotContain("la la", full.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_price_is_asked_by_length_and_by_characters_only_where_they_are_what_is_paid()
    {
        var client = venice.Begin();
        venice.Says(200, """{"quote":0.69}""");
        var byCharacter = new MusicSpec { Pricing = new MusicPricing { PerThousandCharactersMicroDollars = 115_000 } };

        Assert.Equal(690_000, await client.Music.QuoteAsync((Order with { DurationSeconds = 60 }).ToQuote(new MusicSpec()), Ct));
        Assert.Equal(["duration_seconds", "model"], venice.Last.Fields);
        await client.Music.QuoteAsync(Order.ToQuote(byCharacter), Ct);
        Assert.Equal(Order.Prompt.Length, venice.Last.Json.GetProperty("character_count").GetInt32());
    }

    [Fact]
    public async Task A_job_tells_how_long_it_takes_in_milliseconds()
    {
        var client = venice.Begin();
        venice.Says(200, """{"status":"PROCESSING","average_execution_time":20000,"execution_duration":5200}""");

        var working = Assert.IsType<MusicProgress.Working>(await client.Music.RetrieveAsync(Ticket, Ct));

        Assert.Equal((TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(5.2)), (working.Average, working.Elapsed));
        Assert.Equal(["model", "queue_id"], venice.Last.Fields);
    }

    [Theory]
    [InlineData("""{"status":"COMPLETED","execution_duration":9000}""", typeof(MusicProgress.Finished))]
    [InlineData("""{"status":"completed"}""", typeof(MusicProgress.Finished))]
    [InlineData("""{"status":"queued"}""", typeof(MusicProgress.Working))]
    [InlineData("""{"status":"FAILED","error":"no"}""", typeof(MusicProgress.Ended))]
    [InlineData("""{"status":"EXPLODED"}""", typeof(MusicProgress.Ended))]
    public async Task T4_words_that_no_document_knows_still_lead_somewhere(string body, Type progress)
    {
        var client = venice.Begin();
        venice.Says(200, body);

        Assert.IsType(progress, await client.Music.RetrieveAsync(Ticket, Ct));
    }

    [Theory]
    [InlineData("audio/mpeg", "ID3 song", ".mp3")]
    [InlineData("audio/wav; charset=binary", "RIFF song", ".wav")]
    [InlineData("audio/flac", "fLaC song", ".flac")]
    [InlineData("application/octet-stream", "RIFF....WAVE", ".wav")]
    [InlineData(null, "fLaC song and more", ".flac")]
    public async Task The_kind_of_file_is_told_by_its_type_or_else_by_its_first_bytes(string? type, string bytes, string extension)
    {
        var client = venice.Begin();
        venice.Says(200, bytes, type);

        var delivered = Assert.IsType<MusicProgress.Delivered>(await client.Music.RetrieveAsync(Ticket, Ct));

        await using var sound = delivered.Sound;
        using var reader = new StreamReader(sound.Content, Encoding.UTF8);
        Assert.Equal((extension, bytes), (sound.Extension, await reader.ReadToEndAsync(Ct)));
    }

    [Fact]
    public async Task T5_a_torn_song_says_so_and_loses_nothing()
    {
        var client = venice.Begin();
        var someWasRead = new TaskCompletionSource();
        venice.Does(async context =>
        {
            (context.Response.ContentType, context.Response.ContentLength) = ("audio/mpeg", 1000);
            await context.Response.Body.WriteAsync(new byte[400]);
            await context.Response.Body.FlushAsync();
            await someWasRead.Task;
            context.Abort();
        });

        var delivered = Assert.IsType<MusicProgress.Delivered>(await client.Music.RetrieveAsync(Ticket, Ct));
        await using var sound = delivered.Sound;
        await sound.Content.ReadExactlyAsync(new byte[400], Ct);
        someWasRead.SetResult();
        var e = await Assert.ThrowsAsync<VeniceException>(() => sound.Content.CopyToAsync(Stream.Null, Ct));

        Assert.True(e is { Kind: VeniceErrorKind.TornDownload, MayHaveBought: false, MayPass: true });
    }

    [Fact]
    public async Task A_poll_is_one_request_and_its_refusals_speak_of_a_sound()
    {
        var client = venice.Begin();
        venice.Says(404, """{"error":"Media could not be found."}""").Says(503, """{"error":"busy"}""").Says(200, """{"success":false}""");

        var gone = await Assert.ThrowsAsync<VeniceException>(() => client.Music.RetrieveAsync(Ticket, Ct));
        var busy = await Assert.ThrowsAsync<VeniceException>(() => client.Music.RetrieveAsync(Ticket, Ct));

        Assert.Contains("no such sound", gone.Message, StringComparison.Ordinal);
        Assert.True(busy is { Kind: VeniceErrorKind.AtCapacity, MayPass: true });
        Assert.Equal(2, venice.Heard.Count);
        Assert.False(await client.Music.CompleteAsync(Ticket, Ct));
    }
}
