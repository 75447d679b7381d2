using System.Text.Json.Nodes;

namespace VeniceStudio.Tests.Simulator;

public sealed class ListingModels
{
    [Fact]
    public async Task The_catalogue_has_every_shape_of_constraint_that_a_form_must_bear()
    {
        await using var venice = await RehearsedVenice.StartAsync(withKey: false);
        var list = await venice.GetAsync("models?type=video");
        var models = list.Json["data"]!.AsArray().Select(model => model!).ToList();
        bool Some(Func<JsonNode, bool> wish) => models.Exists(model => wish(model["model_spec"]!));
        static string[] Values(JsonNode spec, string list) =>
            [.. spec["constraints"]![list]!.AsArray().Select(value => value!.GetValue<string>())];
        static bool Is(JsonNode spec, string flag) => spec["constraints"]![flag]!.GetValue<bool>();

        Assert.InRange(models.Count, 30, 45);
        Assert.Equal(models.Count, models.Select(model => model["id"]!.GetValue<string>()).Distinct().Count());
        Assert.True(Some(spec => Values(spec, "aspect_ratios").Length == 0));
        Assert.True(Some(spec => Values(spec, "resolutions").Length == 0));
        foreach (var odd in (string[])["768P", "2K", "4k", "true_1080p", "540p", "580p", "2160p", "2x"]) Assert.True(Some(spec =>
            Values(spec, "resolutions").Contains(odd)), odd);
        foreach (var odd in (string[])["Auto", "-1", "1s", "30s"]) Assert.True(Some(spec => Values(spec, "durations").Contains(odd)), odd);
        Assert.True(Some(spec => Is(spec, "audio") && !Is(spec, "audio_configurable")));
        Assert.True(Some(spec => Is(spec, "audio_configurable")));
        Assert.True(Some(spec => !Is(spec, "audio")));
        foreach (var flag in (string[])["audio_input", "video_input", "per_reference_audio"]) Assert.True(Some(spec => Is(spec, flag)),
            flag);
        foreach (var limit in (int[])[1000, 4096, 7000, 10000, 15000]) Assert.True(Some(spec =>
            (int?)spec["constraints"]!["prompt_character_limit"] == limit));
        Assert.True(Some(spec => spec["offline"]!.GetValue<bool>()));
        Assert.True(Some(spec => (bool?)spec["beta"] == true));
        Assert.True(Some(spec => spec["regionRestrictions"] is not null));
        Assert.True(Some(spec => (bool?)spec["deprecation"]?["autoRemap"] == true));
        Assert.All(models, model => Assert.Null(model["model_spec"]!["pricing"]));
    }

    [Fact]
    public async Task Text_is_the_default_and_carries_prices_and_a_type_that_is_none_is_refused()
    {
        await using var venice = await RehearsedVenice.StartAsync(withKey: false);

        var text = await venice.GetAsync("models");

        Assert.Equal("text", text.Json["type"]!.GetValue<string>());
        Assert.All(text.Json["data"]!.AsArray(), model => Assert.True((decimal)model!["model_spec"]!["pricing"]!["output"]!["usd"]! > 0));
        Assert.Equal(400, (await venice.GetAsync("models?type=audio")).Status);
        Assert.Empty((await venice.GetAsync("models/traits?type=video")).Json["data"]!.AsObject());
    }

    [Fact]
    public async Task Every_listed_text_to_video_model_can_be_ordered_as_its_constraints_say()
    {
        await using var venice = await RehearsedVenice.StartAsync();
        var models = (await venice.GetAsync("models?type=video")).Json["data"]!.AsArray();
        foreach (var model in models.Where(model => model!["id"]!.GetValue<string>().Contains("text-to-video", StringComparison.Ordinal)))
        {
            var spec = model!["model_spec"]!;
            if (spec["offline"]!.GetValue<bool>() || spec["beta"] is not null || spec["regionRestrictions"] is not null
                || spec["deprecation"] is not null)
            {
                continue;
            }
            var order = new JsonObject { ["model"] = model["id"]!.DeepClone(), ["prompt"] = "a boat",
                ["duration"] = spec["constraints"]!["durations"]![0]!.DeepClone() };
            if (spec["constraints"]!["aspect_ratios"]!.AsArray() is { Count: > 0 } ratios) order["aspect_ratio"] = ratios[^1]!.DeepClone();
            if (spec["constraints"]!["resolutions"]!.AsArray() is { Count: > 0 } lines) order["resolution"] = lines[0]!.DeepClone();
            if (spec["constraints"]!["audio_configurable"]!.GetValue<bool>()) order["audio"] = false;

            var quote = await venice.PostAsync("video/quote", Without(order, "prompt"));
            var answer = await venice.QueueAsync(order);

            Assert.True(answer.Status == 200, answer.Text);
            Assert.Equal((decimal)quote.Json["quote"]!, venice.World.Jobs[^1].Price);
        }
    }

    private static JsonObject Without(JsonObject order, string field)
    {
        var copy = (JsonObject)order.DeepClone();
        copy.Remove(field);
        return copy;
    }
}
