using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using VeniceStudio.Server.Catalog;
using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Ledger;
using VeniceStudio.Server.Sounds;
using VeniceStudio.Tests.Clips;

namespace VeniceStudio.Tests.Sounds;

public abstract class OrderingASong(IStudioWithVenice house)
{
    private readonly StudioApp studio = house.Studio;

    [Fact]
    public async Task From_the_order_to_a_playable_file_that_is_paid_once()
    {
        house.Venice.Reset();
        using var owner = await studio.OwnerAsync();
        var ordered = await owner.Client.OrderSoundAsync(SoundOrders.Music());
        Assert.Equal(ClipStatus.Reserved, ordered.Status);
        await studio.RunSoundsAsync();

        var song = await owner.Client.SoundAsync(ordered.Id);
        Assert.Equal((ClipStatus.Done, SoundOrders.SongPrice, SoundOrders.SongPrice), (song.Status, song.Quoted, song.Paid));
        Assert.InRange(song.Media!.Seconds!.Value, 5.5, 7);
        Assert.Equal("audio/mpeg", song.Media.MimeType);
        Assert.Equal(1, house.Venice.Purchases);
        Assert.Equal(LedgerState.Paid, (await studio.LineOfSoundAsync(song.Id)).State);
        Assert.Equal(song.Media.Bytes, (await owner.Client.GetByteArrayAsync(song.Media.Url)).Length);
    }

    [Fact]
    public async Task Several_versions_are_ordered_all_or_none_and_one_refused_loses_only_itself()
    {
        house.Venice.Reset();
        house.Venice.Faults.Add("audio/queue", "refuse-content", times: 1);
        using var owner = await studio.OwnerAsync();
        using var answer = await owner.Client.PostSoundAsync(SoundOrders.Music(variations: 3));
        Assert.Equal(3, (await answer.Content.ReadFromJsonAsync<List<SoundView>>(ClipJson.Options))!.Count);
        await studio.RunSoundsAsync();

        var songs = (await owner.Client.GetFromJsonAsync<SoundPageView>("/api/sounds", ClipJson.Options))!.Items;
        Assert.Equal(2, songs.Count(song => song.Status == ClipStatus.Done));
        var refused = Assert.Single(songs, song => song.Status == ClipStatus.Failed);
        Assert.Equal("refused", refused.Failure!.Kind);
        Assert.NotNull(refused.Failure.SuggestedPrompt);
        Assert.Equal(LedgerState.Released, (await studio.LineOfSoundAsync(refused.Id)).State);
    }

    [Theory]
    [InlineData("queue-500-charged")]
    [InlineData("queue-cut-charged")]
    [InlineData("queue-garbled-charged")]
    [InlineData("queue-html-charged")]
    public async Task T1_A_lost_answer_to_a_purchase_is_shown_as_uncertain_and_never_sent_again(string fault)
    {
        house.Venice.Reset();
        using var owner = await studio.OwnerAsync();
        var song = await owner.Client.OrderSoundAsync(SoundOrders.Music($"A bridge [sim:{fault}]"));
        await studio.RunSoundsAsync();

        var doubted = await owner.Client.SoundAsync(song.Id);
        Assert.Equal(ClipStatus.Uncertain, doubted.Status);
        Assert.Contains("song", doubted.Failure!.Sentence, StringComparison.Ordinal);
        Assert.Equal(1, house.Venice.Purchases);
        Assert.Equal(LedgerState.Uncertain, (await studio.LineOfSoundAsync(song.Id)).State);

        Assert.Equal(ClipStatus.Failed, (await owner.Client.DecideSoundAsync(song.Id, "charged")).Status);
        Assert.Equal(LedgerState.Paid, (await studio.LineOfSoundAsync(song.Id)).State);
        await studio.RunSoundsAsync();
        Assert.Equal(1, house.Venice.Purchases);
    }

    [Fact]
    public async Task A_person_who_saw_no_charge_sends_an_uncertain_song_again()
    {
        house.Venice.Reset();
        house.Venice.Faults.Add("audio/queue", "queue-cut", times: 1);
        using var owner = await studio.OwnerAsync();
        var song = await owner.Client.OrderSoundAsync(SoundOrders.Music());
        await studio.RunSoundsAsync();
        Assert.Equal(ClipStatus.Uncertain, (await owner.Client.SoundAsync(song.Id)).Status);
        Assert.Equal(0, house.Venice.Purchases);

        await owner.Client.DecideSoundAsync(song.Id, "again");
        await studio.RunSoundsAsync();
        Assert.Equal(ClipStatus.Done, (await owner.Client.SoundAsync(song.Id)).Status);
        Assert.Equal(1, house.Venice.Purchases);
    }

