using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using VeniceStudio.Media.Ffmpeg;
using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Ledger;
using VeniceStudio.Server.Sounds;
using VeniceStudio.Server.Tracks;
using VeniceStudio.Tests.Clips;

namespace VeniceStudio.Tests.Sounds;

public abstract class RecognisingLyrics(IStudioWithVenice house)
{
    private const string Words =
        "Lanterns on the water\nGolden in the rain\n\nCarry me a little\nBring me home again\n\nEvery window listens\nEvery doorway sings\n\nUnderneath the bridges\nMorning opens wings";
    private readonly StudioApp studio = house.Studio;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task T21_Without_a_model_one_is_taken_that_gives_times_of_words_and_the_typed_lines_get_them()
    {
        house.Venice.Reset();
        using var owner = await studio.OwnerAsync();
        var track = await ATrackAsync(owner);
        await owner.Client.PutAsJsonAsync($"/api/tracks/{track.Id}/lyrics", new { text = Words }, Ct);
        var price = (await owner.Client.GetFromJsonAsync<RecognitionPriceView>($"/api/tracks/{track.Id}/lyrics/price", ClipJson.Options, Ct))!;
        Assert.Equal("elevenlabs/scribe-v2", price.Model);
        Assert.InRange(price.Price, (long)(track.Seconds * 167) - 1, (long)(track.Seconds * 167) + 168);

        var before = house.Venice.Balance;
        using var asked = await RecogniseAsync(owner, track.Id, price.Price);
        Assert.Equal(HttpStatusCode.Accepted, asked.StatusCode);
        Assert.Equal(RecognitionState.Working, (await LyricsAsync(owner, track.Id)).Recognition!.State);
        await studio.RunSoundsAsync();

        var lyrics = await LyricsAsync(owner, track.Id);
        Assert.Equal(RecognitionState.Done, lyrics.Recognition!.State);
        Assert.True(lyrics.Recognition.Trusted);
        Assert.Equal(Words, lyrics.Text);
        // A song of a minute has no room for all stanzas.
        Assert.True(lyrics.Lines.Count(line => line.Support == LineSupport.Heard) >= 4);
        var truth = house.Venice.SongOf(house.Venice.Jobs[0].QueueId)!;
        Assert.InRange(lyrics.Lines[0].Start!.Value, truth.Words[0].Start - 0.3, truth.Words[0].Start + 0.3);
        Assert.Equal(LedgerState.Paid, (await studio.LineOfSoundAsync(await OrderOfAsync(track.Id))).State);
        Assert.InRange((double)(before - house.Venice.Balance) * 1e6, 0, price.Price);
    }

    [Fact]
    public async Task T21_A_model_that_gives_no_times_says_so_instead_of_pretending()
    {
        house.Venice.Reset();
        using var owner = await studio.OwnerAsync();
        var track = await ATrackAsync(owner);
        using var asked = await RecogniseAsync(owner, track.Id, 1_000_000, model: "nvidia/parakeet-tdt-0.6b-v3");
        await studio.RunSoundsAsync();
        var recognition = (await LyricsAsync(owner, track.Id)).Recognition!;
        Assert.Equal(RecognitionState.Failed, recognition.State);
        Assert.Contains("no times", recognition.Sentence!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("openai/whisper-large-v3")]
    [InlineData("stt-xai-v1")]
    public async Task Times_of_phrases_and_of_letters_become_times_of_words(string model)
    {
        house.Venice.Reset();
        using var owner = await studio.OwnerAsync();
        var track = await ATrackAsync(owner);
        using var asked = await RecogniseAsync(owner, track.Id, 1_000_000, model);
        await studio.RunSoundsAsync();
        var lyrics = await LyricsAsync(owner, track.Id);
        Assert.Equal(RecognitionState.Done, lyrics.Recognition!.State);
        Assert.Contains("lanterns", lyrics.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_song_without_words_costs_nothing_and_says_so()
    {
        house.Venice.Reset();
        using var owner = await studio.OwnerAsync();
        var track = await ATrackAsync(owner);
        house.Venice.Faults.Add("audio/transcriptions", "silent-sound", times: 1);
        using var asked = await RecogniseAsync(owner, track.Id, 1_000_000);
        await studio.RunSoundsAsync();
        Assert.Equal(RecognitionState.Failed, (await LyricsAsync(owner, track.Id)).Recognition!.State);
        Assert.Equal(LedgerState.Released, (await studio.LineOfSoundAsync(await OrderOfAsync(track.Id))).State);
    }

    [Fact]
    public async Task T1_A_lost_answer_is_in_doubt_until_a_person_says_and_no_other_click_buys_meanwhile()
    {
        house.Venice.Reset();
        using var owner = await studio.OwnerAsync();
        var track = await ATrackAsync(owner);
        house.Venice.Faults.Add("audio/transcriptions", "500", times: 1);
        using var asked = await RecogniseAsync(owner, track.Id, 1_000_000);
        await studio.RunSoundsAsync();
        var order = Assert.Single((await owner.Client.GetFromJsonAsync<SoundPageView>("/api/sounds?kind=lyrics", ClipJson.Options, Ct))!.Items);
        Assert.Equal((ClipStatus.Uncertain, (Guid?)track.Id), (order.Status, order.TrackId));
        Assert.Equal(RecognitionState.Failed, (await LyricsAsync(owner, track.Id)).Recognition!.State);
        using var second = await RecogniseAsync(owner, track.Id, 1_000_000);
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        Assert.Equal(1, house.Venice.Calls["audio/transcriptions"]);

        await owner.Client.DecideSoundAsync(order.Id, "again");
        await studio.RunSoundsAsync();
        Assert.Equal(RecognitionState.Done, (await LyricsAsync(owner, track.Id)).Recognition!.State);
    }

    [Fact]
    public async Task A_double_click_a_higher_price_and_somebody_elses_song_buy_nothing_more()
    {
        house.Venice.Reset();
        using var owner = await studio.OwnerAsync();
        using var other = await studio.MemberAsync();
        var track = await ATrackAsync(owner);
        using var low = await RecogniseAsync(owner, track.Id, 10);
        Assert.Equal("price-changed", await low.ProblemTypeAsync());
        using var strange = await RecogniseAsync(other, track.Id, 1_000_000);
        Assert.Equal(HttpStatusCode.NotFound, strange.StatusCode);

        var key = Guid.NewGuid().ToString();
        using var one = await RecogniseAsync(owner, track.Id, 1_000_000, key: key);
        using var two = await RecogniseAsync(owner, track.Id, 1_000_000, key: key);
        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.Accepted), (one.StatusCode, two.StatusCode));
        await studio.RunSoundsAsync();
        Assert.Equal(1, house.Venice.Calls["audio/transcriptions"]);
    }

    [Fact]
    public async Task The_chosen_version_becomes_one_track_however_often_it_is_chosen_and_survives_the_order()
    {
        house.Venice.Reset();
        using var owner = await studio.OwnerAsync();
        var track = await ATrackAsync(owner);
        Assert.Equal(TrackSource.Venice, track.Source);
        var order = Assert.Single((await owner.Client.GetFromJsonAsync<SoundPageView>("/api/sounds", ClipJson.Options, Ct))!.Items);
        Assert.Equal(track.Id, order.TrackId);
        using var again = await owner.Client.PostAsync($"/api/sounds/{order.Id}/track", null, Ct);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);

        await owner.Client.DeleteAsync($"/api/sounds/{order.Id}", Ct);
        using var file = await owner.Client.GetAsync(track.Media.Url, Ct);
        Assert.Equal(HttpStatusCode.OK, file.StatusCode);
    }

