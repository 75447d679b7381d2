using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using VeniceStudio.Server.Hosting;

namespace VeniceStudio.Server.Accounts;

/// <summary>Answers those who may not come in with a problem, never with a redirect: the page decides where to go.</summary>
internal sealed class Refusals : IAuthorizationMiddlewareResultHandler
{
    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded) return next(context);
        if (authorizeResult.Forbidden)
        {
            return Problems.Of(403, "owners-only", "Only an owner of the studio may do this. Ask one of them.").ExecuteAsync(context);
        }
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return Problems.Of(401, "sign-in", context.Request.Headers.ContainsKey("Authorization")
            ? "This token is not known here, or it was revoked. Make a new one under Settings."
            : "Sign in to go on.").ExecuteAsync(context);
    }
}
