using System.IO.Compression;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Server.Library;
using VeniceStudio.Tests.Clips;

namespace VeniceStudio.Tests.Library;

/// <summary>One group, one server: its tests take it away and bring it back, so none of them runs beside another.</summary>
public sealed class KeepingMediaInS3(StudioWithS3 studio) : IClassFixture<StudioWithS3>
{
    [Fact]
    public async Task While_S3_is_away_a_clip_waits_unlost_and_Venice_keeps_its_copy_until_S3_has_one()
    {
        studio.Venice.Reset();
        using var owner = await studio.OwnerAsync();
        await studio.S3.StopAsync();
        var clip = await owner.Client.OrderAsync(Orders.Body("A lamp on the water", cleanUp: true));
        await studio.RunUntilAsync(TimeSpan.FromMinutes(2));
        var waiting = await owner.Client.ClipAsync(clip.Id);
        Assert.Equal((ClipStatus.Collecting, null, 0), (waiting.Status, waiting.Media, studio.Venice.Calls.GetValueOrDefault("video/complete")));
        Assert.Contains("S3 store", waiting.Waiting ?? "", StringComparison.Ordinal);

        await studio.S3.StartAsync();
        await studio.RunUntilIdleAsync();
        var done = await owner.Client.ClipAsync(clip.Id);
        Assert.Equal(ClipStatus.Done, done.Status);
        Assert.NotNull(done.CleanedUpAt);
        // Delivered once, bought once: the bytes that had landed were taken in.
        Assert.Equal((1, 1), (studio.Venice.Purchases, Assert.Single(studio.Venice.Jobs).Deliveries));
        var media = await MediaAsync(owner, done.Media!.Id);
        Assert.Equal((true, true), (studio.Has(studio.Store.PathOf(media)), studio.Has(studio.Store.PosterPathOf(media.Id))));
        Assert.Empty(Directory.EnumerateFiles(studio.Store.TemporaryFolder, "landed-*"));
    }

