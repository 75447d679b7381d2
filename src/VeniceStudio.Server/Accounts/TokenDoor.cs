using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using VeniceStudio.Server.Data;

namespace VeniceStudio.Server.Accounts;

/// <summary>Lets a script in by <c>Authorization: Bearer vst_…</c>. A wrong token is nobody, also at this computer and beside a good cookie.</summary>
internal sealed class TokenDoor(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, StudioDb db)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <summary>When a token was last used is written at most this often: reading must not become writing.</summary>
    private static readonly TimeSpan UseIsNotedEvery = TimeSpan.FromMinutes(1);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var secret = Request.Headers.Authorization.ToString()["Bearer ".Length..].Trim();
        if (!secret.StartsWith(Secret.TokenPrefix, StringComparison.Ordinal)) return AuthenticateResult.Fail("Not a token of this studio.");
        if (await AccountOfAsync(Secret.HashOf(secret)) is not { } account) return AuthenticateResult.Fail("Unknown or revoked token.");
        return AuthenticateResult.Success(new AuthenticationTicket(account.ToPrincipal(Door.Token), Door.Token));
    }

    private async Task<Account?> AccountOfAsync(string hash)
    {
        ScriptToken? token;
        Account? account;
        DateTimeOffset now;
        await using (var session = await db.ReadAsync(Context.RequestAborted))
        {
            token = await session.TokenByHashAsync(hash);
            account = token is null ? null : await session.AccountAsync(token.AccountId);
            now = session.Now;
        }
        if (token is null || account is null || account.Disabled) return null;
        if (token.LastUsedAt is not { } used || now - used >= UseIsNotedEvery)
        {
            await using var session = await db.BeginAsync(Context.RequestAborted);
            await session.TokenUsedAsync(token.Id);
            await session.CommitAsync();
        }
        return account;
    }
}
