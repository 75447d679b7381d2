using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Ledger;
using VeniceStudio.Server.Library;

namespace VeniceStudio.Tests.Clips;

public abstract class OrderingAClip(IStudioWithVenice house)
{
    private readonly StudioApp studio = house.Studio;

    [Fact]
    public async Task From_the_order_to_a_playable_file_that_is_paid_once()
    {
        house.Venice.Reset();
        using var owner = await studio.OwnerAsync();

        var ordered = await owner.Client.OrderAsync(Orders.Body());
        Assert.Equal(ClipStatus.Reserved, ordered.Status);
        await studio.RunUntilIdleAsync();

        var clip = await owner.Client.ClipAsync(ordered.Id);
        Assert.Equal(ClipStatus.Done, clip.Status);
        Assert.Equal(clip.Quoted, clip.Paid);
        Assert.InRange(clip.Media!.Seconds!.Value, 4.9, 5.1);
        Assert.Equal(1, house.Venice.Purchases);
        Assert.Equal(LedgerState.Paid, (await studio.LineOfAsync(clip.Id)).State);
        var file = await owner.Client.GetByteArrayAsync(clip.Media.Url);
        Assert.Equal("ftyp"u8, file.AsSpan(4, 4));
        Assert.Equal(HttpStatusCode.OK, (await owner.Client.GetAsync(clip.Media.PosterUrl)).StatusCode);
    }

    [Fact]
    public async Task T1_A_busy_Venice_delays_a_clip_and_never_bills_it_twice()
    {
        house.Venice.Reset();
        house.Venice.Faults.Add("video/queue", "429", times: 9, argument: "60");
        house.Venice.Faults.Add("video/retrieve", "503", times: 3);
        using var owner = await studio.OwnerAsync();

        var clip = await owner.Client.OrderAsync(Orders.Body());
        await studio.RunUntilIdleAsync();
        Assert.Equal(ClipStatus.Done, (await owner.Client.ClipAsync(clip.Id)).Status);
        Assert.Equal(1, house.Venice.Purchases);
    }

    [Fact]
    public async Task An_order_that_is_refused_again_and_again_for_its_models_own_limit_does_not_hold_up_the_others()
    {
        house.Venice.Reset();
        using var owner = await studio.OwnerAsync();
        var busy = await owner.Client.OrderAsync(Orders.Body("A bridge [sim:429=60]"));
        var other = await owner.Client.OrderAsync(Orders.Body("A quay"));

        await studio.RunUntilAsync(TimeSpan.FromMinutes(10));
        Assert.Equal(ClipStatus.Done, (await owner.Client.ClipAsync(other.Id)).Status);
        Assert.Equal(ClipStatus.Cancelled, (await owner.Client.DecideAsync(busy.Id, "cancel")).Status);
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

        var clip = await owner.Client.OrderAsync(Orders.Body($"A bridge [sim:{fault}]"));
        await studio.RunUntilIdleAsync();
        var doubted = await owner.Client.ClipAsync(clip.Id);
        Assert.Equal(ClipStatus.Uncertain, doubted.Status);
        Assert.NotEmpty(doubted.Failure!.Sentence);
        Assert.Equal(1, house.Venice.Purchases);
        Assert.Equal(LedgerState.Uncertain, (await studio.LineOfAsync(clip.Id)).State);

        Assert.Equal(ClipStatus.Failed, (await owner.Client.DecideAsync(clip.Id, "charged")).Status);
        Assert.Equal(LedgerState.Paid, (await studio.LineOfAsync(clip.Id)).State);
        Assert.Equal(1, house.Venice.Purchases);
    }

    [Fact]
    public async Task A_person_who_saw_no_charge_sends_an_uncertain_clip_again()
    {
        house.Venice.Reset();
        house.Venice.Faults.Add("video/queue", "queue-cut", times: 1);
        using var owner = await studio.OwnerAsync();

        var clip = await owner.Client.OrderAsync(Orders.Body());
        await studio.RunUntilIdleAsync();
        Assert.Equal(ClipStatus.Uncertain, (await owner.Client.ClipAsync(clip.Id)).Status);
        Assert.Equal(0, house.Venice.Purchases);

        await owner.Client.DecideAsync(clip.Id, "resend");
        await studio.RunUntilIdleAsync();
        Assert.Equal(ClipStatus.Done, (await owner.Client.ClipAsync(clip.Id)).Status);
        Assert.Equal(1, house.Venice.Purchases);
    }

