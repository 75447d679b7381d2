using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Library;

namespace VeniceStudio.Tests.Library;

public abstract class MakingRoom(StudioApp studio)
{
    [Fact]
    public async Task Only_uploads_that_no_living_clip_needs_are_reclaimed()
    {
        using var member = await studio.MemberAsync();
        using var other = await studio.MemberAsync();
        var used = await studio.GivenMediaAsync(member.Id, LibraryGiven.Bytes(10), MediaKind.Image);
        var unused = await studio.GivenMediaAsync(member.Id, LibraryGiven.Bytes(20), MediaKind.Image);
        var sound = await studio.GivenMediaAsync(member.Id, LibraryGiven.Bytes(30), MediaKind.Audio);
        var film = await studio.GivenMediaAsync(member.Id, LibraryGiven.Bytes(40));
        var foreign = await studio.GivenMediaAsync(other.Id, LibraryGiven.Bytes(50), MediaKind.Image);
        await studio.GivenAClipAsync(member.Id, ClipStatus.Failed, inputs: used.Id);
        studio.Clock.Advance(TimeSpan.FromDays(2));
        var fresh = await studio.GivenMediaAsync(member.Id, LibraryGiven.Bytes(60), MediaKind.Image);

        var usage = await UsageAsync(member);
        Assert.Equal((50L, 2), (usage.UnusedBytes, usage.UnusedFiles));
        Assert.Equal(new ReclaimedView(50, 2), await ReclaimAsync(member, new ReclaimSpace(true, null)));
        Assert.Equal([true, false, false, true, true, true], new[] { used, unused, sound, film, foreign, fresh }.Select(media => File.Exists(studio.PathOf(media))));
        Assert.Equal(HttpStatusCode.NotFound, (await member.Client.GetAsync($"/api/media/{unused.Id}", Ct)).StatusCode);
        Assert.Equal(new ReclaimedView(0, 0), await ReclaimAsync(member, new ReclaimSpace(true, null)));
    }

    [Fact]
    public async Task Old_clips_go_when_asked_and_so_do_the_pictures_that_only_they_used()
    {
        using var member = await studio.MemberAsync();
        var input = await studio.GivenMediaAsync(member.Id, LibraryGiven.Bytes(10), MediaKind.Image);
        var old = await studio.GivenMediaAsync(member.Id, LibraryGiven.Bytes(100), poster: true);
        await studio.GivenAClipAsync(member.Id, ClipStatus.Done, old.Id, inputs: input.Id);
        studio.Clock.Advance(TimeSpan.FromDays(30));
        var recent = await studio.GivenMediaAsync(member.Id, LibraryGiven.Bytes(200));
        var kept = await studio.GivenAClipAsync(member.Id, ClipStatus.Done, recent.Id);

        Assert.Equal(new ReclaimedView(110, 2), await ReclaimAsync(member, new ReclaimSpace(true, 10)));
        Assert.False(File.Exists(studio.Services.GetRequiredService<MediaStore>().PosterPathOf(old.Id)));
        Assert.True(File.Exists(studio.PathOf(recent)));
        await using var session = await studio.Db.ReadAsync(Ct);
        Assert.Equal([kept], await session.ListAsync<Guid>("SELECT id FROM clips WHERE account_id = @Id AND deleted_at IS NULL", new { member.Id }));
    }

    [Fact]
    public async Task A_member_sees_their_own_use_and_an_owner_the_studios()
    {
        using var member = await studio.MemberAsync();
        using var boss = await studio.OwnerAsync();
        var before = await UsageAsync(boss);
        await studio.GivenMediaAsync(member.Id, LibraryGiven.Bytes(1000));
        await studio.GivenMediaAsync(member.Id, LibraryGiven.Bytes(10), MediaKind.Audio);

        var own = await UsageAsync(member);
        Assert.Equal((1000L, 1, 0L, 0, 10L, 1), (own.VideoBytes, own.Videos, own.ImageBytes, own.Images, own.AudioBytes, own.Audios));
        Assert.True(own.FreeBytes > 0);
        var all = await UsageAsync(boss);
        Assert.Equal((1000, 1, 1), (all.VideoBytes - before.VideoBytes, all.Videos - before.Videos, all.Audios - before.Audios));
    }

