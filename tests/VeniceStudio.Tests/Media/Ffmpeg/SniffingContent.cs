using VeniceStudio.Media.Ffmpeg;

namespace VeniceStudio.Tests.Media.Ffmpeg;

public sealed class SniffingContent(MediaBench bench) : IClassFixture<MediaBench>
{
    private static readonly Dictionary<string, ContentKind> Endings = new(StringComparer.Ordinal)
    {
        ["png"] = ContentKind.Png, ["jpg"] = ContentKind.Jpeg, ["webp"] = ContentKind.WebP, ["gif"] = ContentKind.Gif,
        ["bmp"] = ContentKind.Bmp, ["tiff"] = ContentKind.Tiff, ["mp3"] = ContentKind.Mp3, ["wav"] = ContentKind.Wav,
        ["flac"] = ContentKind.Flac, ["m4a"] = ContentKind.M4a, ["ogg"] = ContentKind.Ogg, ["aac"] = ContentKind.Aac,
        ["aiff"] = ContentKind.Aiff, ["mp4"] = ContentKind.Mp4, ["mov"] = ContentKind.Mov, ["mkv"] = ContentKind.Matroska,
        ["webm"] = ContentKind.WebM,
    };

    [Theory]
    [InlineData("-f lavfi -i testsrc2=s=64x64:r=5:d=1", "png jpg webp gif bmp tiff", "-frames:v 1")]
    [InlineData("-f lavfi -i sine=d=1", "mp3 wav flac m4a ogg aac aiff", "-metadata title=Song")]
    [InlineData("-f lavfi -i sine=d=1", "mp3 wav", "-write_id3v2 0 -id3v2_version 0 -write_xing 0 -rf64 always")]
    [InlineData("-f lavfi -i testsrc2=s=64x64:r=5:d=1", "mp4 mov mkv", "-c:v libx264 -preset ultrafast")]
    [InlineData("-f lavfi -i testsrc2=s=64x64:r=5:d=1", "webm", "-c:v libvpx")]
    public async Task A_file_is_known_by_its_bytes(string source, string endings, string how)
    {
        var folder = Guid.CreateVersion7().ToString("N");
        Directory.CreateDirectory(bench.PathOf(folder));
        var names = endings.Split(' ');
        var outputs = string.Join(' ', names.SkipLast(1).Select(name => $"{how} file:{bench.PathOf($"{folder}/{name}.{name}")}"));
        await bench.MakeAsync($"{folder}/{names[^1]}.{names[^1]}", $"{source} {outputs} {how}".Replace("  ", " ", StringComparison.Ordinal));
        foreach (var name in names)
        {
            var misnamed = bench.PathOf($"{folder}/{name}.txt");
            File.Move(bench.PathOf($"{folder}/{name}.{name}"), misnamed);
            Assert.Equal(Endings[name], await ContentSniff.OfFileAsync(misnamed, MediaBench.Ct));
        }
    }

    [Theory]
    [InlineData("", ContentKind.Empty)]
    [InlineData("<!DOCTYPE html><title>502", ContentKind.Html)]
    [InlineData("\uFEFF  \n<html lang=en>", ContentKind.Html)]
    [InlineData("{\"error\":\"no\"}", ContentKind.Json)]
    [InlineData(" [ {\"a\":1} ]", ContentKind.Json)]
    [InlineData("<?xml version=\"1.0\"?><Error/>", ContentKind.Xml)]
    [InlineData("#EXTM3U\n#EXTINF:1\nfile:///etc/passwd", ContentKind.Playlist)]
    [InlineData("ffconcat version 1.0\nfile /etc/passwd", ContentKind.Playlist)]
    [InlineData("just words", ContentKind.Unknown)]
    [InlineData("P", ContentKind.Unknown)]
    public void What_came_instead_of_media_is_recognised(string text, ContentKind kind) =>
        Assert.Equal(kind, ContentSniff.Of(System.Text.Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void A_tag_in_front_of_another_format_does_not_make_it_an_MP3()
    {
        byte[] tag = [(byte)'I', (byte)'D', (byte)'3', 4, 0, 0, 0, 0, 0, 4, 1, 2, 3, 4];
        Assert.Equal(ContentKind.Flac, ContentSniff.Of([.. tag, .. "fLaC"u8]));
        Assert.Equal(ContentKind.Aac, ContentSniff.Of([.. tag, 0xFF, 0xF1, 0x50, 0x80, 0, 0]));
        Assert.Equal(ContentKind.Mp3, ContentSniff.Of([.. tag, 0xFF, 0xFB, 0x90, 0x64]));
    }

    [Fact]
    public void A_cover_picture_larger_than_the_head_still_leaves_an_MP3() =>
        Assert.Equal(ContentKind.Mp3, ContentSniff.Of([(byte)'I', (byte)'D', (byte)'3', 3, 0, 0, 0, 0x7F, 0x7F, 0x7F, .. new byte[4000]]));

    [Fact]
    public void Any_bytes_at_all_get_an_answer()
    {
        var random = new Random(7);
        for (var i = 0; i < 5000; i++)
        {
            var bytes = new byte[random.Next(0, 64)];
            random.NextBytes(bytes);
            Assert.NotNull(ContentSniff.MimeType(ContentSniff.Of(bytes)));
            ImageHeader.Read(bytes);
        }
    }

    [Fact]
    public void Every_kind_has_a_type_an_ending_and_words()
    {
        Assert.All(Enum.GetValues<ContentKind>(), kind =>
        {
            Assert.Contains('/', ContentSniff.MimeType(kind));
            Assert.StartsWith(".", ContentSniff.Extension(kind), StringComparison.Ordinal);
            Assert.StartsWith("a", ContentSniff.InWords(kind), StringComparison.Ordinal);
        });
        Assert.Equal("audio/mpeg", ContentSniff.MimeType(ContentKind.Mp3));
    }
}
