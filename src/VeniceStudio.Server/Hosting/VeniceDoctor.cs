using System.Globalization;
using System.Runtime.CompilerServices;
using VeniceStudio.Venice;

namespace VeniceStudio.Server.Hosting;

/// <summary>Asks Venice what it thinks of the key, which costs nothing, and compares clocks on the way.</summary>
internal static class VeniceDoctor
{
    /// <summary>Waits that Venice names as a time of day are off by as much as the clock is.</summary>
    private static readonly TimeSpan WorstClock = TimeSpan.FromSeconds(30);

    public static async IAsyncEnumerable<Finding> LookAsync(
        StudioOptions options, TimeProvider time, [EnumeratorCancellation] CancellationToken ct)
    {
        if (options.VeniceKey is not { } key)
        {
            yield return Finding.Note("No VENICE_API_KEY is set, so this is a rehearsal: the built-in simulator makes the clips, and they cost nothing.");
            yield break;
        }
        using var clock = new HeardClock(time);
        using var http = new HttpClient(clock) { Timeout = Timeout.InfiniteTimeSpan };
        var venice = new VeniceClient(http, new VeniceOptions { BaseUrl = options.VeniceBase, ApiKey = key, AskTimeout = TimeSpan.FromSeconds(10) }, time);
        var accepted = await KeyAsync(venice, options, ct);
        yield return accepted;
        if (accepted.State == FindingState.Ok) yield return await BalanceAsync(venice, ct);
        if (clock.Ahead is { } ahead && ahead.Duration() > WorstClock)
        {
            yield return Finding.Note(string.Create(CultureInfo.InvariantCulture,
                $"This machine's clock is {ahead.Duration().TotalSeconds:0} seconds {(ahead > TimeSpan.Zero ? "ahead of" : "behind")} Venice's. Let it be set over the network (NTP)."));
        }
    }

    private static async Task<Finding> KeyAsync(VeniceClient venice, StudioOptions options, CancellationToken ct)
    {
        try
        {
            var limits = await venice.Account.RateLimitsAsync(ct);
            if (!limits.AccessPermitted) return Finding.Broken("Venice knows the key and gives it no access. Look at the key's settings at venice.ai, or set another VENICE_API_KEY.");
            var ends = limits.KeyExpiration is { } end ? string.Create(CultureInfo.InvariantCulture, $" It ends on {end:yyyy-MM-dd}.") : "";
            return Finding.Ok($"{options.VeniceBase.Host} accepts the key{(limits.Tier is { } tier ? $" (tier {tier})" : "")}.{ends}");
        }
        catch (VeniceException e)
        {
            return Finding.Broken(e.Message);
        }
    }

    private static async Task<Finding> BalanceAsync(VeniceClient venice, CancellationToken ct)
    {
        try
        {
            var balance = await venice.Account.BalanceAsync(ct);
            var dollars = balance.UsdMicroDollars is { } micro ? (Math.Floor(micro / 10_000m) / 100m).ToString("$0.00", CultureInfo.InvariantCulture) : null;
            return balance.CanConsume
                ? Finding.Ok(dollars is null ? "The account can pay; Venice names no dollars." : $"The account can pay; it has {dollars}.")
                : Finding.Note($"The account cannot pay at the moment{(dollars is null ? "" : $" (it has {dollars})")}. Add credit at venice.ai before ordering.");
        }
        catch (VeniceException e)
        {
            return Finding.Note($"The balance could not be read: {e.Message}");
        }
    }

    /// <summary>Notes the time of day in an answer's Date header.</summary>
    private sealed class HeardClock(TimeProvider time) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
    {
        /// <summary>How far this machine's clock is ahead of the answering one; negative: behind. Null before any answer.</summary>
        public TimeSpan? Ahead { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var answer = await base.SendAsync(request, cancellationToken);
            if (answer.Headers.Date is { } date) Ahead = time.GetUtcNow() - date;
            return answer;
        }
    }
}
