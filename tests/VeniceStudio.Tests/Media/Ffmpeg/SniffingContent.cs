using VeniceStudio.Media.Ffmpeg;

namespace VeniceStudio.Tests.Media.Ffmpeg;

public sealed class SniffingContent(MediaBench bench) : IClassFixture<MediaBench>
{
    [Theory]
    [InlineData("a.png", "-f lavfi -i testsrc2=s=64x64 -frames:v 1", ContentKind.Png)]
    [InlineData("a.jpg", "-f lavfi -i testsrc2=s=64x64 -frames:v 1", ContentKind.Jpeg)]
    [InlineData("a.webp", "-f lavfi -i testsrc2=s=64x64 -frames:v 1", ContentKind.WebP)]
    [InlineData("a.gif", "-f lavfi -i testsrc2=s=64x64 -frames:v 1", ContentKind.Gif)]
    [InlineData("a.bmp", "-f lavfi -i testsrc2=s=64x64 -frames:v 1", ContentKind.Bmp)]
    [InlineData("a.tiff", "-f lavfi -i testsrc2=s=64x64 -frames:v 1", ContentKind.Tiff)]
    [InlineData("tagged.mp3", "-f lavfi -i sine=d=1 -metadata title=Song", ContentKind.Mp3)]
    [InlineData("bare.mp3", "-f lavfi -i sine=d=1 -id3v2_version 0 -write_xing 0", ContentKind.Mp3)]
    [InlineData("a.wav", "-f lavfi -i sine=d=1", ContentKind.Wav)]
    [InlineData("long.wav", "-f lavfi -i sine=d=1 -rf64 always", ContentKind.Wav)]
    [InlineData("a.flac", "-f lavfi -i sine=d=1", ContentKind.Flac)]
    [InlineData("a.m4a", "-f lavfi -i sine=d=1", ContentKind.M4a)]
    [InlineData("a.ogg", "-f lavfi -i sine=d=1 -c:a libvorbis", ContentKind.Ogg)]
    [InlineData("a.aac", "-f lavfi -i sine=d=1", ContentKind.Aac)]
    [InlineData("a.aiff", "-f lavfi -i sine=d=1", ContentKind.Aiff)]
    [InlineData("a.mp4", MediaBench.Clip, ContentKind.Mp4)]
    [InlineData("a.mov", MediaBench.Clip, ContentKind.Mov)]
    [InlineData("a.mkv", MediaBench.Clip, ContentKind.Matroska)]
    [InlineData("a.webm", "-f lavfi -i testsrc2=s=64x64:d=0.2 -c:v libvpx", ContentKind.WebM)]
    public async Task A_file_is_known_by_its_bytes(string name, string arguments, ContentKind kind)
    {
        var path = await bench.MakeAsync(name, arguments);
        var misnamed = bench.PathOf(name + ".txt");
        File.Move(path, misnamed, overwrite: true);
        Assert.Equal(kind, await ContentSniff.OfFileAsync(misnamed, MediaBench.Ct));
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
