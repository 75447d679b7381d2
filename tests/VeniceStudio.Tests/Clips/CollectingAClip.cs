using System.Net;
using Microsoft.Extensions.DependencyInjection;
using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Library;

namespace VeniceStudio.Tests.Clips;

public abstract class CollectingAClip(IStudioWithVenice house)
{
    private readonly StudioApp studio = house.Studio;

    [Theory]
    [InlineData("cut-media")]
    [InlineData("truncated-media")]
    [InlineData("html-media")]
    [InlineData("html-as-mp4")]
    [InlineData("placeholder-media")]
    [InlineData("empty-media")]
    public async Task T16_T29_A_download_that_is_no_whole_video_is_fetched_again_while_Venice_has_it(string fault)
    {
        house.Venice.Reset();
        using var owner = await studio.OwnerAsync();
        var clip = await owner.Client.OrderAsync(Orders.Body($"Lanterns [sim:{fault}=2]"));
        await studio.RunUntilIdleAsync();

        Assert.Equal(ClipStatus.Done, (await owner.Client.ClipAsync(clip.Id)).Status);
        Assert.Equal(1, house.Venice.Purchases);
        Assert.Empty(Directory.EnumerateFiles(studio.Services.GetRequiredService<MediaStore>().TemporaryFolder));
    }

    [Fact]
    public async Task A_placeholder_that_stays_ends_with_a_reason_and_the_clip_can_still_be_collected()
    {
        house.Venice.Reset();
        using var owner = await studio.OwnerAsync();
        var clip = await owner.Client.OrderAsync(Orders.Body("Fog [sim:placeholder-media=9]"));
        await studio.RunUntilIdleAsync();
        var failed = await owner.Client.ClipAsync(clip.Id);
        Assert.Equal(ClipStatus.Failed, failed.Status);
        Assert.True(failed.Failure!.CanCollectAgain);
        Assert.Null(failed.Media);

        await owner.Client.DecideAsync(clip.Id, "collect");
        await studio.RunUntilIdleAsync();
        Assert.Equal(ClipStatus.Done, (await owner.Client.ClipAsync(clip.Id)).Status);
        Assert.Equal(1, house.Venice.Purchases);
    }

    [Theory]
    [InlineData("octet-stream")]
    [InlineData("no-length")]
    [InlineData("no-times")]
    [InlineData("lowercase")]
    [InlineData("poll-500=3")]
    [InlineData("poll-403=2")]
    [InlineData("poll-429=2")]
    public async Task T3_T4_T24_Odd_but_honest_answers_still_bring_the_clip_home(string fault)
    {
        house.Venice.Reset();
        using var owner = await studio.OwnerAsync();
        var clip = await owner.Client.OrderAsync(Orders.Body($"Rain [sim:{fault}]"));
        await studio.RunUntilIdleAsync();
        Assert.Equal(ClipStatus.Done, (await owner.Client.ClipAsync(clip.Id)).Status);
    }

    [Fact]
    public async Task T2_T3_A_private_clip_comes_from_its_one_time_link_which_no_browser_ever_sees()
    {
        house.Venice.Reset();
        using var owner = await studio.OwnerAsync();
        var clip = await owner.Client.OrderAsync(Orders.Body(model: Orders.LinkModel, cleanUp: true));
        await studio.RunUntilIdleAsync();

        Assert.Equal(ClipStatus.Done, (await owner.Client.ClipAsync(clip.Id)).Status);
        Assert.DoesNotContain("/share/", await owner.Client.GetStringAsync($"/api/clips/{clip.Id}"), StringComparison.Ordinal);
        await using var session = await studio.Db.ReadAsync(TestContext.Current.CancellationToken);
        Assert.Contains("/share/", await session.OneAsync<string>("SELECT download_url FROM clips WHERE id = @Id", new { clip.Id }), StringComparison.Ordinal);
        Assert.True(Assert.Single(house.Venice.Jobs).Revoked);
    }

    [Fact]
    public async Task A_crash_after_the_whole_download_takes_the_bytes_up_where_they_lie_and_uses_up_no_delivery()
    {
        house.Venice.Reset();
        using var owner = await studio.OwnerAsync();
        var clip = await owner.Client.OrderAsync(Orders.Body(model: Orders.LinkModel));
        await studio.RunUntilAsync(TimeSpan.Zero);
        var job = Assert.Single(house.Venice.Jobs);
        var store = studio.Services.GetRequiredService<MediaStore>();
        Directory.CreateDirectory(store.TemporaryFolder);
        File.Copy(await house.Venice.Clips.GetAsync(job.Recipe!), store.LandingOf(clip.Id, ".mp4"));

        await studio.RunUntilIdleAsync();
        Assert.Equal(ClipStatus.Done, (await owner.Client.ClipAsync(clip.Id)).Status);
        Assert.Equal(0, Assert.Single(house.Venice.Jobs).Deliveries);
        Assert.Empty(Directory.EnumerateFiles(store.TemporaryFolder));
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
        var clip = await owner.Client.OrderAsync(Orders.Body($"A mask [sim:{fault}]"));
        await studio.RunUntilIdleAsync();
        var ended = await owner.Client.ClipAsync(clip.Id);
        Assert.Equal(ClipStatus.Failed, ended.Status);
        Assert.NotEmpty(ended.Failure!.Sentence);

        var asked = house.Venice.Calls.GetValueOrDefault("video/retrieve");
        studio.Clock.Advance(TimeSpan.FromHours(1));
        await studio.RunUntilIdleAsync();
        Assert.Equal(asked, house.Venice.Calls.GetValueOrDefault("video/retrieve"));
    }

