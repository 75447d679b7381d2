using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace VeniceStudio.Tests.Simulator;

public sealed class SpeakingAndHearing
{
    private const string Lyric = "[Verse]\nLanterns low along the water\nWe were counting every bridge\n[Chorus]\nSo turn the tide, turn the tide\nCarry me back to the light";
    private const string Scribe = "elevenlabs/scribe-v2";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("mp3", "audio/mpeg")]
    [InlineData("opus", "audio/opus")]
    [InlineData("aac", "audio/aac")]
    [InlineData("flac", "audio/flac")]
    [InlineData("wav", "audio/wav")]
    [InlineData("pcm", "audio/pcm")]
    public async Task Speech_comes_in_every_format_and_is_charged_by_the_character(string format, string type)
    {
        await using var venice = await RehearsedVenice.StartAsync();

        var answer = await SpeakAsync(venice, "Welcome to Venice.", ("response_format", format));

        Assert.Equal((200, type), (answer.Status, answer.Type));
        Assert.True(answer.Bytes.Length > 2000);
        Assert.Equal(100m - 18 * 3.5m / 1_000_000, venice.World.Balance);
    }

    [Fact]
    public async Task A_longer_text_takes_longer_and_a_faster_voice_less_long()
    {
        await using var venice = await RehearsedVenice.StartAsync();
        async Task<double> SecondsAsync(string text, double speed) =>
            ((await SpeakAsync(venice, text, ("response_format", "pcm"), ("speed", speed))).Bytes.Length - 0.0) / 48000;

        var one = await SecondsAsync("The lanterns are low along the water tonight.", 1);

        Assert.InRange(one, 2, 4.5);
        Assert.InRange(await SecondsAsync("The lanterns are low along the water tonight. The lanterns are low along the water tonight.", 1), one * 1.8, one * 2.2);
        Assert.InRange(await SecondsAsync("The lanterns are low along the water tonight.", 2), one * 0.45, one * 0.62);
    }

    [Theory]
    [InlineData("""{"model":"tts-bottega-turbo","response_format":"wav"}""", "Supported formats: mp3.")]
    [InlineData("""{"model":"tts-bottega-turbo","voice":"alice"}""", "Try using a supported voice: Alice, Tonio.")]
    [InlineData("""{"speed":5}""", "speed")]
    [InlineData("""{"tempo":5}""", "tempo")]
    [InlineData("""{"voice":"vv_0000000000000000"}""", "another model")]
    public async Task What_a_voice_cannot_do_is_refused_with_what_it_can(string fields, string words)
    {
        await using var venice = await RehearsedVenice.StartAsync();
        var order = (JsonObject)JsonNode.Parse(fields)!;
        order["input"] = "Hello.";

        var answer = await venice.PostAsync("audio/speech", order);

        Assert.Equal(400, answer.Status);
        Assert.Contains(words, answer.Text, StringComparison.Ordinal);
        Assert.Equal(400, (await SpeakAsync(venice, new string('a', 4097))).Status);
        Assert.Equal(404, (await SpeakAsync(venice, "Hello.", ("model", "nobody"))).Status);
        Assert.Equal(100m, venice.World.Balance);
    }

    [Theory]
    [InlineData("tts-chatterbox-hd", 200)]
    [InlineData("tts-minimax-speech-02-hd", 403)]
    [InlineData("tts-kokoro", 400)]
    public async Task A_voice_is_learned_where_that_is_offered_and_belongs_to_its_model(string model, int status)
    {
        await using var venice = await RehearsedVenice.StartAsync();
        var sample = await SpeakAsync(venice, "This is how I sound when I read.", ("response_format", "wav"));

        var answer = await SendAsync(venice, "audio/voices", sample.Bytes, "me.wav", ("model", model));

        Assert.Equal(status, answer.Status);
        if (status != 200) return;
        var voice = (string)answer.Json["id"]!;
        Assert.StartsWith("vv_", voice, StringComparison.Ordinal);
        Assert.Equal(200, (await SpeakAsync(venice, "Hello.", ("model", model), ("voice", voice))).Status);
        Assert.Equal(400, (await SpeakAsync(venice, "Hello.", ("voice", voice))).Status);
        Assert.Equal(400, (await SendAsync(venice, "audio/voices", sample.Bytes, "me.txt", ("model", model))).Status);
        Assert.Equal(415, (await venice.PostAsync("audio/voices", new JsonObject())).Status);
    }

    [Theory]
    [InlineData("-c:a libmp3lame -b:a 48k -ac 1 -f mp3", 0)]
    [InlineData("-c:a libopus -b:a 32k -f ogg", 0)]
    [InlineData("-ar 8000 -ac 1 -filter:a volume=0.3 -f wav", 0)]
    [InlineData("-ss 13.37 -t 20 -f wav", 13.37)]
    public async Task A_song_is_known_again_through_any_codec_and_as_a_piece_with_its_words_in_time(string encoding, double cut)
    {
        await using var venice = await RehearsedVenice.StartAsync();
        await SongAsync(venice, "serenata-2", "pop at 118 bpm about boats", 30);
        var (ticket, song) = await SungAsync(venice);
        var truth = venice.World.SongOf((string)ticket["queue_id"]!)!.Words;

        var heard = await HearAsync(venice, Recode(song, encoding), Scribe);

        var words = heard.Json["timestamps"]!["word"]!.AsArray();
        var first = truth.First(word => (word.Start + word.End) / 2 >= cut);
        Assert.Equal(first.Word, (string)words[0]!["word"]!);
        Assert.InRange((double)words[0]!["start"]!, Math.Max(0, first.Start - cut) - 0.05, Math.Max(0, first.Start - cut) + 0.05);
        var length = (double)heard.Json["duration"]!;
        Assert.Equal(truth.Where(word => (word.Start + word.End) / 2 is var middle && middle >= cut && middle < cut + length).Select(word => word.Word),
            words.Select(word => (string)word!["word"]!));
    }

    [Fact]
    public async Task Speech_is_written_down_as_it_was_said_and_each_model_gives_its_own_times()
    {
        await using var venice = await RehearsedVenice.StartAsync();
        var speech = await SpeakAsync(venice, "Good evening, Venice. The show begins now.");

        foreach (var (model, kind, count) in ((string, string?, int)[])[("nvidia/parakeet-tdt-0.6b-v3", null, 0), ("openai/whisper-large-v3", "segment", 2),
            ("fal-ai/wizper", "segment", 2), (Scribe, "word", 7), ("stt-xai-v1", "char", 36)])
        {
            var heard = await HearAsync(venice, speech.Bytes, model);
            Assert.Equal("Good evening, Venice. The show begins now.", (string)heard.Json["text"]!);
            Assert.Equal(kind is null, heard.Json["timestamps"] is null);
            if (kind is not null) Assert.Equal(count, heard.Json["timestamps"]![kind]!.AsArray().Count);
        }
        var text = await SendAsync(venice, "audio/transcriptions", speech.Bytes, "a.mp3", ("response_format", "text"));
        Assert.Equal(("text/plain", "Good evening, Venice. The show begins now."), (text.Type, text.Text));
    }

    [Fact]
    public async Task Silence_instrumentals_and_nonsense_cost_nothing_and_say_what_they_are()
    {
        await using var venice = await RehearsedVenice.StartAsync();
        var instrumental = await SongAsync(venice, "serenata-2", "pop about boats", 12);
        var balance = venice.World.Balance;

        Assert.Equal(422, (await HearAsync(venice, Convert.FromBase64String(SampleMedia.Wav(3).Split(',')[1]), Scribe)).Status);
        Assert.Equal(422, (await HearAsync(venice, instrumental.Bytes, Scribe)).Status);
        Assert.Equal(422, (await HearAsync(venice, [], Scribe)).Status);
        Assert.Equal(400, (await HearAsync(venice, "this is no sound at all"u8.ToArray(), Scribe)).Status);
        Assert.Equal(400, (await SendAsync(venice, "audio/transcriptions", instrumental.Bytes, "a.mp3", ("response_format", "srt"))).Status);
        Assert.Equal(400, (await SendAsync(venice, "audio/transcriptions", instrumental.Bytes, "a.mp3", ("diarize", "true"))).Status);
        Assert.Equal(404, (await HearAsync(venice, instrumental.Bytes, "nobody")).Status);
        Assert.Equal(balance, venice.World.Balance);
    }

    [Fact]
    public async Task A_stranger_gets_the_same_invented_words_every_time_and_none_where_it_is_silent()
    {
        await using var venice = await RehearsedVenice.StartAsync();
        var sound = SampleMedia.Run("ffmpeg", "-v", "error", "-f", "lavfi", "-i", "sine=frequency=330:duration=4,apad=pad_dur=8", "-f", "wav", "pipe:1");

        var heard = await HearAsync(venice, sound, Scribe);

        var words = heard.Json["timestamps"]!["word"]!.AsArray();
        Assert.InRange(words.Count, 7, 10);
        Assert.True((double)words[^1]!["end"]! < 4.5);
        Assert.Equal(heard.Text, (await HearAsync(venice, sound, Scribe)).Text);
        Assert.Equal(Math.Round(12 * 0.000167m, 8), Math.Round((100m - venice.World.Balance) / 2, 8));
    }

    [Fact]
    public async Task Ears_make_mistakes_on_request()
    {
        await using var venice = await RehearsedVenice.StartAsync();
        var (_, song) = await SungAsync(venice);
        async Task<List<string>> WordsAsync() => [.. (await HearAsync(venice, song, Scribe)).Json["timestamps"]!["word"]!.AsArray().Select(word => (string)word!["word"]!)];
        var right = await WordsAsync();

        venice.Expect("audio/transcriptions", "hear-wrong", 1, "0.2");
        var wrong = await WordsAsync();
        venice.Expect("audio/transcriptions", "hear-repeat", 1, "5");
        var looping = await WordsAsync();
        venice.Expect("audio/transcriptions", "silent-sound");

        Assert.InRange(right.Except(wrong).Count() + Math.Abs(right.Count - wrong.Count), 1, right.Count / 3);
        Assert.Equal(right.Count + 20, looping.Count);
        Assert.Equal(422, (await HearAsync(venice, song, Scribe)).Status);
    }

    private static async Task<(JsonObject Ticket, byte[] Song)> SungAsync(RehearsedVenice venice)
    {
        var ticket = await OrderingSound.QueueAsync(venice, "barcarola-15", "pop at 118 bpm about boats", ("lyrics_prompt", Lyric), ("duration_seconds", 60));
        return (ticket, (await OrderingSound.CollectAsync(venice, ticket)).Bytes);
    }

    private static async Task<Answer> SongAsync(RehearsedVenice venice, string model, string prompt, int seconds) =>
        await OrderingSound.CollectAsync(venice, await OrderingSound.QueueAsync(venice, model, prompt, ("duration_seconds", seconds)));

    private static Task<Answer> SpeakAsync(RehearsedVenice venice, string text, params (string Field, JsonNode Value)[] more)
    {
        var order = new JsonObject { ["input"] = text };
        foreach (var (field, value) in more) order[field] = value;
        return venice.PostAsync("audio/speech", order);
    }

    private static Task<Answer> HearAsync(RehearsedVenice venice, byte[] sound, string model) =>
        SendAsync(venice, "audio/transcriptions", sound, "song.wav", ("model", model), ("timestamps", "true"));

    private static async Task<Answer> SendAsync(RehearsedVenice venice, string route, byte[] file, string name, params (string Field, string Value)[] fields)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(file) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } }, "file", name } };
        foreach (var (field, value) in fields) form.Add(new StringContent(value), field);
        using var response = await venice.Http.PostAsync(new Uri(route, UriKind.Relative), form, Ct);
        return await Answer.OfAsync(response);
    }

    private static byte[] Recode(byte[] sound, string encoding)
    {
        var path = Path.Combine(Path.GetTempPath(), string.Create(CultureInfo.InvariantCulture, $"{Guid.NewGuid():N}"));
        File.WriteAllBytes(path, sound);
        try
        {
            return SampleMedia.Run("ffmpeg", ["-v", "error", "-i", path, .. encoding.Split(' '), "pipe:1"]);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
