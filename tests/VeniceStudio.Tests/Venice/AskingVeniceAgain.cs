using VeniceStudio.Venice;

namespace VeniceStudio.Tests.Venice;

public sealed class AskingVeniceAgain(VeniceStub venice) : IClassFixture<VeniceStub>
{
    private const string Balance = """{"canConsume":true,"consumptionCurrency":"USD","balances":{"diem":null,"usd":25},"diemEpochAllocation":0}""";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    public async Task A_question_survives_two_stumbles(int status)
    {
        var clock = new HurriedClock();
        var client = venice.Begin(clock);
        venice.Says(status, "").Says(status, "").Says(200, Balance);

        Assert.Equal(25_000_000, (await client.Account.BalanceAsync(Ct)).UsdMicroDollars);
        Assert.Equal(2, clock.Waits.Count);
        Assert.All(clock.Waits, wait => Assert.InRange(wait.TotalSeconds, 0, 10));
    }

    [Fact]
    public async Task A_question_whose_line_was_cut_is_asked_again()
    {
        var client = venice.Begin();
        venice.HangsUp().Says(200, Balance);

        Assert.True((await client.Account.BalanceAsync(Ct)).CanConsume);
    }

    [Fact]
    public async Task A_question_is_asked_three_times_at_most()
    {
        var client = venice.Begin();
        venice.Says(500, "");

        await Assert.ThrowsAsync<VeniceException>(() => client.Account.BalanceAsync(Ct));
        Assert.Equal(3, venice.Heard.Count);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(402)]
    [InlineData(404)]
    public async Task T7_a_no_is_not_asked_again(int status)
    {
        var client = venice.Begin();
        venice.Says(status, "");

        await Assert.ThrowsAsync<VeniceException>(() => client.Account.BalanceAsync(Ct));
        Assert.Single(venice.Heard);
    }

    [Fact]
    public async Task A_question_without_answer_ends_after_its_time_limit()
    {
        var clock = new HurriedClock();
        var client = venice.Begin(clock);
        venice.StaysSilent();

        var asking = client.Account.BalanceAsync(Ct);
        await venice.ArrivalAsync();
        clock.Advance(TimeSpan.FromSeconds(30));

        var e = await Assert.ThrowsAsync<VeniceException>(() => asking);
        Assert.Equal(VeniceErrorKind.TimedOut, e.Kind);
        Assert.Single(venice.Heard);
    }

    [Fact]
    public async Task A_caller_who_gives_up_gets_a_cancellation()
    {
        var log = new Observations();
        var client = venice.Begin(observer: log);
        using var stop = new CancellationTokenSource();
        venice.StaysSilent();

        var asking = client.Account.BalanceAsync(stop.Token);
        await venice.ArrivalAsync();
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        Assert.Empty(log.All);
    }

    public static TheoryData<string, string, int> Moments => new()
    {
        // Requests reset at a moment, tokens after a time; both in the headers of one answer.
        { "x-ratelimit-reset-requests", "+40", 40 },
        { "x-ratelimit-reset-requests", "ms+40", 40 },
        { "Retry-After", "50", 50 },
        { "x-ratelimit-reset-tokens", "35", 35 },
        { "x-ratelimit-reset-requests", "nonsense", 0 },
        { "x-ratelimit-reset-requests", "99999999999", 0 },
    };

    [Theory]
    [MemberData(nameof(Moments))]
    public async Task T15_each_header_is_read_in_its_own_unit(string name, string value, int seconds)
    {
        var clock = new HurriedClock();
        var client = venice.Begin(clock);
        var moment = clock.GetUtcNow().AddSeconds(40);
        var written = value switch
        {
            "+40" => moment.ToUnixTimeSeconds().ToString(),
            "ms+40" => moment.ToUnixTimeMilliseconds().ToString(),
            _ => value,
        };
        (string, string)[] headers = name.EndsWith("tokens", StringComparison.Ordinal)
            ? [(name, written), ("x-ratelimit-remaining-tokens", "0"), ("x-ratelimit-remaining-requests", "9")]
            : [(name, written)];
        venice.Says(429, """{"error":"Rate limit exceeded"}""", headers: headers);

        var start = clock.GetUtcNow();
        var e = await Assert.ThrowsAsync<VeniceException>(() => client.Account.BalanceAsync(Ct));

        Assert.Equal(seconds == 0 ? null : start.AddSeconds(seconds), e.RetryAt);
        Assert.Equal(seconds == 0 ? 3 : 1, venice.Heard.Count);
    }

    [Fact]
    public async Task The_observer_hears_of_every_try_and_of_no_content()
    {
        var log = new Observations();
        var clock = new HurriedClock();
        var client = venice.Begin(clock, log);
        venice.Says(503, """{"error":"secret words"}""")
            .Says(200, """{"quote":0.5}""", headers: [
                ("x-venice-balance-usd", "12.3456789"), ("CF-RAY", "ray-1"), ("x-venice-model-id", "wan-2-7"),
                ("x-ratelimit-remaining-requests", "39"), ("x-venice-model-deprecation-warning", "goes soon")]);

        await client.Video.QuoteAsync(new VideoQuote { Model = "wan-2-6" }, Ct);

        Assert.Equal([(int?)503, 200], log.All.Select(answer => answer.Status));
        Assert.Equal([(VeniceErrorKind?)VeniceErrorKind.AtCapacity, null], log.All.Select(answer => answer.Error));
        var last = log.All[1];
        Assert.Equal("POST video/quote", last.Route);
        Assert.Equal((12_345_678L, "ray-1", "wan-2-7", 39, "goes soon"),
            (last.BalanceMicroDollars, last.RequestId, last.ModelId, last.RequestsRemaining, last.Deprecation));
        Assert.Equal((19L, 13L), (last.SentBytes, last.ReceivedBytes));
        Assert.DoesNotContain(log.All, answer => answer.ToString().Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_observer_in_trouble_does_not_lose_a_purchase()
    {
        var client = venice.Begin(observer: new Troubled());
        venice.Says(200, """{"model":"m","queue_id":"q1"}""");

        Assert.Equal("q1", (await client.Video.QueueAsync(new VideoOrder { Model = "m" }, Ct)).QueueId);
    }

    [Theory]
    [InlineData("/api/v1")]
    [InlineData("/api/v1/")]
    [InlineData("/")]
    [InlineData("/deep/er/")]
    public async Task Routes_are_appended_to_the_base_address_whatever_its_path(string path)
    {
        var client = venice.Begin(path: path);
        venice.Says(200, Balance);

        await client.Account.BalanceAsync(Ct);
        Assert.Equal($"{path.TrimEnd('/')}/billing/balance", venice.Last.Target);
    }

    private sealed class Troubled : IVeniceObserver
    {
        public void Answered(VeniceAnswer answer) => throw new InvalidOperationException("the log is full");
    }
}
