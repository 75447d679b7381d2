using VeniceStudio.Media.Ffmpeg;

namespace VeniceStudio.Tests.Media.Ffmpeg;

public sealed class MakingAPoster(MediaBench bench) : IClassFixture<MediaBench>
{
    [Theory]
    [InlineData("opens-black.mp4", "testsrc2=s=320x180:r=24:d=2,fade=in:0:20")]
    [InlineData("cuts-from-black.mp4", "testsrc2=s=320x180:r=24:d=2,drawbox=0:0:iw:ih:black:fill:enable='lt(t,1.1)'")]
    [InlineData("ends-black.mp4", "testsrc2=s=320x180:r=24:d=2,fade=out:10:30")]
    [InlineData("one-frame.mp4", "testsrc2=s=320x180:r=24:d=0.04")]
    public async Task A_poster_shows_the_scene_and_not_the_black_around_it(string name, string source)
    {
        var video = await bench.MakeAsync(name, $"-f lavfi -i {source} -c:v libx264 -preset ultrafast -pix_fmt yuv420p");
        var poster = await PosterOfAsync(video, 160);
        var pixels = await bench.PixelsAsync(poster);
        Assert.Equal(160 * 90 * 3, pixels.Length);
        Assert.True(pixels.Average(p => p) > 60, $"{name}: {pixels.Average(p => p)}");
    }

    [Theory]
    [InlineData("steady.mp4", "trim=end_frame=48")]
    [InlineData("halting.mp4", "select=lt(n\\,12)+not(mod(n\\,5)),trim=end_frame=48")]
    public async Task A_checked_clip_gets_the_very_frame_that_its_check_chose(string name, string timing)
    {
        // One frame of forty-eight is not dark, at whatever time it is shown.
        var video = await bench.MakeAsync(
            name, $"-f lavfi -i testsrc2=s=320x180:r=24:d=12,{timing},drawbox=0:0:iw:ih:black:fill:enable='not(eq(n,30))',noise=alls=4:allf=t -fps_mode vfr -c:v libx264 -preset ultrafast -pix_fmt yuv420p");
        var sound = Assert.IsType<ClipVerdict.Sound>(await new ClipCheck(bench.Tools).CheckAsync(video, new ClipExpectation(), MediaBench.Ct));
        Assert.Equal(30, sound.PosterFrame);

        var poster = video + ".taken.jpg";
        await new Poster(bench.Tools).TakeAsync(video, sound.PosterFrame, poster, 160, MediaBench.Ct);
        Assert.True((await bench.PixelsAsync(poster)).Average(p => p) > 60);
        Assert.Equal(await File.ReadAllBytesAsync(poster, MediaBench.Ct), await File.ReadAllBytesAsync(await PosterOfAsync(video, 160), MediaBench.Ct));
    }

    [Fact]
    public async Task A_small_video_is_not_enlarged_and_a_turned_one_stands_as_its_facts_say()
    {
        var flat = await bench.MakeAsync("flat.mp4", "-f lavfi -i color=black:s=160x90:r=24:d=0.5,drawbox=0:0:40:40:white:fill -c:v libx264 -preset ultrafast -pix_fmt yuv420p");
        var turned = await bench.MakeAsync("turned.mp4", $"-i {flat} -c copy -metadata:s:v rotate=90");
        var poster = await PosterOfAsync(turned, 1000);
        var header = ImageHeader.Read(await File.ReadAllBytesAsync(poster, MediaBench.Ct))!;
        Assert.Equal((90, 160), (header.Width, header.Height));

        // The mark in the upper left goes to the upper right when turned clockwise once, to the lower left when turned three times.
        var pixels = await bench.PixelsAsync(poster);
        var facts = await new MediaProbe(bench.Tools).ProbeAsync(turned, MediaBench.Ct);
        var upperRight = pixels[((10 * 90) + 80) * 3] > 128;
        Assert.Equal(upperRight ? 90 : 270, facts.Video!.Rotation);
        Assert.Equal(!upperRight, pixels[((150 * 90) + 10) * 3] > 128);
    }

    [Fact]
    public async Task A_poster_that_cannot_be_made_leaves_nothing_behind()
    {
        var folder = Directory.CreateDirectory(bench.PathOf("posters")).FullName;
        var sound = await bench.MakeAsync("sound.mp4", "-f lavfi -i sine=d=1 -c:a aac");
        await Assert.ThrowsAsync<MediaException>(() => new Poster(bench.Tools).MakeAsync(sound, Path.Combine(folder, "p.jpg"), 160, MediaBench.Ct));
        Assert.Empty(Directory.GetFiles(folder));
    }

    private async Task<string> PosterOfAsync(string video, int width)
    {
        var poster = video + ".jpg";
        await new Poster(bench.Tools).MakeAsync(video, poster, width, MediaBench.Ct);
        return poster;
    }
}
