using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using VeniceStudio.Server.Data;

namespace VeniceStudio.Server.Accounts;

/// <summary>
/// A session lives in the cookie, and the row decides on each request whether it still counts: a changed password, a disabled
/// account or another role take effect with the next request. One indexed read; caching it would leave a revoked session open.
/// </summary>
internal sealed class CookieDoor(StudioDb db) : CookieAuthenticationEvents
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    public static void Configure(CookieAuthenticationOptions cookie)
    {
        cookie.Cookie.Name = Door.CookieName;
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.ExpireTimeSpan = Lifetime;
        cookie.SlidingExpiration = true;
        cookie.EventsType = typeof(CookieDoor);
    }

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var account = await RowOfAsync(context.Principal, context.HttpContext.RequestAborted);
        if (account is null || account.Disabled || account.Stamp != context.Principal?.FindFirstValue(Account.StampClaim))
        {
            context.RejectPrincipal();
            return;
        }
        context.ReplacePrincipal(account.ToPrincipal(Door.Cookie));
    }

    private async Task<Account?> RowOfAsync(ClaimsPrincipal? principal, CancellationToken ct)
    {
        if (!Guid.TryParse(principal?.FindFirstValue(ClaimTypes.NameIdentifier), out var id)) return null;
        await using var session = await db.ReadAsync(ct);
        return await session.AccountAsync(id);
    }
}

internal static class CookieDoorContext
{
    /// <summary>Signs the account in: this answer carries the cookie, and the rest of the request is theirs.</summary>
    public static async Task EnterAsync(this HttpContext context, Account account)
    {
        context.User = account.ToPrincipal(Door.Cookie);
        await context.SignInAsync(Door.Cookie, context.User, new AuthenticationProperties { IsPersistent = true });
    }
}
