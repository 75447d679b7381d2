using System.Buffers.Binary;
using VeniceStudio.Media.Ffmpeg;

namespace VeniceStudio.Tests.Media.Ffmpeg;

public sealed class FittingAPicture(MediaBench bench) : IClassFixture<MediaBench>
{
    private string Target => bench.PathOf("fitted");

    [Theory]
    [InlineData("a.png", "800x600", "", 800, 600)]
    [InlineData("b.jpg", "800x600", "", 800, 600)]
    [InlineData("c.webp", "800x600", "", 800, 600)]
    [InlineData("lossless.webp", "800x600", " -lossless 1", 800, 600)]
    [InlineData("gray16.png", "400x400", " -pix_fmt gray16be", 400, 400)]
    [InlineData("odd.png", "401x333", "", 401, 333)]
    [InlineData("large.png", "3000x2000", "", 1732, 1154)]
    [InlineData("small.png", "200x320", "", 300, 480)]
    public async Task A_picture_comes_out_as_a_JPEG_inside_the_limits(string name, string size, string more, int width, int height)
    {
        var fitted = await FitAsync(await bench.MakeAsync(name, $"-f lavfi -i testsrc2=s={size},format=rgb24 -frames:v 1{more}"));
        Assert.Equal((width, height), (fitted.Width, fitted.Height));
        var header = ImageHeader.Read(await File.ReadAllBytesAsync(fitted.Path, MediaBench.Ct))!;
        Assert.Equal((ContentKind.Jpeg, width, height), (header.Kind, header.Width, header.Height));
        Assert.Equal(new FileInfo(fitted.Path).Length, fitted.Bytes);
    }

    [Theory]
    [InlineData("100x140", "at least 150")]
    [InlineData("1000x400", "between 0.4 and 2.5")]
    [InlineData("400x1000", "between 0.4 and 2.5")]
    public async Task A_picture_that_no_size_can_save_is_refused_with_the_limit(string size, string words)
    {
        var path = await bench.MakeAsync($"{size}.png", $"-f lavfi -i testsrc2=s={size} -frames:v 1");
        var e = await Assert.ThrowsAsync<ImageRejected>(() => FitAsync(path));
        Assert.Contains(words, e.Message, StringComparison.Ordinal);
        Assert.Equal(MediaFault.OutsideLimits, e.Fault);
    }

    [Theory]
    [InlineData("rgba.png", "-pix_fmt rgba")]
    [InlineData("rgba.webp", "-lossless 1")]
    public async Task What_is_transparent_becomes_white(string name, string how)
    {
        var path = await bench.MakeAsync(name, $"-f lavfi -i color=red:s=400x400,format=rgba,geq=r=0:g=0:b=255:a=255*lt(X\\,200) -frames:v 1 {how}");
        var fitted = await FitAsync(path);
        var pixels = await bench.PixelsAsync(fitted.Path);
        Assert.True(At(pixels, 400, 300, 200) is { r: > 245, g: > 245, b: > 245 }, At(pixels, 400, 300, 200).ToString());
        Assert.True(At(pixels, 400, 100, 200) is { r: < 15, g: < 15, b: > 235 }, At(pixels, 400, 100, 200).ToString());
    }

    [Theory]
    [InlineData(1, 0, 0)]
    [InlineData(2, 1, 0)]
    [InlineData(3, 1, 1)]
    [InlineData(4, 0, 1)]
    [InlineData(5, 0, 0)]
    [InlineData(6, 1, 0)]
    [InlineData(7, 1, 1)]
    [InlineData(8, 0, 1)]
    public async Task A_picture_taken_with_a_turned_camera_stands_upright_and_forgets_its_metadata(byte orientation, int markX, int markY)
    {
        var plain = await File.ReadAllBytesAsync(
            await bench.MakeAsync("marked.jpg", "-f lavfi -i color=black:s=480x320,drawbox=0:0:120:80:white:fill -frames:v 1 -q:v 2"), MediaBench.Ct);
        var fitted = await FitAsync(bench.Write($"turned{orientation}.jpg", WithExif(plain, orientation)));

        var (width, height) = orientation >= 5 ? (320, 480) : (480, 320);
        Assert.Equal((width, height), (fitted.Width, fitted.Height));
        var pixels = await bench.PixelsAsync(fitted.Path);
        for (var corner = 0; corner < 4; corner++)
        {
            var (x, y) = (corner % 2, corner / 2);
            var bright = At(pixels, width, x == 0 ? 20 : width - 20, y == 0 ? 20 : height - 20).r > 128;
            Assert.Equal((x, y) == (markX, markY), bright);
        }
        Assert.True((await File.ReadAllBytesAsync(fitted.Path, MediaBench.Ct)).AsSpan().IndexOf("Exif"u8) < 0);
    }

