using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using VeniceStudio.Server.Accounts;

namespace VeniceStudio.Server.Hosting;

/// <summary>
/// Rate limits per address, per account and per kind of call; a request needs all three. They stop a script that ran wild, not
/// a person, nor a room full of open pages behind one address. An event stream counts once, however long it stays open.
/// </summary>
internal static class RateLimits
{
    public static void Configure(RateLimiterOptions limiter, StudioOptions options)
    {
        var scale = options.RateFactor;
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = (rejected, _) => new ValueTask(RefuseAsync(rejected));
        limiter.GlobalLimiter = PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<HttpContext, string>(context => Bucket("address " + VisitorAddress.Of(context), CallKind.General.PerMinute * scale)),
            PartitionedRateLimiter.Create<HttpContext, string>(context => Member.From(context.User) is { } member
                ? Bucket("account " + member.Id, CallKind.General.PerMinute * scale)
                : RateLimitPartition.GetNoLimiter("nobody")),
            PartitionedRateLimiter.Create<HttpContext, string>(context => OfKind(context, scale)));
    }

    private static RateLimitPartition<string> OfKind(HttpContext context, double scale)
    {
        var kind = CallKind.Of(context.Request);
        if (kind == CallKind.General) return RateLimitPartition.GetNoLimiter(kind.Name);
        var who = kind.ByAddress || Member.From(context.User) is not { } member ? VisitorAddress.Of(context) : member.Id.ToString();
        return Bucket($"{kind.Name} {who}", kind.PerMinute * scale);
    }

    /// <summary>A minute's worth may come at once; then it comes back steadily.</summary>
    private static RateLimitPartition<string> Bucket(string name, double perMinute) => RateLimitPartition.GetTokenBucketLimiter(name, _ =>
    {
        var most = Math.Max(1, (int)perMinute);
        var everySecond = most / 60;
        return new TokenBucketRateLimiterOptions
        {
            TokenLimit = most,
            TokensPerPeriod = Math.Max(1, everySecond),
            ReplenishmentPeriod = everySecond >= 1 ? TimeSpan.FromSeconds(1) : TimeSpan.FromMinutes(1) / most,
        };
    });

    private static Task RefuseAsync(OnRejectedContext rejected)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(1);
        return Problems.TooMany(wait, "That was more than the studio takes at once. Wait {0}, then go on.").ExecuteAsync(rejected.HttpContext);
    }
}
