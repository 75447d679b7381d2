using System.Text.Json.Nodes;
using VeniceStudio.Simulator;

namespace VeniceStudio.Tests.Simulator;

public sealed class ChangingPictures
{
    private static readonly SimulatorOptions Small = RehearsedVenice.Instant with { MaxPixels = 320 * 240 };
    private static readonly string Base = SampleMedia.Png(320, 240), Other = SampleMedia.Jpeg(300, 300);

    [Fact]
    public async Task The_result_follows_the_picture_and_the_words_and_is_charged()
    {
        await using var venice = await RehearsedVenice.StartAsync(Small);
        var before = venice.World.Balance;
        var night = await venice.PostAsync("image/edit", Edit(Base, "make it night"));
        var again = await venice.PostAsync("image/edit", Edit(Base, "make it night"));
        var day = await venice.PostAsync("image/edit", Edit(Base, "make it day"));
        var other = await venice.PostAsync("image/edit", Edit(Other, "make it night"));

        Assert.Equal(("image/png", "restauro-edit", "false"), (night.Type, night.Header("x-venice-model-id"), night.Header("x-venice-is-content-violation")));
        Assert.Equal(night.Bytes, again.Bytes);
        Assert.NotEqual(night.Bytes, day.Bytes);
        Assert.NotEqual(night.Bytes, other.Bytes);
        Assert.Equal(0.16m, before - venice.World.Balance);
    }

    [Fact]
    public async Task Several_pictures_become_one_and_further_ones_may_cost()
    {
        await using var venice = await RehearsedVenice.StartAsync(Small);
        var before = venice.World.Balance;
        var blend = Blend("restauro-2-pro-edit", Base, Other, Other);
        blend["aspect_ratio"] = "9:16";
        blend["output_format"] = "jpeg";
        var one = await venice.PostAsync("image/multi-edit", blend);
        Assert.Equal(("image/jpeg", null), (one.Type, one.Header("x-venice-model-id")));
        Assert.Equal(0.05m + 2 * 0.0035m, before - venice.World.Balance);
    }

    [Fact]
    public async Task T18_T8_What_a_route_or_a_model_does_not_take_is_refused_for_nothing()
    {
        await using var venice = await RehearsedVenice.StartAsync(Small);
        var before = venice.World.Balance;
        var small = SampleMedia.Png(100, 100);
        (string Route, JsonObject Body)[] wrong =
        [
            ("image/multi-edit", RehearsedVenice.With(Blend("restauro-edit", Base), "model", "restauro-edit")),
            ("image/edit", RehearsedVenice.With(Edit(Base, "night"), "quality", "low")),
            ("image/edit", Edit(small, "night")),
            ("image/edit", Edit("data:image/png;base64,AAAA", "night")),
            ("image/edit", Edit("https://example.com/a.png", "night")),
            ("image/edit", RehearsedVenice.With(Edit(Base, "night"), "aspect_ratio", "5:4")),
            ("image/edit", RehearsedVenice.With(Edit(Base, "night"), "resolution", "2K")),
            ("image/edit", Edit(Base, new string('x', 1501))),
            ("image/multi-edit", Blend("restauro-edit", Base, Base, Base, Base)),
            ("image/multi-edit", Blend("luce-1-edit", Base)),
            ("image/multi-edit", RehearsedVenice.With(Blend("vetrata-2-edit", Base), "quality", "best")),
            ("image/generate", new JsonObject { ["model"] = "fresco-turbo", ["prompt"] = "a boat", ["resolution"] = "1K" }),
        ];
        foreach (var (route, body) in wrong) Assert.Equal(400, (await venice.PostAsync(route, body)).Status);
        Assert.Equal(404, (await venice.PostAsync("image/multi-edit", Blend("no-such", Base))).Status);
        Assert.Equal(before, venice.World.Balance);
    }

    [Fact]
    public async Task T19_Who_names_no_quality_pays_for_the_best()
    {
        await using var venice = await RehearsedVenice.StartAsync(Small);
        var before = venice.World.Balance;
        var order = new JsonObject { ["model"] = "vetrata-2", ["prompt"] = "a boat", ["aspect_ratio"] = "16:9" };
        await venice.PostAsync("image/generate", order);
        Assert.Equal(0.266m, before - venice.World.Balance);
        await venice.PostAsync("image/generate", RehearsedVenice.With(order, "quality", "medium"));
        Assert.Equal(0.336m, before - venice.World.Balance);
    }

    [Fact]
    public async Task All_picture_routes_share_a_minute_and_the_styles_have_names()
    {
        await using var venice = await RehearsedVenice.StartAsync(Small with { LimitSpeed = 1, Limits = new() { Image = 2 } });
        var order = new JsonObject { ["model"] = "fresco-turbo", ["prompt"] = "a boat", ["width"] = 160, ["height"] = 96, ["return_binary"] = true };
        Assert.Equal(200, (await venice.PostAsync("image/generate", order)).Status);
        Assert.Equal(200, (await venice.PostAsync("image/edit", Edit(Base, "night"))).Status);
        Assert.Equal(429, (await venice.PostAsync("image/multi-edit", Blend("restauro-edit", Base))).Status);
        Assert.NotEmpty((await venice.GetAsync("image/styles")).Json["data"]!.AsArray());
    }

    private static JsonObject Edit(string image, string prompt) => new() { ["image"] = image, ["prompt"] = prompt };

    private static JsonObject Blend(string model, params string[] images) => new()
    {
        ["modelId"] = model, ["prompt"] = "in one picture", ["images"] = new JsonArray([.. images.Select(image => JsonValue.Create(image))]),
    };
}
