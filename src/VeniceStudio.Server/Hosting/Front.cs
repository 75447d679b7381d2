using System.IO.Compression;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using VeniceStudio.Server.Accounts;
using VeniceStudio.Server.Work;

namespace VeniceStudio.Server.Hosting;

/// <summary>Everything that stands between the network and a handler, in one place, because its order is what makes it safe.</summary>
public static class Front
{
    private static readonly TimeSpan ShutdownTakes = TimeSpan.FromSeconds(10);

    public static void AddFront(this WebApplicationBuilder builder, StudioOptions options)
    {
        var services = builder.Services;
        builder.AddStudioLog(options);
        builder.AddHealth();
        builder.WebHost.ConfigureKestrel(Configure);
        services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownTakes);
        services.Configure<RouteHandlerOptions>(route => route.ThrowOnBadRequest = true);   // Failures finds the words
        services.Configure<FormOptions>(form => form.MultipartBodyLengthLimit = long.MaxValue);   // BodyLimits holds the limit
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, ApiJson.Default));
        services.AddProblemDetails(problems => problems.CustomizeProblemDetails = ProblemShape.Apply);
        services.AddAntiforgery(WriteToken.Configure);
        services.AddRateLimiter(limiter => RateLimits.Configure(limiter, options));
        services.AddResponseCompression(Configure);
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);
        if (options.TrustProxy) services.Configure<ForwardedHeadersOptions>(Configure);
    }

    /// <summary>What every request passes on its way in, outermost first.</summary>
    public static void UseFront(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<StudioOptions>();
        var developing = IsDeveloping(app.Environment);
        UseFirstAnswer(app);
        if (options.TrustProxy) app.UseForwardedHeaders();
        app.UseMiddleware<RequestLog>();
        app.UseMiddleware<SecurityHeaders>(developing);
        app.UseMiddleware<Failures>();
        app.UseStatusCodePages(pages => FindWordsAsync(pages.HttpContext));
        app.UseHealth();
        if (developing) app.MapWhen(context => !ClientFiles.IsServers(context.Request.Path), UseDevelopmentServer);
        else app.UseMiddleware<ClientFiles>();
        app.UseRouting();
        app.UseMiddleware<RoutingRefusals>();
        app.UseWhen(MayBeCompressed, branch => branch.UseResponseCompression());
        app.UseMiddleware<BodyLimits>();
        app.UseMiddleware<KeysAtHand>();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseMiddleware<CrossSite>();
    }

    private static void UseFirstAnswer(WebApplication app)
    {
        var first = app.Services.GetRequiredService<FirstAnswer>();
        app.Use(next => async context =>
        {
            await next(context);
            first.Given();
        });
    }

    /// <summary>Says in words what a handler, or the framework, left at a bare status.</summary>
    private static Task FindWordsAsync(HttpContext context)
    {
        var status = context.Response.StatusCode;
        if (status == StatusCodes.Status413PayloadTooLarge) return BodyLimits.RefuseAsync(context);
        var (type, sentence) = ProblemShape.WordsFor(status);
        return Problems.Of(status, type, sentence).ExecuteAsync(context);
    }

    private static bool IsDeveloping(IHostEnvironment environment) =>
        environment.IsDevelopment() || Environment.GetEnvironmentVariable("STUDIO_DEV_CLIENT") == "1";

    private static void UseDevelopmentServer(IApplicationBuilder app) =>
        app.UseSpa(spa => spa.UseProxyToSpaDevelopmentServer("http://localhost:5173"));

    private static bool MayBeCompressed(HttpContext context) =>
        context.GetEndpoint()?.Metadata is not { } about || (about.GetMetadata<CarriesASecret>() is null && about.GetMetadata<NeverCompressed>() is null);

    private static void Configure(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = 1024 * 1024;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        // A paused player or a phone in a tunnel reads nothing for a while; cutting it off would cost the download.
        kestrel.Limits.MinResponseDataRate = null;
    }

    private static void Configure(ResponseCompressionOptions compression)
    {
        compression.EnableForHttps = true;
        // Text that is made for each answer. Event streams and media stay as they are: packing would hold them back.
        compression.MimeTypes = ["application/json", "application/problem+json", "text/plain", "text/html", "text/css", "text/javascript"];
    }

    private static void Configure(ForwardedHeadersOptions forwarded)
    {
        forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
        // The proxy's own address is not known beforehand. Only its last entry is read: earlier ones are the visitor's own words.
        forwarded.ForwardLimit = 1;
        forwarded.KnownIPNetworks.Clear();
        forwarded.KnownProxies.Clear();
    }
}
