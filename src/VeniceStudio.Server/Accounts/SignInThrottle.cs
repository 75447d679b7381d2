using VeniceStudio.Server.Hosting;

namespace VeniceStudio.Server.Accounts;

/// <summary>
/// Slows guessing down: after a few failures each further one doubles the wait. Per e-mail the wait ends at a minute, since a longer
/// one would let a stranger lock an owner out; per address, where only the guesser suffers, at a quarter of an hour. Kept in memory:
/// a restart forgives, and each process of the studio counts for itself.
/// </summary>
internal sealed class SignInThrottle(TimeProvider time)
{
    private const int FreePerEmail = 5;
    private const int FreePerAddress = 15;
    private const int MostEntries = 20_000;
    private static readonly TimeSpan LongestPerEmail = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestPerAddress = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan ForgottenAfter = TimeSpan.FromHours(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Entry> _entries = [];

    /// <summary>The two names under which an attempt counts.</summary>
    public readonly record struct Keys(string Email, string Address);

    public static Keys KeysOf(HttpContext context, string email) =>
        new("email " + email, "address " + VisitorAddress.Of(context));

    /// <summary>
    /// Begins an attempt: answers how long the visitor has to wait, or null and counts it as failed until <see cref="Succeeded"/> says
    /// otherwise. Counting before the slow check makes a hundred guesses at once a hundred guesses.
    /// </summary>
    public TimeSpan? Begin(Keys keys)
    {
        var now = time.GetUtcNow();
        lock (_gate)
        {
            var until = Later(Of(keys.Email)?.BlockedUntil, Of(keys.Address)?.BlockedUntil);
            if (until > now) return until - now;
            if (_entries.Count >= MostEntries) Forget(now);
            Count(keys.Email, FreePerEmail, LongestPerEmail, now);
            Count(keys.Address, FreePerAddress, LongestPerAddress, now);
            return null;
        }
    }

    /// <summary>
    /// Forgets the failures of this e-mail, and takes only those off the address: somebody with an account of their own cannot buy
    /// free guesses at another's by signing in between.
    /// </summary>
    public void Succeeded(Keys keys)
    {
        lock (_gate)
        {
            if (!_entries.Remove(keys.Email, out var own)) return;
            if (Of(keys.Address) is not { } address) return;
            address.Failures -= own.Failures;
            address.BlockedUntil = default;
            if (address.Failures <= 0) _entries.Remove(keys.Address);
        }
    }

    private Entry? Of(string key) => _entries.GetValueOrDefault(key);

    private void Count(string key, int free, TimeSpan longest, DateTimeOffset now)
    {
        if (Of(key) is not { } entry || now - entry.Last > ForgottenAfter) _entries[key] = entry = new Entry();
        entry.Failures++;
        entry.Last = now;
        if (entry.Failures < free) return;
        var seconds = Math.Min(Math.Pow(2, Math.Min(entry.Failures - free, 20)), longest.TotalSeconds);
        entry.BlockedUntil = now + TimeSpan.FromSeconds(seconds);
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var (key, entry) in _entries.ToList())
        {
            if (now - entry.Last > ForgottenAfter) _entries.Remove(key);
        }
        if (_entries.Count >= MostEntries) _entries.Clear();
    }

    private static DateTimeOffset? Later(DateTimeOffset? one, DateTimeOffset? other) => one is null || other > one ? other : one;

    private sealed class Entry
    {
        public int Failures { get; set; }
        public DateTimeOffset Last { get; set; }
        public DateTimeOffset BlockedUntil { get; set; }
    }
}