    [Theory]
    [InlineData("png", ContentKind.Png)]
    [InlineData("jpg", ContentKind.Jpeg)]
    [InlineData("webp", ContentKind.WebP)]
    public async Task A_cut_off_picture_is_refused_and_leaves_nothing_behind(string ending, ContentKind kind)
    {
        var whole = await File.ReadAllBytesAsync(await bench.MakeAsync($"whole.{ending}", "-f lavfi -i testsrc2=s=640x480 -frames:v 1"), MediaBench.Ct);
        Assert.Equal(kind, ContentSniff.Of(whole));
        var target = bench.PathOf($"cut-{ending}");
        for (var i = 0; i < 8; i++)
        {
            var path = bench.Write($"cut{i}.{ending}", whole.AsSpan(0, (whole.Length - 4) * i / 7));
            await Assert.ThrowsAsync<MediaException>(() => new ImageFit(bench.Tools).FitAsync(path, target, new ImageLimits(), MediaBench.Ct));
        }
        Assert.False(Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any());
    }

    [Fact]
    public async Task What_a_phone_hangs_behind_a_photo_does_no_harm()
    {
        var photo = await File.ReadAllBytesAsync(await bench.MakeAsync("photo.jpg", "-f lavfi -i testsrc2=s=640x480 -frames:v 1"), MediaBench.Ct);
        var film = await File.ReadAllBytesAsync(await bench.MakeAsync("film.mp4", MediaBench.Clip), MediaBench.Ct);
        Assert.Equal(640, (await FitAsync(bench.Write("motion.jpg", [.. photo, .. film]))).Width);
        Assert.Equal(640, (await FitAsync(bench.Write("twice.jpg", [.. photo, .. photo, .. photo[..2000]]))).Width);
    }

    [Fact]
    public async Task A_picture_with_wrecked_rows_is_refused()
    {
        var bytes = await File.ReadAllBytesAsync(await bench.MakeAsync("rows.png", "-f lavfi -i testsrc2=s=640x480 -frames:v 1"), MediaBench.Ct);
        for (var i = bytes.Length / 2; i < bytes.Length / 2 + 30; i++) bytes[i] ^= 0xA5;
        var e = await Assert.ThrowsAsync<MediaException>(() => FitAsync(bench.Write("wrecked.png", bytes)));
        Assert.Contains("damaged", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_header_that_claims_a_giant_is_refused_before_a_pixel_is_decoded()
    {
        var bytes = await File.ReadAllBytesAsync(await bench.MakeAsync("bomb.png", "-f lavfi -i color=black:s=400x400 -frames:v 1"), MediaBench.Ct);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(16), 60_000);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(20), 60_000);
        var noFfmpeg = new ImageFit(new FfmpegTools(bench.PathOf("none"), bench.PathOf("none")));
        var e = await Assert.ThrowsAsync<ImageRejected>(() => noFfmpeg.FitAsync(bench.Write("bomb.png", bytes), Target, new ImageLimits(), MediaBench.Ct));
        Assert.Contains("100 megapixels", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("anim.webp", "-f lavfi -i testsrc2=s=400x400:r=5:d=1 -loop 0")]
    [InlineData("anim.apng", "-f lavfi -i testsrc2=s=400x400:r=5:d=1 -plays 0")]
    public async Task An_animated_picture_is_refused_by_that_name(string name, string arguments)
    {
        var e = await Assert.ThrowsAsync<ImageRejected>(async () => await FitAsync(await bench.MakeAsync(name, arguments)));
        Assert.Contains("animated", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Something_else_is_called_by_its_name()
    {
        var gif = await bench.MakeAsync("x.gif", "-f lavfi -i testsrc2=s=400x400 -frames:v 1");
        var e = await Assert.ThrowsAsync<MediaException>(() => FitAsync(gif));
        Assert.Equal(MediaFault.WrongKind, e.Fault);
        Assert.Contains("a GIF picture", e.Message, StringComparison.Ordinal);
        Assert.Contains("empty", (await Assert.ThrowsAsync<MediaException>(() => FitAsync(bench.Write("none.png", [])))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_noisy_picture_is_packed_tighter_until_it_fits()
    {
        var path = await bench.MakeAsync("noise.png", "-f lavfi -i color=gray:s=400x400,noise=alls=100 -frames:v 1");
        var loose = await FitAsync(path);
        var tight = await new ImageFit(bench.Tools).FitAsync(path, Target, new ImageLimits(MaxBytes: loose.Bytes / 2), MediaBench.Ct);
        Assert.True(tight.Bytes <= loose.Bytes / 2);
        await Assert.ThrowsAsync<ImageRejected>(() => new ImageFit(bench.Tools).FitAsync(path, Target, new ImageLimits(MaxBytes: 2000), MediaBench.Ct));
    }

    private Task<FittedImage> FitAsync(string path) => new ImageFit(bench.Tools).FitAsync(path, Target, new ImageLimits(), MediaBench.Ct);

    private static (byte r, byte g, byte b) At(byte[] pixels, int width, int x, int y)
    {
        var at = (y * width + x) * 3;
        return (pixels[at], pixels[at + 1], pixels[at + 2]);
    }

    private static byte[] WithExif(byte[] jpeg, byte orientation)
    {
        byte[] exif = [.. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];
        return [0xFF, 0xD8, 0xFF, 0xE1, 0, (byte)(exif.Length + 2), .. exif, .. jpeg[2..]];
    }
}