    [Fact]
    public async Task After_the_folder_is_lost_everything_still_plays()
    {
        using var owner = await studio.OwnerAsync();
        var content = LibraryGiven.Bytes(400_001);
        var media = await studio.GivenKeptAsync(owner.Id, content);
        var clip = await studio.GivenAClipAsync(owner.Id, ClipStatus.Done, media.Id);

        studio.WipeTheFolder();
        using var range = await RangeAsync(owner, media, 100_000, 299_999);
        Assert.Equal((HttpStatusCode.PartialContent, "bytes 100000-299999/400001"), (range.StatusCode, range.Content.Headers.ContentRange!.ToString()));
        Assert.Equal(content[100_000..300_000], await range.Content.ReadAsByteArrayAsync(Ct));
        Assert.Equal(LibraryGiven.Bytes(500), await owner.Client.GetByteArrayAsync($"/api/media/{media.Id}/poster", Ct));

        studio.WipeTheFolder();
        using var zip = new ZipArchive(new MemoryStream(await owner.Client.GetByteArrayAsync($"/api/clips/zip?ids={clip}", Ct)));
        Assert.Equal(content.Length, Assert.Single(zip.Entries).Length);

        // What a film is composed of is named to ffmpeg by its path; ten at once are one fetch.
        studio.WipeTheFolder();
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => studio.Store.BringAsync([media], Ct)));
        Assert.Equal(content, await File.ReadAllBytesAsync(studio.PathOf(media), Ct));
        Assert.Empty(Directory.EnumerateFiles(studio.Store.TemporaryFolder, "*.fetched"));
    }

    [Fact]
    public async Task A_large_file_goes_up_in_parts_and_plays_from_S3_while_it_comes_back()
    {
        using var owner = await studio.OwnerAsync();
        var content = LibraryGiven.Bytes(350_000);
        var (bucket, usual, usualPart, usualAtOnce) = (studio.Vault.Bucket, studio.Vault.Bucket.MostInOnePut, studio.Vault.Bucket.PartBytes, studio.Vault.MostAtOnce);
        (bucket.MostInOnePut, bucket.PartBytes, studio.Vault.MostAtOnce) = (200_000, 100_000, 100_000);
        try
        {
            var media = await studio.GivenKeptAsync(owner.Id, content);
            Assert.Equal(content, await File.ReadAllBytesAsync(studio.S3.PathOf(studio.NameOf(studio.PathOf(media))), Ct));

            studio.WipeTheFolder();
            using var range = await RangeAsync(owner, media, 349_990, null);
            Assert.Equal((HttpStatusCode.PartialContent, 10L), (range.StatusCode, range.Content.Headers.ContentLength));
            Assert.Equal(content[^10..], await range.Content.ReadAsByteArrayAsync(Ct));
            await studio.Store.LocalAsync(media, Ct);
            Assert.Equal(content, await File.ReadAllBytesAsync(studio.PathOf(media), Ct));
        }
        finally
        {
            (bucket.MostInOnePut, bucket.PartBytes, studio.Vault.MostAtOnce) = (usual, usualPart, usualAtOnce);
        }
    }

    [Fact]
    public async Task An_object_that_is_not_what_its_row_says_is_never_served()
    {
        using var owner = await studio.OwnerAsync();
        var torn = await studio.GivenKeptAsync(owner.Id, LibraryGiven.Bytes(5000));
        var other = await studio.GivenKeptAsync(owner.Id, LibraryGiven.Bytes(6000));
        await File.WriteAllBytesAsync(studio.S3.PathOf(studio.NameOf(studio.PathOf(torn))), LibraryGiven.Bytes(4000), Ct);
        await File.WriteAllBytesAsync(studio.S3.PathOf(studio.NameOf(studio.PathOf(other))), new byte[6000], Ct);

        studio.WipeTheFolder();
        foreach (var media in new[] { torn, other })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await owner.Client.GetAsync($"/api/media/{media.Id}", Ct)).StatusCode);
            Assert.False(File.Exists(studio.PathOf(media)));
        }
    }

    [Fact]
    public async Task While_S3_is_away_what_lies_here_plays_and_the_rest_says_why_it_does_not()
    {
        using var owner = await studio.OwnerAsync();
        var (here, there) = (await studio.GivenKeptAsync(owner.Id, LibraryGiven.Bytes(100)), await studio.GivenKeptAsync(owner.Id, LibraryGiven.Bytes(200)));
        File.Delete(studio.PathOf(there));
        await studio.S3.StopAsync();
        try
        {
            Assert.Equal(HttpStatusCode.OK, (await owner.Client.GetAsync($"/api/media/{here.Id}", Ct)).StatusCode);
            using var answer = await owner.Client.GetAsync($"/api/media/{there.Id}", Ct);
            Assert.Equal((HttpStatusCode.ServiceUnavailable, "store-away"), (answer.StatusCode, await answer.ProblemTypeAsync()));
            studio.Clock.Advance(TimeSpan.FromMinutes(1));
            using var ready = await studio.NewClient().GetAsync("/health/ready", Ct);
            Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
            Assert.Contains("\"s3\":{\"state\":\"degraded\"", await ready.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        }
        finally
        {
            await studio.S3.StartAsync();
        }
        Assert.Equal(HttpStatusCode.OK, (await owner.Client.GetAsync($"/api/media/{there.Id}", Ct)).StatusCode);
    }

    [Fact]
    public async Task The_cache_keeps_its_size_and_drops_neither_what_was_just_used_nor_what_S3_lacks()
    {
        using var owner = await studio.OwnerAsync();
        studio.WipeTheFolder();
        var files = new List<MediaFile>();
        for (var at = 0; at < 5; at++) files.Add(await studio.GivenKeptAsync(owner.Id, LibraryGiven.Bytes(400_000 + at)));
        var (lacking, oldest, old, used, young) = (files[0], files[1], files[2], files[3], files[4]);
        File.Delete(studio.S3.PathOf(studio.NameOf(studio.PathOf(lacking))));
        foreach (var (media, hours) in new[] { (lacking, 9), (oldest, 8), (old, 7), (used, 6) })
        {
            var at = DateTime.UtcNow.AddHours(-hours);
            File.SetLastWriteTimeUtc(studio.PathOf(media), at);
            File.SetLastAccessTimeUtc(studio.PathOf(media), at);
        }
        using var played = await owner.Client.GetAsync($"/api/media/{used.Id}", Ct);

        await studio.RoundAsync();
        Assert.Equal([true, false, false, true, true], files.Select(media => File.Exists(studio.PathOf(media))));
        // The two that nobody has used for hours went although that is not enough: the others are needed, or have no second home.
        Assert.True(studio.Stored().Sum(path => new FileInfo(path).Length) > StudioWithS3.CacheBytes);
        Assert.Equal(LibraryGiven.Bytes(400_001), await owner.Client.GetByteArrayAsync($"/api/media/{oldest.Id}", Ct));
        await using var session = await studio.Db.BeginAsync(Ct);
        await session.MarkMediaDeletedAsync(lacking.Id);
        await session.CommitAsync();
    }

    [Fact]
    public async Task Deleting_takes_file_and_object_away_also_when_S3_was_away_at_that_moment()
    {
        using var owner = await studio.OwnerAsync();
        var media = await studio.GivenKeptAsync(owner.Id, LibraryGiven.Bytes(300));
        var clip = await studio.GivenAClipAsync(owner.Id, ClipStatus.Done, media.Id);
        await studio.S3.StopAsync();
        (await owner.Client.DeleteAsync($"/api/clips/{clip}", Ct)).EnsureSuccessStatusCode();
        await studio.RoundAsync();
        Assert.Equal((false, true), (File.Exists(studio.PathOf(media)), studio.Has(studio.PathOf(media))));

        await studio.S3.StartAsync();
        await studio.RoundAsync();
        Assert.Equal((false, false), (studio.Has(studio.PathOf(media)), studio.Has(studio.Store.PosterPathOf(media.Id))));
    }

    [Fact]
    public async Task A_library_from_before_S3_moves_in_and_what_is_damaged_does_not()
    {
        using var owner = await studio.OwnerAsync();
        var (whole, damaged) = (await studio.GivenKeptAsync(owner.Id, LibraryGiven.Bytes(700)), await studio.GivenKeptAsync(owner.Id, LibraryGiven.Bytes(800)));
        foreach (var media in new[] { whole, damaged })
        {
            File.Delete(studio.S3.PathOf(studio.NameOf(studio.PathOf(media))));
            File.Delete(studio.S3.PathOf(studio.NameOf(studio.Store.PosterPathOf(media.Id))));
            await KeptInAsync(media, null);
        }
        await File.WriteAllBytesAsync(studio.PathOf(damaged), new byte[800], Ct);

        await studio.RoundAsync();
        Assert.Equal((true, true, false), (studio.Has(studio.PathOf(whole)), studio.Has(studio.Store.PosterPathOf(whole.Id)), studio.Has(studio.PathOf(damaged))));
        Assert.Equal([studio.Vault.Place, null], new[] { await MediaAsync(owner, whole.Id), await MediaAsync(owner, damaged.Id) }.Select(media => media.KeptIn));
    }

    [Fact]
    public async Task The_sweep_removes_old_objects_that_no_row_knows_and_no_others()
    {
        using var owner = await studio.OwnerAsync();
        var media = await studio.GivenKeptAsync(owner.Id, LibraryGiven.Bytes(900));
        var (orphan, young) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        foreach (var id in new[] { orphan, young })
        {
            var temporary = studio.Store.NewTemporary(".mp4");
            await File.WriteAllBytesAsync(temporary, LibraryGiven.Bytes(50), Ct);
            await studio.Store.TakeInAsync(temporary, id, ".mp4", Ct);
        }
        string[] names = [NameOf(orphan), NameOf(young), NameOf(media.Id)];
        foreach (var name in new[] { names[0], names[2] }) File.SetLastWriteTimeUtc(studio.S3.PathOf(name), DateTime.UtcNow.AddDays(-2));

        await studio.Services.GetRequiredService<Sweep>().ObjectsAsync(Ct);
        Assert.Equal([false, true, true], names.Select(studio.S3.Has));

        string NameOf(Guid id) => studio.NameOf(studio.Store.PosterPathOf(id)).Replace(".poster.jpg", ".mp4", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_that_another_studio_has_is_left_alone()
    {
        var foreign = studio.S3.PathOf("next-door/studio-id");
        Directory.CreateDirectory(Path.GetDirectoryName(foreign)!);
        await File.WriteAllTextAsync(foreign, "somebody else", Ct);
        var options = studio.Settings with { S3 = studio.S3.Options with { Prefix = studio.S3.Options.Prefix + "next-door/" } };
        using var vault = new MediaVault(options, studio.Db, NullLogger<MediaVault>.Instance);
        var file = studio.Store.NewTemporary(".mp4");
        await File.WriteAllTextAsync(file, "a", Ct);
        var refused = await Assert.ThrowsAsync<MediaStoreAwayException>(() => vault.KeepAsync(file, file, "a", Ct));
        Assert.Contains("S3_PREFIX", refused.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.GetDirectoryName(studio.S3.PathOf("next-door/media/tmp/any"))));
    }

    [Fact]
    public async Task The_doctor_tries_the_store_and_neither_it_nor_the_log_ever_shows_the_secret()
    {
        Assert.Equal(FindingState.Ok, (await S3Doctor.LookAsync(studio.S3.Options, Ct)).State);
        var wrong = studio.S3.Options with { AccessKeyId = "NOBODY" };
        var nowhere = studio.S3.Options with { Bucket = "nowhere" };
        var findings = new[] { await S3Doctor.LookAsync(wrong, Ct), await S3Doctor.LookAsync(nowhere, Ct) };
        Assert.All(findings, finding => Assert.Equal(FindingState.Broken, finding.State));
        Assert.Contains("S3_SECRET_ACCESS_KEY", findings[0].Sentence, StringComparison.Ordinal);
        Assert.Contains("no bucket nowhere", findings[1].Sentence, StringComparison.Ordinal);

        using var vault = new MediaVault(studio.Settings with { S3 = wrong }, studio.Db, studio.Services.GetRequiredService<ILogger<MediaVault>>());
        vault.BeginToBring(Path.Combine(studio.Folder, "media", "b.mp4"), 1, "b");
        await Assert.ThrowsAsync<MediaStoreAwayException>(async () => await vault.BringAsync(Path.Combine(studio.Folder, "media", "b.mp4"), 1, "b", Ct));
        Assert.All(studio.Log.Lines.Concat(findings.Select(finding => finding.Sentence)), line => Assert.DoesNotContain(S3Server.Secret, line, StringComparison.Ordinal));
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static Task<HttpResponseMessage> RangeAsync(SignedIn who, MediaFile media, long from, long? to)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"/api/media/{media.Id}");
        request.Headers.Range = new(from, to);
        return who.Client.SendAsync(request, Ct);
    }

    private async Task<MediaFile> MediaAsync(SignedIn owner, Guid id)
    {
        await using var session = await studio.Db.ReadAsync(Ct);
        return (await session.MediaOfAsync(owner.Id, id))!;
    }

    private async Task KeptInAsync(MediaFile media, string? place)
    {
        await using var session = await studio.Db.BeginAsync(Ct);
        await session.KeptInAsync(media.Id, place);
        await session.CommitAsync();
    }
}
