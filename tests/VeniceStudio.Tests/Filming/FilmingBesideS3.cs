using System.IO.Compression;
using VeniceStudio.Media.Audio.Peaks;
using VeniceStudio.Server.Films;
using VeniceStudio.Server.Storyboard;
using VeniceStudio.Tests.Clips;
using VeniceStudio.Tests.Library;
using VeniceStudio.Tests.Media.Ffmpeg;

namespace VeniceStudio.Tests.Filming;

/// <summary>The data folder is a cache of the S3 store, and here it is empty each time something is made.</summary>
public sealed class FilmingBesideS3(StudioWithS3 studio, MediaBench bench) : IClassFixture<StudioWithS3>, IClassFixture<MediaBench>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task From_an_empty_folder_a_film_its_other_shapes_and_its_archive_are_whole()
    {
        studio.Venice.Reset();
        using var member = await studio.MemberAsync();
        var given = await GivenAsync(member, 3, (shot, i) => i == 2 ? shot with { MovingStill = true } : shot);
        await given.RenderedAsync();

        studio.WipeTheFolder();
        var film = await given.ComposedAsync();
        Assert.True(film.State == FilmState.Done, film.Failure?.Sentence);
        Assert.True(film.Scorecard!.IsWhole, film.Scorecard.Sentence);
        foreach (var kind in (string[])["tall", "teaser15", "poster", "receipt", "archive"])
        {
            Empty();
            var export = await given.ExportedAsync(new { kind });
            Assert.True(export.State == ExportState.Done, $"{kind}: {export.Failure?.Sentence}");
            if (kind != "archive") continue;
            using var zip = new ZipArchive(new MemoryStream(await given.Client.GetByteArrayAsync(export.Url, Ct)));
            // The song, three stills, two clips with a poster each, and the words about them.
            Assert.Equal(9, zip.Entries.Count);
        }
        Assert.Equal(2, studio.Venice.Purchases);
    }

    [Fact]
    public async Task Whether_a_film_shows_the_cut_is_told_without_its_clips()
    {
        studio.Venice.Reset();
        using var member = await studio.MemberAsync();
        var given = await GivenAsync(member, 3);
        await given.RenderedAsync();
        await given.ComposedAsync();
        await studio.RestartAsync();
        Empty();

        Assert.True(Assert.Single(await given.FilmsAsync()).IsCurrent);
        Assert.Empty(Directory.GetFiles(studio.Folder, "*.mp4", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_waveform_that_is_gone_is_drawn_again_from_the_song_in_the_store()
    {
        studio.Venice.Reset();
        using var member = await studio.MemberAsync();
        var given = await GivenAsync(member, 1);
        studio.WipeTheFolder();
        var first = await given.Client.GetByteArrayAsync($"/api/tracks/{given.Track}/waveform", Ct);
        var drawn = await WaveformFile.ReadAsync(new MemoryStream(first), Ct);
        Assert.Equal(FilmGiven.Seconds, drawn.Duration, 0.01);
        studio.WipeTheFolder();
        Assert.Equal(first, await given.Client.GetByteArrayAsync($"/api/tracks/{given.Track}/waveform", Ct));
    }

    /// <summary>The first file makes the store this studio's, which writes a row; a film is laid in one transaction, and would wait for itself.</summary>
    private async Task<GivenFilm> GivenAsync(SignedIn member, int shots, Func<Shot, int, Shot>? shaped = null)
    {
        await studio.GivenKeptAsync(member.Id, LibraryGiven.Bytes(100));
        return await studio.GivenAFilmAsync(member, bench, shots, shaped);
    }

    /// <summary>Media and encoded pieces are gone: a new volume.</summary>
    private void Empty()
    {
        studio.WipeTheFolder();
        Directory.Delete(Path.Combine(studio.Folder, "segments"), recursive: true);
        Directory.CreateDirectory(Path.Combine(studio.Folder, "segments"));
    }
}
