using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Swashbuckle.AspNetCore.SwaggerGen;
using VeniceStudio.Media.Ffmpeg;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Hosting;

namespace VeniceStudio.Server.Library;

public static class LibrarySetup
{
    public static void AddLibrary(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<MediaStore>();
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
        services.ConfigureSwaggerGen(swagger => swagger.OperationFilter<UploadBody>());
    }
}
