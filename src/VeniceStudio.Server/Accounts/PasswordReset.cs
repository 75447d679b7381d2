using VeniceStudio.Server.Data;
using VeniceStudio.Server.Hosting;

namespace VeniceStudio.Server.Accounts;

/// <summary>
/// The way back in for whoever forgot a password: a new one, printed once. Only who can run the program on the studio's own data can
/// ask for it, and that person could read the data anyway.
/// </summary>
internal static class PasswordReset
{
    private const int NoSuchAccount = 1, Letters = 16;

    /// <summary>Gives an account a new password and ends its sessions; 0 when done, 1 when nobody has that e-mail here.</summary>
    public static async Task<int> RunAsync(StudioOptions options, string email, TimeProvider time, TextWriter output, TextWriter errors, CancellationToken ct = default)
    {
        await using var db = new StudioDb(options.Database, time);
        await Migrations.ApplyAsync(db, ct);
        using var passwords = new Passwords();
        var password = Secret.New()[..Letters];
        var hash = await passwords.HashAsync(password, ct);
        await using var session = await db.BeginAsync(ct);
        if (await session.AccountByEmailAsync(Account.Normalise(email)) is not { } account)
        {
            await errors.WriteLineAsync($"Nobody has the email {email} in this studio. Check the spelling, and that STUDIO_DATA or DATABASE_URL is the studio's own.");
            return NoSuchAccount;
        }
        account.NewPassword(hash);
        await session.UpdateAsync(account);
        await session.CommitAsync();
        await output.WriteLineAsync($"The new password of {account.Email} is {password}");
        await output.WriteLineAsync("Every browser was signed out. Sign in with it, then choose your own under Settings.");
        return 0;
    }
}
