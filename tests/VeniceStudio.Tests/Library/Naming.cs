using VeniceStudio.Server.Library;

namespace VeniceStudio.Tests.Library;

public sealed class Naming
{
    [Theory]
    [InlineData("cat.png", "cat.jpg")]
    [InlineData("C:\\Users\\me\\cat.png", "cat.jpg")]
    [InlineData("../../etc/passwd", "passwd.jpg")]
    [InlineData("a\u0000b\u0007c\r\n.png", "abc.jpg")]
    [InlineData("photo\u202Egnp.exe", "photognp.jpg")]
    [InlineData("\u200B\u2066.png", "picture.jpg")]
    [InlineData("Nº 5 in C. minor.wav", "Nº 5 in C. minor.jpg")]
    [InlineData("No. 5 in C minor", "No. 5 in C minor.jpg")]
    [InlineData("水 の 町.jpeg", "水 の 町.jpg")]
    [InlineData("a:b|c?.png", "a_b_c_.jpg")]
    [InlineData("   ..  .png", "picture.jpg")]
    [InlineData("", "picture.jpg")]
    [InlineData(null, "picture.jpg")]
    [InlineData("\uD800.png", "picture.jpg")]
    public void A_name_from_outside_is_cleaned_and_gets_its_true_ending(string? given, string kept) =>
        Assert.Equal(kept, CleanName.Of(given, ".jpg", "picture"));

    [Fact]
    public void A_long_name_is_cut_between_letters()
    {
        var name = CleanName.Of(string.Concat(Enumerable.Repeat("🎬", 400)) + ".png", ".jpg", "picture");
        Assert.True(name.Length <= CleanName.MaxLength);
        Assert.All(name[..^4].EnumerateRunes(), rune => Assert.Equal("🎬", rune.ToString()));
    }

    [Theory]
    [InlineData("gondola at dusk", "gondola at dusk.mp4")]
    [InlineData("gondola.MP4", "gondola.mp4")]
    [InlineData("NUL", "media NUL.mp4")]
    [InlineData("com1.take", "media com1.take.mp4")]
    [InlineData("concert", "concert.mp4")]
    [InlineData("a/b\\c", "a_b_c.mp4")]
    [InlineData("", "media.mp4")]
    public void A_name_to_save_under_works_on_every_system(string name, string saved) => Assert.Equal(saved, CleanName.ForFile(name, ".mp4"));
}
