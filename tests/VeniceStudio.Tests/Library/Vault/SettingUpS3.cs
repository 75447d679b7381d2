using VeniceStudio.Server.Hosting;

namespace VeniceStudio.Tests.Library;

public sealed class SettingUpS3
{
    private static readonly Dictionary<string, string> Whole = new()
    {
        ["S3_BUCKET"] = "films", ["S3_REGION"] = "eu-central-1", ["S3_ACCESS_KEY_ID"] = "AKIA1", ["S3_SECRET_ACCESS_KEY"] = S3Server.Secret,
    };

    [Fact]
    public void Without_any_of_its_settings_media_stay_in_the_data_folder() =>
        Assert.Null(StudioOptions.Read(new Dictionary<string, string> { ["S3_CACHE_GB"] = "9", ["S3_PREFIX"] = "x" }.GetValueOrDefault).S3);

    [Theory]
    [InlineData("S3_BUCKET")]
    [InlineData("S3_REGION")]
    [InlineData("S3_ACCESS_KEY_ID")]
    [InlineData("S3_SECRET_ACCESS_KEY")]
    public void Half_of_them_is_refused_with_what_is_missing_and_without_the_secret(string missing)
    {
        var half = Whole.Where(setting => setting.Key != missing).ToDictionary();
        var wrong = Assert.Throws<SettingsException>(() => StudioOptions.Read(half.GetValueOrDefault));
        Assert.Contains(missing, wrong.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(S3Server.Secret, wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_endpoint_needs_no_region_a_prefix_ends_in_a_slash_and_the_secret_is_not_printed()
    {
        var settings = new Dictionary<string, string>(Whole) { ["S3_ENDPOINT"] = "https://objects.example:9000", ["S3_PREFIX"] = "/studios/one/", ["S3_CACHE_GB"] = "0" };
        settings.Remove("S3_REGION");
        var s3 = StudioOptions.Read(settings.GetValueOrDefault).S3!;
        Assert.Equal(("studios/one/", 0L, "objects.example:9000/films/studios/one/"), (s3.Prefix, s3.CacheBytes, s3.Place));
        Assert.DoesNotContain(S3Server.Secret, $"{s3} {new StudioOptions { S3 = s3 }}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("S3_ENDPOINT", "objects.example")]
    [InlineData("S3_PREFIX", "a b")]
    [InlineData("S3_CACHE_GB", "-1")]
    public void A_value_that_cannot_be_used_is_named(string name, string value)
    {
        var settings = new Dictionary<string, string>(Whole) { [name] = value };
        Assert.Contains(name, Assert.Throws<SettingsException>(() => StudioOptions.Read(settings.GetValueOrDefault)).Message, StringComparison.Ordinal);
    }
}
