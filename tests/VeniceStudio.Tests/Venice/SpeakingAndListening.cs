using System.Text;
using VeniceStudio.Venice;

namespace VeniceStudio.Tests.Venice;

public sealed class SpeakingAndListening(VeniceStub venice) : IClassFixture<VeniceStub>
{
    private static readonly SpeechOrder Words = new() { Model = "tts-kokoro", Input = "Welcome to Venice.", Voice = "af_sky" };
    private static readonly TranscriptionOrder Song = new() { Sound = "RIFF song"u8.ToArray(), FileName = "a \"song\"\r\nX: y.wav", Model = "elevenlabs/scribe-v2" };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Speech_is_bought_once_and_streams_as_what_it_is()
    {
        var client = venice.Begin();
        venice.Says(429, """{"error":"Rate limit exceeded"}""").Says(200, "ID3 words", "audio/mpeg");

        await using var sound = await client.Speech.SpeakAsync(Words with { ResponseFormat = "mp3", Speed = 1.25 }, Ct);
        using var reader = new StreamReader(sound.Content);

        Assert.Equal((".mp3", "ID3 words"), (sound.Extension, await reader.ReadToEndAsync(Ct)));
        Assert.Equal(["input", "model", "response_format", "speed", "voice"], venice.Last.Fields);
        Assert.Equal(2, venice.Heard.Count);
    }

    [Theory]
    [InlineData(500, "{}", "application/json")]
    [InlineData(200, "<html></html>", "text/html")]
    [InlineData(200, """{"ok":true}""", "application/json")]
    public async Task T1_speech_that_failed_or_is_no_sound_may_have_been_paid_and_is_not_asked_again(int status, string body, string type)
    {
        var client = venice.Begin();
        venice.Says(status, body, type);

        var e = await Assert.ThrowsAsync<VeniceException>(() => client.Speech.SpeakAsync(Words, Ct));

        Assert.True(e.MayHaveBought);
        Assert.Single(venice.Heard);
    }

    [Fact]
    public async Task A_wrong_voice_costs_nothing_and_Venices_words_name_the_right_ones()
    {
        var client = venice.Begin();
        venice.Says(400, """{"error":"Voice not found. Try using a supported voice: af_sky, am_adam"}""");

        var e = await Assert.ThrowsAsync<VeniceException>(() => client.Speech.SpeakAsync(Words, Ct));

        Assert.True(e is { Kind: VeniceErrorKind.BadRequest, MayHaveBought: false });
        Assert.Contains("am_adam", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sound_goes_out_as_a_form_that_a_hostile_name_cannot_bend()
    {
        var client = venice.Begin();
        venice.Says(200, """{"text":"hello"}""");

        await client.Speech.TranscribeAsync(Song with { Language = "en" }, Ct);

        Assert.Equal("/api/v1/audio/transcriptions", venice.Last.Target);
        Assert.Contains("name=\"model\"\r\n\r\nelevenlabs/scribe-v2\r\n", venice.Last.Body, StringComparison.Ordinal);
        Assert.Contains("name=\"timestamps\"\r\n\r\ntrue\r\n", venice.Last.Body, StringComparison.Ordinal);
        Assert.Contains("name=\"language\"\r\n\r\nen\r\n", venice.Last.Body, StringComparison.Ordinal);
        Assert.Contains("filename=\"asongXy.wav\"", venice.Last.Body, StringComparison.Ordinal);
        Assert.Contains("RIFF song", venice.Last.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Times_come_for_segments_words_or_characters_and_odd_entries_are_left_out()
    {
        var client = venice.Begin();
        venice.Says(200, """{"text":"one two","duration":53.1,"timestamps":{"segment":[{"text":" one two","start":0.21,"end":4.21}]}}""")
            .Says(200, """{"text":"one two","timestamps":{"word":[{"word":"one","start":0.2,"end":0.5,"speaker":3},{"word":"two"},{"word":"two","start":"0.6","end":0.1},7]}}""")
            .Says(200, """{"text":"ab","timestamps":{"char":[{"char":"a","start":0,"end":1},{"char":" ","start":1,"end":2}]}}""");

        var segments = await client.Speech.TranscribeAsync(Song, Ct);
        var words = await client.Speech.TranscribeAsync(Song, Ct);
        var characters = await client.Speech.TranscribeAsync(Song, Ct);

        Assert.Equal(53.1, segments.Seconds);
        Assert.Equal(new TimedText("one two", 0.21, 4.21), Assert.Single(segments.Segments));
        Assert.Equal([new TimedText("one", 0.2, 0.5), new TimedText("two", 0.6, 0.6)], words.Words);
        Assert.Equal(["a", " "], characters.Characters.Select(character => character.Text));
    }

    [Theory]
    [InlineData("""{"text":"one two"}""", "application/json")]
    [InlineData("one two\n", "text/plain")]
    public async Task T21_text_without_times_is_an_answer_that_says_so(string body, string type)
    {
        var client = venice.Begin();
        venice.Says(200, body, type);

        var heard = await client.Speech.TranscribeAsync(Song with { Model = null }, Ct);

        Assert.Equal("one two", heard.Text);
        Assert.False(heard.IsTimed);
        Assert.DoesNotContain("name=\"model\"", venice.Last.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sound_without_words_is_no_matter_of_policy()
    {
        var client = venice.Begin();
        venice.Says(422, """{"error":"The audio is silent"}""").Says(500, "{}");

        var silent = await Assert.ThrowsAsync<VeniceException>(() => client.Speech.TranscribeAsync(Song, Ct));
        var failed = await Assert.ThrowsAsync<VeniceException>(() => client.Speech.TranscribeAsync(Song, Ct));

        Assert.True(silent is { Kind: VeniceErrorKind.NothingHeard, MayHaveBought: false, MayPass: false });
        Assert.DoesNotContain("policy", silent.Message, StringComparison.Ordinal);
        Assert.True(failed.MayHaveBought);
        Assert.Equal(2, venice.Heard.Count);
        await Assert.ThrowsAsync<ArgumentException>(() => client.Speech.TranscribeAsync(Song with { Sound = default }, Ct));
    }

    [Fact]
    public void Orders_do_not_print_what_people_wrote()
    {
        Assert.DoesNotContain("Welcome", Words.ToString(), StringComparison.Ordinal);
        Assert.Contains("9 bytes", Song.ToString(), StringComparison.Ordinal);
    }
}
