using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using VeniceStudio.Media.Ffmpeg;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Hosting;

namespace VeniceStudio.Server.Library;

public static class LibrarySetup
{
    public static void AddLibrary(this WebApplicationBuilder builder, StudioOptions options)
    {
        var services = builder.Services;
        services.AddSingleton<MediaStore>();
        if (options.S3 is not null) AddVault(services);
        services.AddSingleton<MediaDataUrl>();
        services.AddSingleton<Uploads>();
        services.AddSingleton<ResumableUploads>();
        services.AddSingleton<Reclaim>();
        services.AddSingleton<Sweep>();
        services.AddHostedService<RetentionSweep>();
        services.TryAddSingleton(_ => FfmpegTools.Find() ?? new FfmpegTools());
        services.AddSingleton<KeepClipsDays>(provider => async ct =>
        {
            await using var session = await provider.GetRequiredService<StudioDb>().ReadAsync(ct);
            return (await session.SettingsAsync()).KeepClipsDays;
        });
        // The address of a ZIP of 200 clips has 8.2 KB, a little over what Kestrel reads unasked.
        services.Configure<KestrelServerOptions>(kestrel => kestrel.Limits.MaxRequestLineSize = 16 * 1024);
    }

    /// <summary>Only where a store is set: without one nothing of its client is even loaded.</summary>
    private static void AddVault(IServiceCollection services)
    {
        services.AddSingleton<MediaVault>();
        services.AddSingleton<CacheTrim>();
        services.AddSingleton<VaultRounds>();
        services.AddSingleton<VaultHealth>();
        services.AddHostedService(provider => provider.GetRequiredService<VaultRounds>());
        services.AddHealthChecks().AddCheck<VaultHealth>("s3", HealthStatus.Degraded);
    }
}
