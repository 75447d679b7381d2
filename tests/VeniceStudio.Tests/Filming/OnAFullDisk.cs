using System.Net;
using Microsoft.Extensions.DependencyInjection;
using VeniceStudio.Server.Films;
using VeniceStudio.Server.Library;
using VeniceStudio.Tests.Clips;
using VeniceStudio.Tests.Media.Ffmpeg;

namespace VeniceStudio.Tests.Filming;

/// <summary>What the studio writes itself, without ffmpeg, to a device that is always full.</summary>
public sealed class OnAFullDisk(SqliteWithVenice house, MediaBench bench) : IClassFixture<SqliteWithVenice>, IClassFixture<MediaBench>
{
    private readonly StudioApp studio = house.Studio;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private MediaStore Store => studio.Services.GetRequiredService<MediaStore>();

    [Fact]
    public async Task An_archive_a_receipt_and_lyrics_end_with_a_sentence_leave_the_film_and_can_be_made_once_there_is_room()
    {
        house.Venice.Reset();
        using var member = await studio.MemberAsync();
        var given = await studio.GivenAFilmAsync(member, bench, 2, (shot, _) => shot with { MovingStill = true });
        var film = await given.ComposedAsync();
        var before = await given.Client.GetByteArrayAsync(film.Media!.Url, Ct);
        foreach (var kind in (string[])["archive", "receipt", "srt"])
        {
            var failed = await FullAsync(() => given.ExportedAsync(new { kind }));
            Assert.Equal((ExportState.Failed, "disk-full"), (failed.State, failed.Failure?.Kind));
            Assert.Contains("Free some space", failed.Failure!.Sentence, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.NotFound, (await given.Client.GetAsync($"/api/exports/{failed.Id}/file", Ct)).StatusCode);
            Assert.Empty(Directory.GetFiles(Store.TemporaryFolder));

            await given.Client.PostAsync($"/api/exports/{failed.Id}/retry", new { }).OkAsync();
            await studio.ExportDueAsync();
            Assert.Equal(HttpStatusCode.OK, (await given.Client.GetAsync($"/api/exports/{failed.Id}/file", Ct)).StatusCode);
        }
        Assert.Equal(before, await given.Client.GetByteArrayAsync(film.Media.Url, Ct));
    }

    [Fact]
    public async Task A_films_caption_track_ends_with_a_sentence_and_leaves_the_film_before_it()
    {
        house.Venice.Reset();
        using var member = await studio.MemberAsync();
        var given = await studio.GivenAFilmAsync(member, bench, 1, (shot, _) => shot with { MovingStill = true });
        var film = await given.ComposedAsync();
        await given.Client.PutAsync($"/api/projects/{given.Id}/cut", new { version = 0, cut = new { spans = Array.Empty<object>(), captions = new { style = "boxed", @as = "track" } } }).OkAsync();
        var failed = await FullAsync(given.ComposedAsync);
        Assert.Equal((FilmState.Failed, "disk-full"), (failed.State, failed.Failure?.Kind));
        Assert.Contains("Free some space", failed.Failure!.Sentence, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await given.Client.GetAsync(film.Media!.Url, Ct)).StatusCode);
        Assert.Empty(Directory.GetFiles(Store.TemporaryFolder));
        Assert.Equal(FilmState.Done, (await given.ComposedAsync()).State);
    }

    private async Task<T> FullAsync<T>(Func<Task<T>> act)
    {
        var opening = Store.Opening;
        Store.Opening = _ => new FileStream("/dev/full", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, 0);
        try
        {
            return await act();
        }
        finally
        {
            Store.Opening = opening;
        }
    }
}