    [Fact]
    public async Task T5_Venice_is_asked_to_delete_only_after_the_file_is_safe_here()
    {
        house.Venice.Reset();
        house.Venice.Faults.Add("video/complete", "500", times: 2);
        using var owner = await studio.OwnerAsync();
        var clip = await owner.Client.OrderAsync(Orders.Body("Stairs [sim:cut-media=1]", cleanUp: true));
        await studio.RunUntilIdleAsync();

        var done = await owner.Client.ClipAsync(clip.Id);
        Assert.NotNull(done.CleanedUpAt);
        Assert.True(done.CleanedUpAt >= done.FinishedAt);
        Assert.True(File.Exists(studio.Services.GetRequiredService<MediaStore>().PathOf(await MediaAsync(done))));
    }

    [Fact]
    public async Task T22_The_model_that_really_answered_is_the_one_that_is_asked()
    {
        house.Venice.Reset();
        using var owner = await studio.OwnerAsync();
        var clip = await owner.Client.OrderAsync(Orders.Body("A wake [sim:remap=lagoon-2-6-pro-text-to-video]"));
        await studio.RunUntilIdleAsync();
        Assert.Equal(ClipStatus.Done, (await owner.Client.ClipAsync(clip.Id)).Status);
        Assert.Equal("lagoon-2-6-pro-text-to-video", Assert.Single(house.Venice.Jobs).Model);
    }

    [Fact]
    public async Task A_full_disk_waits_with_a_sentence_and_the_clip_comes_when_there_is_room()
    {
        house.Venice.Reset();
        using var owner = await studio.OwnerAsync();
        var store = studio.Services.GetRequiredService<MediaStore>();
        var opening = store.Opening;
        store.Opening = _ => throw new IOException("No space left on device", 28);
        try
        {
            var clip = await owner.Client.OrderAsync(Orders.Body("A tide"));
            await studio.RunUntilAsync(TimeSpan.FromMinutes(2));
            var waiting = await owner.Client.ClipAsync(clip.Id);
            Assert.Equal(ClipStatus.Collecting, waiting.Status);
            Assert.Contains("disk", waiting.Waiting!, StringComparison.Ordinal);

            store.Opening = opening;
            await studio.RunUntilIdleAsync();
            Assert.Equal(ClipStatus.Done, (await owner.Client.ClipAsync(clip.Id)).Status);
            Assert.Equal(1, house.Venice.Purchases);
        }
        finally
        {
            store.Opening = opening;
        }
    }

    [Fact]
    public async Task Another_member_sees_nothing_of_a_clip_and_nobody_sees_less()
    {
        house.Venice.Reset();
        using var owner = await studio.OwnerAsync();
        using var other = await studio.MemberAsync();
        using var nobody = studio.NewBrowser();
        var clip = await owner.Client.OrderAsync(Orders.Body());
        await studio.RunUntilIdleAsync();
        var media = (await owner.Client.ClipAsync(clip.Id)).Media!;

        foreach (var path in new[] { $"/api/clips/{clip.Id}", media.Url, media.PosterUrl! })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.Client.GetAsync(path)).StatusCode);
            Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.GetAsync(path)).StatusCode);
        }
        foreach (var act in new[] { "cancel", "charged", "resend", "collect" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.Client.PostAsync($"/api/clips/{clip.Id}/{act}", null)).StatusCode);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await other.Client.DeleteAsync($"/api/clips/{clip.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await owner.Client.DeleteAsync($"/api/clips/{clip.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await owner.Client.GetAsync(media.Url)).StatusCode);
    }

    private async Task<MediaFile> MediaAsync(ClipView clip)
    {
        await using var session = await studio.Db.ReadAsync(TestContext.Current.CancellationToken);
        return (await session.OneAsync<MediaFile>("SELECT * FROM media WHERE id = @Id", new { clip.Media!.Id }))!;
    }
}

public sealed class CollectingAClipOnSqlite(SqliteWithVenice house) : CollectingAClip(house), IClassFixture<SqliteWithVenice>;

public sealed class CollectingAClipOnPostgres(PostgresWithVenice house) : CollectingAClip(house), IClassFixture<PostgresWithVenice>;
