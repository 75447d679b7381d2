using VeniceStudio.Venice;

namespace VeniceStudio.Tests.Venice;

public sealed class ReadingSoundModels(VeniceStub venice) : IClassFixture<VeniceStub>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_music_model_tells_what_an_order_may_say_and_how_it_is_paid()
    {
        var model = await OnlyAsync("""
            {"id":"m","type":"music","model_spec":{"supports_lyrics":true,"lyrics_required":true,"supports_lyrics_optimizer":true,"supports_force_instrumental":true,
             "supports_loop":true,"supports_language_code":true,"supports_speed":true,"min_speed":0.7,"max_speed":1.2,"default_speed":1,"voices":["A","B"],
             "default_voice":"A","duration_options":[120,"60"],"min_duration":60,"max_duration":120,"default_duration":60,"prompt_character_limit":512,
             "min_prompt_length":10,"lyrics_character_limit":4096,"supported_formats":["flac"],"default_format":"flac",
             "pricing":{"durations":{"120":{"usd":1.38,"min_seconds":61,"max_seconds":120},"60":{"usd":0.69,"min_seconds":3,"max_seconds":60},"x":{"usd":1}}}}}
            """);

        var music = model.Music!;
        Assert.True(music is { SupportsLyrics: true, LyricsRequired: true, SupportsLyricsOptimizer: true, SupportsForceInstrumental: true, SupportsLoop: true,
            SupportsLanguageCode: true, SupportsSpeed: true, TakesDuration: true });
        Assert.Equal((0.7, 1.2, "A", "flac"), (music.MinSpeed, music.MaxSpeed, music.DefaultVoice, music.DefaultFormat));
        Assert.Equal([60, 120], music.DurationOptions);
        Assert.Equal((512, 10, 4096), (music.PromptCharacterLimit, music.MinPromptLength, music.LyricsCharacterLimit));
        Assert.Equal([new DurationPrice(3, 60, 690_000), new DurationPrice(61, 120, 1_380_000)], music.Pricing.Durations);
    }

    [Theory]
    [InlineData("generation", 100_000L, null, null)]
    [InlineData("per_second", null, 100_000L, null)]
    [InlineData("per_thousand_characters", null, null, 100_000L)]
    public async Task A_model_that_tells_only_its_price_forbids_everything_else(string kind, long? generation, long? second, long? characters)
    {
        var model = await OnlyAsync("""{"id":"m","type":"music","model_spec":{"pricing":{"KIND":{"usd":0.1}}}}""".Replace("KIND", kind, StringComparison.Ordinal));

        var music = model.Music!;
        Assert.Equal((generation, second, characters), (music.Pricing.GenerationMicroDollars, music.Pricing.PerSecondMicroDollars, music.Pricing.PerThousandCharactersMicroDollars));
        Assert.False(music.TakesDuration || music.SupportsLyrics || music.SupportsLoop);
        Assert.Null(music.PromptCharacterLimit);
    }

    [Fact]
    public async Task Speech_and_listening_models_tell_their_voices_and_prices()
    {
        var voice = await OnlyAsync("""{"id":"t","type":"tts","model_spec":{"voices":["a"],"default_voice":"a","supported_formats":["mp3","wav"],"default_format":"mp3","supports_custom_voice_id":true,"voice_cloning":{"mode":"zero_shot"},"pricing":{"input":{"usd":3.5}}}}""");
        var ear = await OnlyAsync("""{"id":"a","type":"asr","model_spec":{"pricing":{"per_audio_second":{"usd":0.0000315}}}}""");
        var odd = await OnlyAsync("""{"id":"o","type":"asr","model_spec":{"pricing":"free"}}""");

        Assert.True(voice.Speech is { ClonesVoices: true, SupportsCustomVoiceId: true, DefaultVoice: "a", MicroDollarsPerMillionCharacters: 3_500_000 });
        Assert.Equal((113_400L, 5_670L), (ear.Listening!.MicroDollarsPerHour, ear.Listening.PriceOf(180)));
        Assert.Null(odd.Listening!.PriceOf(180));
    }

    private async Task<VeniceModel> OnlyAsync(string entry)
    {
        var client = venice.Begin();
        venice.Says(200, $$"""{"object":"list","type":"all","data":[{{entry}}]}""");
        return Assert.Single(await client.Models.ListAsync("all", Ct));
    }
}
