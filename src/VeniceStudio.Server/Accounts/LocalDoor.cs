using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using VeniceStudio.Server.Data;

namespace VeniceStudio.Server.Accounts;

/// <summary>
/// Lets in whoever sits at the studio's own computer, as its owner. A good session cookie goes first, so that somebody else can
/// still sign in there; a stale one (cookies of localhost are shared by all ports) is passed over.
/// </summary>
internal sealed class LocalDoor(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, StudioDb db)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Cookies.ContainsKey(Door.CookieName) && await Context.AuthenticateAsync(Door.Cookie) is { Succeeded: true } session)
        {
            return session;
        }
        var owner = await OwnerAsync(Context.RequestAborted);
        return AuthenticateResult.Success(new AuthenticationTicket(owner.ToPrincipal(Door.Local), Door.Local));
    }

    private async Task<Account> OwnerAsync(CancellationToken ct)
    {
        await using (var reader = await db.ReadAsync(ct))
        {
            if (await reader.LocalAccountAsync() is { } known) return known;
        }

        // First visit. Two at once meet at the lock, and the second finds the row of the first.
        await using var session = await db.BeginAsync(ct);
        await session.LockOwnersAsync();
        if (await session.LocalAccountAsync() is { } made) return made;
        var owner = await session.FirstOwnerAsync();
        if (owner is not null)
        {
            owner.BecameLocal();
            await session.UpdateAsync(owner);
        }
        else
        {
            owner = Account.OfThisComputer(session.Now);
            await session.InsertAsync(owner);
        }
        await session.CommitAsync();
        return owner;
    }
}