    [Fact]
    public async Task A_busy_Venice_delays_a_song_and_never_bills_it_twice()
    {
        house.Venice.Reset();
        house.Venice.Faults.Add("audio/queue", "429", times: 5, argument: "60");
        house.Venice.Faults.Add("audio/retrieve", "503", times: 3);
        using var owner = await studio.OwnerAsync();
        var song = await owner.Client.OrderSoundAsync(SoundOrders.Music());
        await studio.RunSoundsAsync();
        Assert.Equal(ClipStatus.Done, (await owner.Client.SoundAsync(song.Id)).Status);
        Assert.Equal(1, house.Venice.Purchases);
    }

    [Fact]
    public async Task A_double_click_and_a_second_tab_order_once()
    {
        house.Venice.Reset();
        using var owner = await studio.OwnerAsync();
        (await owner.Client.GetAsync("/api/session")).EnsureSuccessStatusCode();
        var key = Guid.NewGuid().ToString();
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => owner.Client.PostSoundAsync(SoundOrders.Music(variations: 2), key)));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode));
        using var other = await owner.Client.PostSoundAsync(SoundOrders.Music("Something else"), key);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.StatusCode);
        await studio.RunSoundsAsync();
        Assert.Equal(2, house.Venice.Purchases);
    }

    [Fact]
    public async Task A_price_that_rose_clearly_stops_before_anything_is_ordered()
    {
        house.Venice.Reset();
        using var owner = await studio.OwnerAsync();
        using var answer = await owner.Client.PostSoundAsync(SoundOrders.Music(shownEach: 100_000));
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal(SoundOrders.SongPrice, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("newPrice").GetInt64());
        await studio.RunSoundsAsync();
        Assert.Equal(0, house.Venice.Purchases);
    }

    [Theory]
    [InlineData("serenata-2", "lyrics", "la la la")]
    [InlineData("serenata-2", "seconds", 301)]
    [InlineData("serenata-2", "loop", true)]
    [InlineData("serenata-2", "voice", "Marina")]
    [InlineData("serenata-2", "speed", 1.1)]
    [InlineData("serenata-2", "language", "it")]
    [InlineData("barcarola-15", "seconds", 31)]
    [InlineData("barcarola-15", "instrumental", true)]
    [InlineData("canzone-2", "seconds", 60)]
    [InlineData("canzone-2", "lyrics", null)]
    [InlineData("cantastorie-v3", "voice", "marina")]
    [InlineData("cantastorie-v3", "speed", 1.3)]
    public async Task T8_A_field_that_the_model_does_not_take_is_a_400_that_names_it_and_leaves_nothing_behind(string model, string field, object? value)
    {
        house.Venice.Reset();
        using var owner = await studio.OwnerAsync();
        var body = new Dictionary<string, object?> { ["kind"] = "music", ["model"] = model, ["prompt"] = "A slow waltz for strings", ["shownEach"] = 9_000_000 };
        if (model == "canzone-2" && field != "lyrics") body["lyrics"] = "La la la, the lagoon";
        if (value is not null) body[field] = value;
        using var answer = await owner.Client.PostSoundAsync(body);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(field, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("field").GetString());
        Assert.Empty((await owner.Client.GetFromJsonAsync<SoundPageView>("/api/sounds", ClipJson.Options))!.Items);
    }

    [Fact]
    public async Task Cancelling_before_the_purchase_costs_nothing_and_afterwards_still_collects_what_was_paid()
    {
        house.Venice.Reset();
        // Past whatever pause the refusals of another test have left in the pacer.
        studio.Clock.Advance(TimeSpan.FromMinutes(2));
        using var owner = await studio.OwnerAsync();
        var early = await owner.Client.OrderSoundAsync(SoundOrders.Music());
        Assert.Equal(ClipStatus.Cancelled, (await owner.Client.DecideSoundAsync(early.Id, "cancel")).Status);
        Assert.Equal(LedgerState.Released, (await studio.LineOfSoundAsync(early.Id)).State);

        var late = await owner.Client.OrderSoundAsync(SoundOrders.Music("A canal"));
        await studio.RunSoundsAsync(TimeSpan.FromSeconds(1));
        Assert.True((await owner.Client.DecideSoundAsync(late.Id, "cancel")).CancelAsked);
        await studio.RunSoundsAsync();
        Assert.Equal(ClipStatus.Done, (await owner.Client.SoundAsync(late.Id)).Status);
        Assert.Equal(1, house.Venice.Purchases);
    }

    [Fact]
    public async Task What_ended_badly_is_ordered_anew_with_the_same_settings_and_deleted_when_it_is_not_wanted()
    {
        house.Venice.Reset();
        house.Venice.Faults.Add("audio/queue", "refuse-content", times: 1);
        using var owner = await studio.OwnerAsync();
        var first = await owner.Client.OrderSoundAsync(SoundOrders.Music("A mask", seconds: 7));
        await studio.RunSoundsAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/sounds/{first.Id}/retry");
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        using var again = await owner.Client.SendAsync(request);
        var second = Assert.Single((await again.Content.ReadFromJsonAsync<List<SoundView>>(ClipJson.Options))!);
        Assert.Equal((first.Id, 7), (second.RetryOf, second.Settings.Seconds));
        await studio.RunSoundsAsync();

        var media = (await owner.Client.SoundAsync(second.Id)).Media!;
        Assert.Equal(HttpStatusCode.NoContent, (await owner.Client.DeleteAsync($"/api/sounds/{second.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await owner.Client.GetAsync(media.Url)).StatusCode);
    }

    [Fact]
    public async Task Forty_orders_at_once_against_a_budget_for_ten_are_ten_orders()
    {
        house.Venice.Reset();
        studio.Clock.Advance(TimeSpan.FromDays(1));
        using var owner = await studio.OwnerAsync();
        await SetBudgetAsync(owner.Id, 10 * SoundOrders.SongPrice);
        await owner.Client.OrderSoundAsync(SoundOrders.Music("A test of money [sim:fail-after=1]"));
        var answers = await Task.WhenAll(Enumerable.Range(0, 39).Select(_ => owner.Client.PostSoundAsync(SoundOrders.Music("A test of money [sim:fail-after=1]"))));
        Assert.Equal(9, answers.Count(answer => answer.StatusCode == HttpStatusCode.Accepted));
        Assert.Equal(30, answers.Count(answer => answer.StatusCode == HttpStatusCode.PaymentRequired));
        await studio.RunSoundsAsync();
        Assert.Equal(10, house.Venice.Purchases);
    }

    [Fact]
    public async Task The_models_say_what_each_accepts_and_the_quote_knows_every_way_of_paying()
    {
        house.Venice.Reset();
        using var owner = await studio.OwnerAsync();
        var models = (await owner.Client.GetFromJsonAsync<List<SoundModelView>>("/api/sounds/models?kind=music", ClipJson.Options))!.ToDictionary(model => model.Id);
        Assert.Equal(InputNeed.Required, models["canzone-2"].Lyrics);
        Assert.Equal([30, 60, 90, 120, 180], models["barcarola-15"].Length!.Options);
        Assert.Null(models["canzone-2"].Length);
        Assert.False(models["fenice-organ"].Available);
        Assert.NotEmpty(models["fenice-organ"].UnavailableBecause!);

        Assert.Equal(1_200_000, await QuotedAsync(owner, new { kind = "music", model = "serenata-2", seconds = 61 }));
        Assert.Equal(40_000, await QuotedAsync(owner, new { kind = "music", model = "canzone-2" }));
        Assert.Equal(23_000, await QuotedAsync(owner, new { kind = "music", model = "squero-effects", seconds = 10 }));
        Assert.Equal(115_000, await QuotedAsync(owner, new { kind = "music", model = "cantastorie-v3", characters = 1000 }));
        Assert.Equal(3_500, await QuotedAsync(owner, new { kind = "speech", model = "tts-kokoro", characters = 1000 }));
    }

    private static async Task<long> QuotedAsync(SignedIn owner, object body)
    {
        using var answer = await owner.Client.PostAsJsonAsync("/api/sounds/quote", body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<ClipQuoteView>(ClipJson.Options))!.Each;
    }

    private async Task SetBudgetAsync(Guid account, long budget)
    {
        await using var session = await studio.Db.BeginAsync(TestContext.Current.CancellationToken);
        await session.ExecuteAsync("UPDATE accounts SET daily_budget = @budget WHERE id = @account", new { account, budget });
        await session.CommitAsync();
    }
}

public sealed class OrderingASongOnSqlite(SqliteWithVenice house) : OrderingASong(house), IClassFixture<SqliteWithVenice>;

public sealed class OrderingASongOnPostgres(PostgresWithVenice house) : OrderingASong(house), IClassFixture<PostgresWithVenice>;
