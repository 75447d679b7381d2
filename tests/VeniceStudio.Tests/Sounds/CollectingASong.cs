using Microsoft.Extensions.DependencyInjection;
using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Ledger;
using VeniceStudio.Server.Library;
using VeniceStudio.Tests.Clips;

namespace VeniceStudio.Tests.Sounds;

public abstract class CollectingASong(IStudioWithVenice house)
{
    private readonly StudioApp studio = house.Studio;

    [Theory]
    [InlineData("cut-media=2")]
    [InlineData("truncated-media=2")]
    [InlineData("html-media=2")]
    [InlineData("html-as-mp4=2")]
    [InlineData("placeholder-media=2")]
    [InlineData("empty-media=2")]
    [InlineData("octet-stream")]
    [InlineData("no-length")]
    [InlineData("no-times")]
    [InlineData("poll-503=3")]
    [InlineData("poll-403=2")]
    [InlineData("poll-429=2")]
    public async Task T3_T29_Whatever_comes_on_the_way_a_whole_song_of_its_length_arrives_and_is_paid_once(string fault)
    {
        house.Venice.Reset();
        using var owner = await studio.OwnerAsync();
        var song = await owner.Client.OrderSoundAsync(SoundOrders.Music($"Lanterns [sim:{fault}]"));
        await studio.RunSoundsAsync();

        var done = await owner.Client.SoundAsync(song.Id);
        Assert.Equal(ClipStatus.Done, done.Status);
        Assert.InRange(done.Media!.Seconds!.Value, 5.5, 7);
        Assert.Equal(1, house.Venice.Purchases);
        Assert.Empty(Directory.EnumerateFiles(studio.Services.GetRequiredService<MediaStore>().TemporaryFolder));
    }

    [Theory]
    [InlineData("fail-after=1")]
    [InlineData("status=CANCELLED")]
    [InlineData("lost")]
    [InlineData("expire-after=0")]
    public async Task T4_T7_An_ended_job_is_never_asked_about_again(string fault)
    {
        house.Venice.Reset();
        using var owner = await studio.OwnerAsync();
        var song = await owner.Client.OrderSoundAsync(SoundOrders.Music($"A mask [sim:{fault}]"));
        await studio.RunSoundsAsync();
        var ended = await owner.Client.SoundAsync(song.Id);
        Assert.Equal(ClipStatus.Failed, ended.Status);
        Assert.NotEmpty(ended.Failure!.Sentence);

        var asked = house.Venice.Calls.GetValueOrDefault("audio/retrieve");
        studio.Clock.Advance(TimeSpan.FromHours(1));
        await studio.RunSoundsAsync();
        Assert.Equal(asked, house.Venice.Calls.GetValueOrDefault("audio/retrieve"));
    }

    [Fact]
    public async Task A_page_that_stays_ends_with_a_reason_and_the_song_can_still_be_collected()
    {
        house.Venice.Reset();
        using var owner = await studio.OwnerAsync();
        var song = await owner.Client.OrderSoundAsync(SoundOrders.Music("Fog [sim:html-as-mp4=9]"));
        await studio.RunSoundsAsync();
        var failed = await owner.Client.SoundAsync(song.Id);
        Assert.Equal(ClipStatus.Failed, failed.Status);
        Assert.Contains("a web page", failed.Failure!.Sentence, StringComparison.Ordinal);
        Assert.True(failed.Failure.CanCollectAgain);

        await owner.Client.DecideSoundAsync(song.Id, "collect");
        await studio.RunSoundsAsync();
        Assert.Equal(ClipStatus.Done, (await owner.Client.SoundAsync(song.Id)).Status);
        Assert.Equal(1, house.Venice.Purchases);
    }

    [Fact]
    public async Task T5_Venice_is_asked_to_delete_only_after_the_file_is_safe_here()
    {
        house.Venice.Reset();
        house.Venice.Faults.Add("audio/complete", "500", times: 2);
        using var owner = await studio.OwnerAsync();
        var song = await owner.Client.OrderSoundAsync(
            new { kind = "music", model = SoundOrders.Song, prompt = "Stairs [sim:cut-media=1]", seconds = 6, shownEach = SoundOrders.SongPrice, cleanUp = true });
        await studio.RunSoundsAsync();
        Assert.Equal(ClipStatus.Done, (await owner.Client.SoundAsync(song.Id)).Status);
        Assert.True(house.Venice.Calls["audio/complete"] > 2);
        await using var session = await studio.Db.ReadAsync(TestContext.Current.CancellationToken);
        Assert.NotNull(await session.OneAsync<long?>("SELECT cleaned_at FROM sounds WHERE id = @Id", new { song.Id }));
    }

    [Theory]
    [InlineData("refuse-422-flat-refunded", LedgerState.Refunded, true)]
    [InlineData("refuse-422-flat-kept", LedgerState.Paid, false)]
    [InlineData("refuse-422-kept", LedgerState.Paid, null)]
    public async Task A_late_refusal_gives_back_what_Venice_says_it_gave_back_and_nothing_where_it_says_nothing(string fault, LedgerState state, bool? refunded)
    {
        house.Venice.Reset();
        using var owner = await studio.OwnerAsync();
        var song = await owner.Client.OrderSoundAsync(SoundOrders.Music($"A crowd [sim:{fault}]"));
        await studio.RunSoundsAsync();
        var refused = await owner.Client.SoundAsync(song.Id);
        Assert.Equal((ClipStatus.Failed, refunded), (refused.Status, refused.Failure!.Refunded));
        Assert.Equal(state, (await studio.LineOfSoundAsync(song.Id)).State);
    }
}

public sealed class CollectingASongOnSqlite(SqliteWithVenice house) : CollectingASong(house), IClassFixture<SqliteWithVenice>;

public sealed class CollectingASongOnPostgres(PostgresWithVenice house) : CollectingASong(house), IClassFixture<PostgresWithVenice>;