    [Fact]
    public async Task A_double_click_and_a_second_tab_order_once()
    {
        house.Venice.Reset();
        using var owner = await studio.OwnerAsync();
        var key = Guid.NewGuid().ToString();
        (await owner.Client.GetAsync("/api/session")).EnsureSuccessStatusCode();

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => owner.Client.PostOrderAsync(Orders.Body(variations: 2), key)));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode));
        var ids = new HashSet<Guid>();
        foreach (var answer in answers)
        {
            foreach (var clip in (await answer.Content.ReadFromJsonAsync<List<ClipView>>(ClipJson.Options))!) ids.Add(clip.Id);
        }
        Assert.Equal(2, ids.Count);

        using var other = await owner.Client.PostOrderAsync(Orders.Body("Something else"), key);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.StatusCode);
        await studio.RunUntilIdleAsync();
        Assert.Equal(2, house.Venice.Purchases);
    }

    [Fact]
    public async Task A_price_that_rose_clearly_stops_before_anything_is_ordered()
    {
        house.Venice.Reset();
        using var owner = await studio.OwnerAsync();
        using var answer = await owner.Client.PostOrderAsync(Orders.Body(shownEach: 100_000));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("price-changed", problem.GetProperty("type").GetString());
        Assert.Equal(250_000, problem.GetProperty("newPrice").GetInt64());
        await studio.RunUntilIdleAsync();
        Assert.Equal(0, house.Venice.Purchases);
    }

    [Theory]
    [InlineData("duration", "7s")]
    [InlineData("aspectRatio", "21:9")]
    [InlineData("resolution", "720p")]
    [InlineData("sound", "true")]
    public async Task T8_A_field_that_the_model_does_not_take_is_a_400_that_names_it_and_leaves_nothing_behind(string field, string value)
    {
        house.Venice.Reset();
        using var owner = await studio.OwnerAsync();
        var body = JsonSerializer.SerializeToNode(Orders.Body())!.AsObject();
        body[field] = value == "true" ? true : value;

        using var answer = await owner.Client.PostOrderAsync(body);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(field, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("field").GetString());
        Assert.Empty((await owner.Client.GetFromJsonAsync<ClipPageView>("/api/clips", ClipJson.Options))!.Items);
    }

    [Theory]
    [InlineData("all", 1)]
    [InlineData("working", 1)]
    [InlineData("attention", 0)]
    [InlineData("done", 0)]
    [InlineData("failed", 0)]
    public async Task The_list_takes_each_filter_as_the_API_writes_it_and_refuses_any_other_word(string filter, int expected)
    {
        house.Venice.Reset();
        using var owner = await studio.OwnerAsync();
        var clip = await owner.Client.OrderAsync(Orders.Body());

        var listed = await owner.Client.GetFromJsonAsync<ClipPageView>($"/api/clips?filter={filter}", ClipJson.Options);
        Assert.Equal(expected, listed!.Items.Count);
        using var other = await owner.Client.GetAsync("/api/clips?filter=17");
        Assert.Equal(HttpStatusCode.BadRequest, other.StatusCode);
        await owner.Client.DecideAsync(clip.Id, "cancel");
    }

    [Fact]
    public async Task Cancelling_before_the_purchase_costs_nothing_and_afterwards_still_collects_what_was_paid()
    {
        house.Venice.Reset();
        // Past whatever pause the refusals of another test have left in the pacer.
        studio.Clock.Advance(TimeSpan.FromMinutes(2));
        using var owner = await studio.OwnerAsync();
        var early = await owner.Client.OrderAsync(Orders.Body());
        Assert.Equal(ClipStatus.Cancelled, (await owner.Client.DecideAsync(early.Id, "cancel")).Status);
        Assert.Equal(LedgerState.Released, (await studio.LineOfAsync(early.Id)).State);

        var late = await owner.Client.OrderAsync(Orders.Body("A canal [sim:status-while=RUNNING]"));
        await studio.RunUntilAsync(TimeSpan.FromSeconds(1));
        Assert.True((await owner.Client.DecideAsync(late.Id, "cancel")).CancelAsked);
        await studio.RunUntilIdleAsync();
        Assert.Equal(ClipStatus.Done, (await owner.Client.ClipAsync(late.Id)).Status);
        Assert.Equal(1, house.Venice.Purchases);
    }

    [Fact]
    public async Task A_refusal_says_why_offers_other_words_and_costs_nothing()
    {
        house.Venice.Reset();
        using var owner = await studio.OwnerAsync();
        var clip = await owner.Client.OrderAsync(Orders.Body("A duel [sim:refuse-content]"));
        await studio.RunUntilIdleAsync();

        var refused = await owner.Client.ClipAsync(clip.Id);
        Assert.Equal(ClipStatus.Failed, refused.Status);
        Assert.Equal("refused", refused.Failure!.Kind);
        Assert.NotNull(refused.Failure.SuggestedPrompt);
        Assert.Equal(0, refused.Paid);
        Assert.Equal(LedgerState.Released, (await studio.LineOfAsync(clip.Id)).State);
    }

    [Theory]
    [InlineData("refuse-422-refunded", LedgerState.Refunded, true)]
    [InlineData("refuse-422-kept", LedgerState.Paid, false)]
    [InlineData("refuse-422-flat-refunded", LedgerState.Refunded, true)]
    public async Task A_late_refusal_gives_back_exactly_what_Venice_gave_back(string fault, LedgerState state, bool refunded)
    {
        house.Venice.Reset();
        using var owner = await studio.OwnerAsync();
        var clip = await owner.Client.OrderAsync(Orders.Body($"A crowd [sim:{fault}][sim:recommend=murano-3-text-to-video]"));
        await studio.RunUntilIdleAsync();

        var ended = await owner.Client.ClipAsync(clip.Id);
        Assert.Equal(ClipStatus.Failed, ended.Status);
        Assert.Equal(refunded, ended.Failure!.Refunded);
        Assert.Equal(state, (await studio.LineOfAsync(clip.Id)).State);
    }

    [Fact]
    public async Task T27_Nobody_agrees_but_a_person_and_it_is_kept_who_and_when()
    {
        house.Venice.Reset();
        using var owner = await studio.OwnerAsync();
        var clip = await owner.Client.OrderAsync(await ASingerAsync(owner));
        await studio.RunUntilIdleAsync();
        var asking = await owner.Client.ClipAsync(clip.Id);
        Assert.Equal(ClipStatus.NeedsConsent, asking.Status);
        Assert.NotEmpty(asking.Consent!.PolicyText);
        Assert.Equal(0, house.Venice.Purchases);

        using var half = await owner.Client.PostAsJsonAsync($"/api/clips/{clip.Id}/consent", new { termsAndPrivacy = true, legalRight = false, screeningAcknowledged = true });
        Assert.Equal(HttpStatusCode.BadRequest, half.StatusCode);
        await owner.Client.DecideAsync(clip.Id, "consent", new { termsAndPrivacy = true, legalRight = true, screeningAcknowledged = true });
        await studio.RunUntilIdleAsync();
        Assert.Equal(ClipStatus.Done, (await owner.Client.ClipAsync(clip.Id)).Status);
        await using var session = await studio.Db.ReadAsync(TestContext.Current.CancellationToken);
        Assert.Equal(owner.Id, Guid.Parse((await session.OneAsync<string>("SELECT account_id FROM consents WHERE clip_id = @Id", new { clip.Id }))!));
    }

    private static async Task<object> ASingerAsync(SignedIn owner)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(await Pictures.FaceAsync()), "file", "singer.png" } };
        using var uploaded = await owner.Client.PostAsync("/api/uploads/images", form);
        Assert.Equal(HttpStatusCode.Created, uploaded.StatusCode);
        var picture = (await uploaded.Content.ReadFromJsonAsync<MediaView>(ClipJson.Options))!;
        return new { model = "regata-2-5-image-to-video", prompt = "She sings", duration = "5s", resolution = "480p", imageId = picture.Id, shownEach = 10_000_000 };
    }
}

public sealed class OrderingAClipOnSqlite(SqliteWithVenice house) : OrderingAClip(house), IClassFixture<SqliteWithVenice>;

public sealed class OrderingAClipOnPostgres(PostgresWithVenice house) : OrderingAClip(house), IClassFixture<PostgresWithVenice>;
