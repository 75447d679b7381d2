using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace VeniceStudio.Server.Accounts;

/// <summary>
/// Hashes and checks passwords (PBKDF2, HMAC-SHA-512). A check is slow on purpose, so it runs on the pool, and as many at a time
/// as there are processors: a flood of sign-ins cannot starve those who are already in.
/// </summary>
internal sealed class Passwords : IDisposable
{
    /// <summary>OWASP's number for PBKDF2 with HMAC-SHA-512.</summary>
    private const int Iterations = 210_000;

    private readonly SemaphoreSlim _seats = new(Environment.ProcessorCount);
    private readonly Lazy<string> _decoy = new(() => Slow.Hash(Secret.New()));

    public Task<string> HashAsync(string password, CancellationToken ct) => AtASeatAsync(() => Slow.Hash(password), ct);

    /// <summary>Checks a password. Without a hash (nobody has that e-mail) it does the same work and says no.</summary>
    public Task<PasswordVerificationResult> CheckAsync(string? hash, string password, CancellationToken ct) => AtASeatAsync(
        () =>
        {
            var result = Slow.Check(hash ?? _decoy.Value, password);
            return hash is null ? PasswordVerificationResult.Failed : result;
        }, ct);

    private async Task<T> AtASeatAsync<T>(Func<T> work, CancellationToken ct)
    {
        await _seats.WaitAsync(ct);
        try
        {
            return await Task.Run(work, ct);
        }
        finally
        {
            _seats.Release();
        }
    }

    public void Dispose() => _seats.Dispose();

    /// <summary>Apart, for whoever signs in first: it brings the cryptographic libraries with it, some five megabytes of a studio at rest.</summary>
    private static class Slow
    {
        private static readonly object Nobody = new();
        private static readonly PasswordHasher<object> Hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Iterations }));

        public static string Hash(string password) => Hasher.HashPassword(Nobody, password);

        public static PasswordVerificationResult Check(string hash, string password) => Hasher.VerifyHashedPassword(Nobody, hash, password);
    }
}