    [Fact]
    public async Task An_order_cannot_take_what_is_gone_or_anothers()
    {
        using var member = await studio.MemberAsync();
        using var other = await studio.MemberAsync();
        var clip = await studio.GivenAClipAsync(member.Id, ClipStatus.Reserved);
        var foreign = await studio.GivenMediaAsync(other.Id, LibraryGiven.Bytes(10), MediaKind.Image);
        var gone = await studio.GivenMediaAsync(member.Id, LibraryGiven.Bytes(10), MediaKind.Image);
        await using var session = await studio.Db.BeginAsync(Ct);
        await session.MarkMediaDeletedAsync(gone.Id);
        Assert.False(await session.LinkInputsAsync(clip, [foreign.Id]));
        Assert.False(await session.LinkInputsAsync(clip, [gone.Id]));
        Assert.False(await session.LinkInputsAsync(clip, [Guid.NewGuid()]));
        Assert.True(await session.LinkInputsAsync(clip, []));
    }

    [Fact]
    public async Task The_sweep_clears_leftovers_and_touches_nothing_that_counts_or_is_being_written()
    {
        using var member = await studio.MemberAsync();
        var store = studio.Services.GetRequiredService<MediaStore>();
        var media = await studio.GivenMediaAsync(member.Id, LibraryGiven.Bytes(10), poster: true);
        var folder = Path.GetDirectoryName(studio.PathOf(media))!;
        var orphan = Left(Path.Combine(folder, $"{Guid.NewGuid()}.mp4"), old: true);
        var young = Left(Path.Combine(folder, $"{Guid.NewGuid()}.mp4"), old: false);
        var part = Left(Path.Combine(folder, $"{media.Id}.poster.jpg.0123.part"), old: true);
        var stranger = Left(Path.Combine(store.Root, "notes.txt"), old: true);
        var abandoned = Left(store.NewTemporary(".mp4"), old: true);
        var writing = Left(store.NewTemporary(".mp4"), old: false);
        Left(studio.PathOf(media), old: true);

        await SweepAsync();

        Assert.Equal([false, true, false, true, false, true, true, true],
            new[] { orphan, young, part, stranger, abandoned, writing, studio.PathOf(media), store.PosterPathOf(media.Id) }.Select(File.Exists));
    }

    [Fact]
    public async Task Clips_are_kept_for_good_unless_the_owner_says_how_long()
    {
        using var member = await studio.MemberAsync();
        var media = await studio.GivenMediaAsync(member.Id, LibraryGiven.Bytes(10));
        await studio.GivenAClipAsync(member.Id, ClipStatus.Done, media.Id);
        studio.Clock.Advance(TimeSpan.FromDays(31));
        await SweepAsync();
        Assert.True(File.Exists(studio.PathOf(media)));

        var services = studio.Services;
        using var strict = new RetentionSweep(
            services.GetRequiredService<Sweep>(), services.GetRequiredService<Reclaim>(), services.GetRequiredService<ResumableUploads>(),
            services.GetRequiredService<VeniceStudio.Server.Tracks.WaveformShelf>(),
            services.GetRequiredService<VeniceStudio.Server.Films.FilmSweep>(), _ => Task.FromResult<int?>(30), studio.Clock,
            Microsoft.Extensions.Logging.Abstractions.NullLogger<RetentionSweep>.Instance);
        await strict.RunAsync(Ct);
        Assert.False(File.Exists(studio.PathOf(media)));
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Task SweepAsync() => studio.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<RetentionSweep>().Single().RunAsync(Ct);

    private static string Left(string path, bool old)
    {
        if (!File.Exists(path)) File.WriteAllBytes(path, [1]);
        if (old) File.SetLastWriteTimeUtc(path, DateTime.UtcNow - Sweep.Old - TimeSpan.FromMinutes(1));
        return path;
    }

    private static async Task<LibraryUsageView> UsageAsync(SignedIn who) => (await who.Client.GetFromJsonAsync<LibraryUsageView>("/api/library/usage", Ct))!;

    private static async Task<ReclaimedView> ReclaimAsync(SignedIn who, ReclaimSpace what)
    {
        using var answer = await who.Client.PostAsJsonAsync("/api/library/reclaim", what, Ct);
        return (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<ReclaimedView>(Ct))!;
    }
}

public sealed class MakingRoomOnSqlite(SqliteStudio studio) : MakingRoom(studio), IClassFixture<SqliteStudio>;

public sealed class MakingRoomOnPostgres(PostgresStudio studio) : MakingRoom(studio), IClassFixture<PostgresStudio>;
