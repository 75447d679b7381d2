using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;

namespace VeniceStudio.Server.Accounts;

public static class AccountsSetup
{
    /// <summary>Registers who may come in, and how. What is not marked open is closed: also a route that forgot to say so.</summary>
    public static void AddAccounts(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<Passwords>();
        services.AddSingleton<SignInThrottle>();
        services.AddSingleton<CookieDoor>();
        services.AddHostedService<FirstOwner>();

        services.AddDataProtection().SetApplicationName("venice-studio");
        services.AddSingleton<IXmlRepository, ProtectionKeys>();
        services.AddOptions<KeyManagementOptions>().Configure<IXmlRepository>((keys, rows) => keys.XmlRepository = rows);

        services.AddAuthentication(Door.Any)
            .AddPolicyScheme(Door.Any, null, any => any.ForwardDefaultSelector = Door.Of)
            .AddCookie(Door.Cookie, CookieDoor.Configure)
            .AddScheme<AuthenticationSchemeOptions, TokenDoor>(Door.Token, null)
            .AddScheme<AuthenticationSchemeOptions, LocalDoor>(Door.Local, null);
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
            .AddPolicy("owner", policy => policy.RequireAuthenticatedUser().RequireRole(nameof(MemberRole.Owner)));
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, Refusals>();
        services.AddSingleton<IAuthorizationPolicyProvider, PoliciesOnDemand>();
        // The framework reads the key ring before it listens; the first cookie is early enough, and the start does not wait for it.
        // Last, since authentication brings it along once more.
        foreach (var eager in services.Where(service => service.ImplementationType?.Name == "DataProtectionHostedService").ToList()) services.Remove(eager);
    }

    /// <summary>
    /// The framework's cache of policies builds every route while the studio starts, and routing builds them again at the first
    /// request. Putting two requirements together for each request costs a microsecond.
    /// </summary>
    private sealed class PoliciesOnDemand(IOptions<AuthorizationOptions> options) : DefaultAuthorizationPolicyProvider(options)
    {
        public override bool AllowsCachingPolicies => false;
    }
}
