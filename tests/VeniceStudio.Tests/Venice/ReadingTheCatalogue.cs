using VeniceStudio.Venice;

namespace VeniceStudio.Tests.Venice;

public sealed class ReadingTheCatalogue(VeniceStub venice) : IClassFixture<VeniceStub>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_video_model_tells_what_an_order_may_say()
    {
        var model = await OnlyAsync("""
            {"id":"sample-t2v","type":"video","object":"model","created":1,"model_spec":{"name":"Sample","privacy":"anonymized","beta":true,
             "regionRestrictions":["XX"],"traits":["fast"],"model_sets":["cinematic"],
             "deprecation":{"autoRemap":true,"date":"2026-09-10T00:00:00Z","removesAt":"2026-09-24T00:00:00Z","replacementModelId":"next"},
             "constraints":{"model_type":"text-to-video","aspect_ratios":["16:9","9:16"],"resolutions":["768P","2K"],"durations":["5s","10s","Auto"],
              "audio":true,"audio_configurable":true,"audio_input":true,"video_input":false,"per_reference_audio":true,"prompt_character_limit":7000,
              "reference_image_min_short_side_pixels":400,"reference_image_min_aspect_ratio":0.4,"reference_image_max_aspect_ratio":2.5}}}
            """);

        Assert.Equal(("sample-t2v", "video", "Sample", "anonymized", true, false), (model.Id, model.Type, model.Name, model.Privacy, model.Beta, model.Offline));
        Assert.Equal(new DateTimeOffset(2026, 9, 24, 0, 0, 0, TimeSpan.Zero), model.Deprecation!.RemovesAt);
        Assert.Equal(("next", true), (model.Deprecation.Replacement, model.Deprecation.AutoRemap));
        var video = model.Video!;
        Assert.Equal(["768P", "2K"], video.Resolutions);
        Assert.Equal((7000, 400, 0.4, 2.5), (video.PromptCharacterLimit, video.ReferenceImageMinShortSide, video.ReferenceImageMinAspectRatio, video.ReferenceImageMaxAspectRatio));
        Assert.True(video is { Audio: true, AudioConfigurable: true, AudioInput: true, VideoInput: false, PerReferenceAudio: true });
        Assert.Equal("cinematic", model.Raw.GetProperty("model_spec").GetProperty("model_sets")[0].GetString());
    }

    [Theory]
    [InlineData(3, "5s")]
    [InlineData(5, "5s")]
    [InlineData(5.01, "10s")]
    [InlineData(10.5, null)]
    public void T14_a_stretch_of_song_takes_the_next_longer_listed_duration(double seconds, string? duration) =>
        Assert.Equal(duration, new VideoConstraints { Durations = ["10s", "Auto", "5s", "1 gen"] }.ShortestCovering(seconds));

    [Fact]
    public async Task T25_limits_are_found_under_either_spelling()
    {
        var model = await OnlyAsync("""{"id":"m","type":"video","model_spec":{"constraints":{"aspectRatios":["1:1"],"promptCharacterLimit":"1000"}}}""");

        Assert.Equal(["1:1"], model.Video!.AspectRatios);
        Assert.Equal(1000, model.Video.PromptCharacterLimit);
    }

    [Theory]
    [InlineData("""{"id":"m"}""")]
    [InlineData("""{"id":"m","type":"video","model_spec":null}""")]
    [InlineData("""{"id":"m","type":"video","model_spec":{"constraints":null,"traits":"fast","offline":"maybe","deprecation":7}}""")]
    [InlineData("""{"id":"m","type":"video","model_spec":{"constraints":[],"name":"","pricing":"free"}}""")]
    public async Task A_model_without_constraints_is_listed_without_them(string entry)
    {
        var model = await OnlyAsync(entry);

        Assert.Equal(("m", "video", "m"), (model.Id, model.Type, model.Name));
        Assert.Null(model.Video);
        Assert.Null(model.Deprecation);
    }

    [Fact]
    public async Task Odd_values_in_constraints_cost_only_themselves()
    {
        var model = await OnlyAsync("""{"id":"m","type":"video","model_spec":{"constraints":{"durations":["5s",8,null,"10s"],"resolutions":"720p","audio":"true","prompt_character_limit":-4}}}""");

        Assert.Equal(["5s", "10s"], model.Video!.Durations);
        Assert.Empty(model.Video.Resolutions);
        Assert.True(model.Video.Audio);
        Assert.Equal(2500, model.Video.PromptCharacterLimit);
    }

    [Fact]
    public async Task One_broken_entry_does_not_hide_the_others()
    {
        var client = venice.Begin();
        venice.Says(200, """{"object":"list","type":"video","data":[null,7,{"name":"nameless"},{"id":"a"},"b",{"id":"c"}]}""");

        Assert.Equal(["a", "c"], (await client.Models.ListAsync("video", Ct)).Select(model => model.Id));
        Assert.Equal("/api/v1/models?type=video", venice.Last.Target);
    }

    [Fact]
    public async Task A_language_model_tells_its_abilities_and_price()
    {
        var model = await OnlyAsync("""
            {"id":"t","type":"text","context_length":256000,"model_spec":{"availableContextTokens":250000,"maxCompletionTokens":8192,
             "capabilities":{"supportsResponseSchema":true,"supportsVision":true,"supportsMultipleImages":true,"maxImages":4,"quantization":"fp8"},
             "pricing":{"input":{"usd":1.4,"diem":1.4},"output":{"usd":4.4,"diem":4.4}}}}
            """);

        Assert.Null(model.Video);
        Assert.True(model.Text is { ContextTokens: 250_000, MaxCompletionTokens: 8192, SupportsResponseSchema: true, SupportsVision: true, MaxImages: 4 });
        Assert.Equal((1_400_000L, 4_400_000L), (model.Text!.InputMicroDollarsPerMillion, model.Text.OutputMicroDollarsPerMillion));
    }

    [Fact]
    public async Task Traits_name_models()
    {
        var client = venice.Begin(key: null);
        venice.Says(200, """{"data":{"default":"zai-org-glm-5-2","odd":7},"object":"list","type":"text"}""");

        var traits = await client.Models.TraitsAsync("text", Ct);
        Assert.Equal("zai-org-glm-5-2", Assert.Single(traits).Value);
        Assert.Empty(venice.Last.Authorization);
    }

    [Theory]
    [InlineData("""{"canConsume":true,"consumptionCurrency":"USD","balances":{"diem":null,"usd":25},"diemEpochAllocation":0}""", true, "USD", 25_000_000L, null)]
    [InlineData("""{"canConsume":true,"consumptionCurrency":null,"balances":null}""", true, null, null, null)]
    [InlineData("""{"canConsume":false,"balances":{"diem":"1.5","usd":"0.0000019"}}""", false, null, 1L, 1_500_000L)]
    public async Task A_balance_is_read_whatever_it_leaves_out(string body, bool can, string? currency, long? usd, long? diem)
    {
        var client = venice.Begin();
        venice.Says(200, body);

        Assert.Equal(new VeniceBalance(can, currency, usd, diem), await client.Account.BalanceAsync(Ct));
    }

    [Fact]
    public async Task The_limits_of_the_key_are_read()
    {
        var client = venice.Begin();
        venice.Says(200, """{"data":{"accessPermitted":true,"apiTier":{"id":"paid","isCharged":true},"balances":{"USD":3.5},"keyExpiration":null,"nextEpochBegins":"2026-09-02T00:00:00.000Z","rateLimits":[{"apiModelId":"video-queue","rateLimits":[{"amount":40,"type":"RPM"},{"amount":"x"}]},{"rateLimits":null}]}}""");

        var limits = await client.Account.RateLimitsAsync(Ct);

        Assert.Equal((true, "paid", null, 3_500_000L), (limits.AccessPermitted, limits.Tier, limits.KeyExpiration, limits.UsdMicroDollars));
        Assert.Equal(2, limits.NextEpochBegins!.Value.Day);
        Assert.Equal(new VeniceRateLimit("video-queue", 40, "RPM"), Assert.Single(limits.Limits));
    }

    private async Task<VeniceModel> OnlyAsync(string entry)
    {
        var client = venice.Begin();
        venice.Says(200, $$"""{"object":"list","data":[{{entry}}]}""");
        return Assert.Single(await client.Models.ListAsync("video", Ct));
    }
}
