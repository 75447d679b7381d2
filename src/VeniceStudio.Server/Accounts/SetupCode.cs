using System.Security.Cryptography;
using VeniceStudio.Server.Data;

namespace VeniceStudio.Server.Accounts;

/// <summary>
/// The one-time code that proves who started a fresh studio. 80 random bits in letters that are hard to confuse; its hash lies in the
/// settings, so that any process of the studio can check it, and each start replaces it.
/// </summary>
internal static class SetupCode
{
    private const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const string Row = "setup-code";

    public static string New() => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Letters, 4)));

    public static async Task SaveSetupCodeAsync(this DbSession session, string code)
    {
        await session.ForgetSetupCodeAsync();
        await session.ExecuteAsync("INSERT INTO settings (name, value) VALUES (@Row, @hash)", new { Row, hash = Secret.HashOf(Plain(code)) });
    }

    public static async Task<bool> SetupCodeFitsAsync(this DbSession session, string code) =>
        await session.OneAsync<string>("SELECT value FROM settings WHERE name = @Row", new { Row }) == Secret.HashOf(Plain(code));

    public static Task ForgetSetupCodeAsync(this DbSession session) => session.ExecuteAsync("DELETE FROM settings WHERE name = @Row", new { Row });

    /// <summary>As typed by a person: small letters, spaces, and the letters that stand for 0 and 1.</summary>
    private static string Plain(string code) => new([.. code.ToUpperInvariant()
        .Where(char.IsAsciiLetterOrDigit)
        .Select(letter => letter switch { 'O' => '0', 'I' or 'L' => '1', _ => letter })]);
}
