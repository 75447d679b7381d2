using System.Globalization;
using System.Text.Json.Nodes;
using VeniceStudio.Simulator.Rendering;

namespace VeniceStudio.Tests.Simulator;

public sealed class DrawingClips : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("clips-");
    private static readonly ClipRecipe Boat = new("a boat at dusk", "lagoon-2-text-to-video", 1, 160, 90, true, null);

    [Fact]
    public async Task The_same_recipe_gives_the_same_bytes_in_two_kitchens()
    {
        var first = await BytesAsync(Boat, "a");

        Assert.Equal(first, await BytesAsync(Boat, "b"));
    }

    [Fact]
    public async Task Prompt_model_length_shape_sound_and_seed_each_make_another_film()
    {
        using var store = new ClipStore(folder.FullName, long.MaxValue);
        var seed = store.Keep(Convert.FromBase64String(SampleMedia.Png(64, 64).Split(',')[1]), "image");
        ClipRecipe[] recipes =
        [
            Boat, Boat with { Prompt = "a boat at dawn" }, Boat with { Model = "murano-3-text-to-video" }, Boat with { Seconds = 2 },
            Boat with { Width = 90, Height = 160 }, Boat with { Sound = false }, Boat with { Seed = seed },
        ];

        var films = new HashSet<string>();
        foreach (var recipe in recipes) films.Add(Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(await File.ReadAllBytesAsync(await store.GetAsync(recipe), TestContext.Current.CancellationToken))));

        Assert.Equal(recipes.Length, films.Count);
    }

    [Theory]
    [InlineData(1, 320, 180, true)]
    [InlineData(3, 90, 160, false)]
    public async Task A_film_has_the_ordered_length_size_rate_and_sound(double seconds, int width, int height, bool sound)
    {
        using var store = new ClipStore(folder.FullName, long.MaxValue);
        var clip = await store.GetAsync(Boat with { Seconds = seconds, Width = width, Height = height, Sound = sound });

        var streams = JsonNode.Parse(SampleMedia.Read("ffprobe", "-v", "error", "-show_streams", "-show_format", "-of", "json", clip))!;
        var video = streams["streams"]!.AsArray().Single(stream => stream!["codec_type"]!.GetValue<string>() == "video")!;

        Assert.Equal("h264", video["codec_name"]!.GetValue<string>());
        Assert.Equal("yuv420p", video["pix_fmt"]!.GetValue<string>());
        Assert.Equal("24/1", video["r_frame_rate"]!.GetValue<string>());
        Assert.Equal((width, height), (video["width"]!.GetValue<int>(), video["height"]!.GetValue<int>()));
        Assert.Equal(((int)(seconds * 24)).ToString(CultureInfo.InvariantCulture), video["nb_frames"]!.GetValue<string>());
        Assert.Equal(sound ? 2 : 1, streams["streams"]!.AsArray().Count);
        Assert.Equal(seconds, double.Parse(streams["format"]!["duration"]!.GetValue<string>(), CultureInfo.InvariantCulture), 0.05);
    }

    [Fact]
    public async Task A_film_moves_and_can_be_played_before_it_is_fully_loaded()
    {
        using var store = new ClipStore(folder.FullName, long.MaxValue);
        var clip = await store.GetAsync(Boat);

        var frames = SampleMedia.Read("ffmpeg", "-v", "error", "-i", clip, "-an", "-f", "framemd5", "-").Split('\n')
            .Where(line => line.StartsWith('0'));
        var bytes = await File.ReadAllBytesAsync(clip, TestContext.Current.CancellationToken);

        Assert.True(frames.Select(line => line.Split(',')[^1]).Distinct().Count() > 20);
        Assert.True(bytes.AsSpan().IndexOf("moov"u8) < bytes.AsSpan().IndexOf("mdat"u8));
    }

    [Theory]
    [InlineData("%{localtime} %{expr:1+1} 100%")]
    [InlineData("it's \"quoted\": [a];b,c=d \\ \\n ")]
    [InlineData("café 日本 🎬 \u0007 \ud83c")]
    [InlineData("")]
    public async Task Hostile_prompts_are_only_text(string prompt)
    {
        using var store = new ClipStore(folder.FullName, long.MaxValue);

        Assert.True(new FileInfo(await store.GetAsync(Boat with { Prompt = prompt, Sound = false })).Length > 1000);
    }

    [Fact]
    public async Task The_seed_picture_shows_in_the_film()
    {
        using var store = new ClipStore(folder.FullName, long.MaxValue);
        var blue = store.Keep(Convert.FromBase64String(SampleMedia.Png(320, 180, "blue").Split(',')[1]), "image");
        var red = store.Keep(Convert.FromBase64String(SampleMedia.Png(320, 180, "red").Split(',')[1]), "image");

        var (cold, warm) = (await ColourAsync(store, blue), await ColourAsync(store, red));

        Assert.True(warm.Red > cold.Red + 60);
        Assert.True(cold.Blue > warm.Blue + 60);
    }

    [Fact]
    public void A_long_caption_is_broken_into_four_lines_and_keeps_no_switches()
    {
        var caption = Caption.Of("[sim:fail-after=3] " + string.Join(' ', Enumerable.Repeat("somewhere", 80)), 1280, 720);

        Assert.Equal(4, caption.Split('\n').Length);
        Assert.EndsWith("…", caption, StringComparison.Ordinal);
        Assert.DoesNotContain("sim:", caption, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_store_keeps_to_its_size_and_draws_again_what_it_dropped()
    {
        using var store = new ClipStore(folder.FullName, 1);
        var first = await store.GetAsync(Boat);
        await store.GetAsync(Boat with { Prompt = "another" });

        Assert.False(File.Exists(first));
        Assert.True(File.Exists(await store.GetAsync(Boat)));
        Assert.Empty(Directory.GetDirectories(Path.Combine(folder.FullName, "clips")));
    }

    public void Dispose() => folder.Delete(recursive: true);

    private async Task<byte[]> BytesAsync(ClipRecipe recipe, string kitchen)
    {
        using var store = new ClipStore(Path.Combine(folder.FullName, kitchen), long.MaxValue);
        return await File.ReadAllBytesAsync(await store.GetAsync(recipe), TestContext.Current.CancellationToken);
    }

    private static async Task<(int Red, int Blue)> ColourAsync(ClipStore store, string seed)
    {
        var clip = await store.GetAsync(Boat with { Seed = seed, Sound = false });
        var pixel = SampleMedia.Run("ffmpeg", "-v", "error", "-i", clip, "-frames:v", "1", "-vf", "scale=1:1:flags=area", "-f", "rawvideo",
            "-pix_fmt", "rgb24", "-");
        return (pixel[0], pixel[2]);
    }
}
