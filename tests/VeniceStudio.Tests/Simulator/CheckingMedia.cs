using System.Text.Json.Nodes;

namespace VeniceStudio.Tests.Simulator;

public sealed class CheckingMedia
{
    private const string Animate = "lagoon-2-6-pro-image-to-video";
    private const string Sing = "murano-3-text-to-video";

    [Theory]
    [InlineData("png")]
    [InlineData("jpeg")]
    [InlineData("webp")]
    public async Task Pictures_of_every_kind_are_measured_by_their_content(string kind)
    {
        await using var venice = await RehearsedVenice.StartAsync();
        string Picture(int width, int height) => kind switch
        {
            "png" => SampleMedia.Png(width, height), "jpeg" => SampleMedia.Jpeg(width, height), _ => SampleMedia.WebP(width, height),
        };

        var small = await venice.QueueAsync(Order(Picture(600, 298)));
        var wide = await venice.QueueAsync(Order(Picture(1000, 320)));

        Assert.Contains("298", small.Text, StringComparison.Ordinal);
        Assert.Contains("ratio", wide.Text, StringComparison.Ordinal);
        Assert.Equal(200, (await venice.QueueAsync(Order(Picture(400, 300)))).Status);
    }

    [Theory]
    [InlineData("data:image/png;base64,AAAA")]
    [InlineData("data:image/png;base64,!!!")]
    [InlineData("data:audio/wav;base64,AAAA")]
    [InlineData("a file name.png")]
    [InlineData("ftp://example.org/a.png")]
    public async Task What_is_no_picture_is_refused_and_names_the_field(string url)
    {
        await using var venice = await RehearsedVenice.StartAsync();

        var answer = await venice.QueueAsync(Order(url));

        Assert.Equal(400, answer.Status);
        Assert.Equal("image_url", answer.Json["issues"]![0]!["path"]![0]!.GetValue<string>());
    }

    [Theory]
    [InlineData(2.5, 400)]
    [InlineData(29.5, 200)]
    [InlineData(31, 400)]
    public async Task A_song_may_last_three_to_thirty_seconds(double seconds, int status)
    {
        await using var venice = await RehearsedVenice.StartAsync();

        Assert.Equal(status, (await venice.QueueAsync(Song(SampleMedia.Wav(seconds)))).Status);
        Assert.Equal(status, (await venice.QueueAsync(Song(SampleMedia.Mp3(seconds)))).Status);
    }

    [Fact]
    public async Task A_song_above_15_MB_or_of_another_kind_is_refused()
    {
        await using var venice = await RehearsedVenice.StartAsync();

        Assert.Equal(400, (await venice.QueueAsync(Song(SampleMedia.Url("audio/wav", new byte[16 * 1024 * 1024])))).Status);
        Assert.Equal(400, (await venice.QueueAsync(Song(SampleMedia.Url("audio/ogg", "OggS"u8.ToArray())))).Status);
    }

    [Fact]
    public async Task A_transition_needs_both_of_its_pictures()
    {
        await using var venice = await RehearsedVenice.StartAsync();
        var order = RehearsedVenice.Order(model: "prisma-c1-transition");
        order["image_url"] = "https://example.org/a.png";

        var answer = await venice.QueueAsync(order);

        Assert.Equal("end_image_url", answer.Json["issues"]![0]!["path"]![0]!.GetValue<string>());
        Assert.Equal(200, (await venice.QueueAsync(RehearsedVenice.With(order, "end_image_url", "https://example.org/b.png"))).Status);
    }

    [Fact]
    public async Task References_are_counted_by_the_model()
    {
        await using var venice = await RehearsedVenice.StartAsync();
        JsonObject Order(int pictures)
        {
            var order = RehearsedVenice.Order(model: "corvo-reference-to-video-private");
            order["reference_image_urls"] = new JsonArray([.. Enumerable.Range(0, pictures)
                .Select(i => JsonValue.Create($"https://example.org/{i}.png"))]);
            return order;
        }

        Assert.Equal(400, (await venice.QueueAsync(Order(0))).Status);
        Assert.Equal(200, (await venice.QueueAsync(Order(7))).Status);
        Assert.Equal(400, (await venice.QueueAsync(Order(8))).Status);
    }

    [Fact]
    public async Task An_upscaled_film_keeps_its_length_and_has_no_prompt()
    {
        await using var venice = await RehearsedVenice.StartAsync();
        var source = await venice.RetrieveAsync(await venice.TicketAsync(""));
        var order = new JsonObject { ["model"] = "canaletto-upscale", ["duration"] = "Auto", ["upscale_factor"] = 2,
            ["video_url"] = SampleMedia.Url("video/mp4", source.Bytes) };

        var ticket = await venice.TicketAsync(order);

        Assert.Equal(5, venice.World.Jobs[^1].Recipe!.Seconds);
        Assert.Equal(0.125m, venice.World.Jobs[^1].Price);
        Assert.True((await venice.RetrieveAsync(ticket)).IsFilm);
        Assert.Equal(400, (await venice.QueueAsync(RehearsedVenice.With((JsonObject)order.DeepClone(), "prompt", "sharper"))).Status);
        Assert.Equal(400, (await venice.QueueAsync(RehearsedVenice.With((JsonObject)order.DeepClone(), "upscale_factor", 3))).Status);
    }

    private static JsonObject Order(string picture) =>
        new() { ["model"] = Animate, ["prompt"] = "it moves", ["duration"] = "5s", ["image_url"] = picture };

    private static JsonObject Song(string sound) => RehearsedVenice.With(RehearsedVenice.Order(model: Sing), "audio_url", sound);
}
