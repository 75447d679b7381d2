using Microsoft.AspNetCore.Antiforgery;

namespace VeniceStudio.Server.Hosting;

/// <summary>
/// The token that a browser's writes carry. It lies in a cookie that the page can read, and the page sends it back as a header, which a
/// strange site can do neither of.
/// </summary>
internal static class WriteToken
{
    public const string Cookie = "XSRF-TOKEN";
    public const string Header = "X-XSRF-TOKEN";

    public static void Configure(AntiforgeryOptions options)
    {
        options.HeaderName = Header;
        options.Cookie.Name = "studio-xsrf";
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.SuppressXFrameOptionsHeader = true;   // SecurityHeaders says it, for every answer
        options.SuppressReadingTokenFromFormBody = true;
    }

    /// <summary>Gives the page a fresh token for whoever is signed in now.</summary>
    public static void Give(HttpContext context)
    {
        var tokens = Of(context).GetAndStoreTokens(context);
        context.Response.Cookies.Append(Cookie, tokens.RequestToken!, new CookieOptions
        {
            HttpOnly = false,
            Secure = context.Request.IsHttps,
            SameSite = SameSiteMode.Strict,
            Path = "/",
        });
    }

    public static Task<bool> IsRightAsync(HttpContext context) => Of(context).IsRequestValidAsync(context);

    // Asked for with the first token and not at the start: it brings the cryptographic libraries with it.
    private static IAntiforgery Of(HttpContext context) => context.RequestServices.GetRequiredService<IAntiforgery>();
}