    [Fact]
    public async Task A_song_that_is_no_MP3_is_sent_as_a_small_one_of_the_same_length()
    {
        house.Venice.Reset();
        using var owner = await studio.OwnerAsync();
        var track = await ATrackAsync(owner);
        Assert.Equal("audio/flac", track.Media.MimeType);
        var tools = studio.Services.GetRequiredService<FfmpegTools>();
        var (song, small) = (Path.Combine(studio.Folder, "song.flac"), Path.Combine(studio.Folder, "small.mp3"));
        await File.WriteAllBytesAsync(song, await owner.Client.GetByteArrayAsync(track.Media.Url, Ct), Ct);
        await new SmallerSong(tools).MakeAsync(song, small, Ct);
        var facts = await new AudioCheck(tools).CheckAsync(small, Ct);
        Assert.InRange(facts.DurationSeconds, track.Seconds - 0.1, track.Seconds + 0.1);
        Assert.True(new FileInfo(small).Length < new FileInfo(song).Length);
    }

    private async Task<TrackView> ATrackAsync(SignedIn owner)
    {
        var song = await owner.Client.OrderSoundAsync(
            new { kind = "music", model = "barcarola-15", prompt = "A slow ballad with piano", lyrics = Words, seconds = 60, shownEach = 30_000 });
        await studio.RunSoundsAsync();
        using var made = await owner.Client.PostAsync($"/api/sounds/{song.Id}/track", null, Ct);
        Assert.True(made.StatusCode == HttpStatusCode.Created, await made.Content.ReadAsStringAsync(Ct));
        return (await made.Content.ReadFromJsonAsync<TrackView>(ClipJson.Options, Ct))!;
    }

    private static async Task<HttpResponseMessage> RecogniseAsync(SignedIn member, Guid track, long shownPrice, string? model = null, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/tracks/{track}/lyrics/recognise") { Content = JsonContent.Create(new { model, shownPrice }) };
        request.Headers.Add("Idempotency-Key", key ?? Guid.NewGuid().ToString());
        return await member.Client.SendAsync(request, Ct);
    }

    private static async Task<LyricsView> LyricsAsync(SignedIn member, Guid track) =>
        (await member.Client.GetFromJsonAsync<LyricsView>($"/api/tracks/{track}/lyrics", ClipJson.Options, Ct))!;

    private async Task<Guid> OrderOfAsync(Guid track)
    {
        await using var session = await studio.Db.ReadAsync(Ct);
        return await session.OneAsync<Guid>("SELECT id FROM sounds WHERE track_id = @track AND kind = 3", new { track });
    }
}

public sealed class RecognisingLyricsOnSqlite(SqliteWithVenice house) : RecognisingLyrics(house), IClassFixture<SqliteWithVenice>;

public sealed class RecognisingLyricsOnPostgres(PostgresWithVenice house) : RecognisingLyrics(house), IClassFixture<PostgresWithVenice>;
