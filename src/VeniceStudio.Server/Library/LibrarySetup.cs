using Microsoft.Extensions.DependencyInjection.Extensions;
using Swashbuckle.AspNetCore.SwaggerGen;
using VeniceStudio.Media.Ffmpeg;

namespace VeniceStudio.Server.Library;

public static class LibrarySetup
{
    public static void AddLibrary(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<MediaStore>();
        services.AddSingleton<MediaDataUrl>();
        services.AddSingleton<Uploads>();
        services.AddSingleton<Reclaim>();
        services.AddSingleton<Sweep>();
        services.AddHostedService<RetentionSweep>();
        services.TryAddSingleton(_ => FfmpegTools.Find() ?? new FfmpegTools());
        services.TryAddSingleton<KeepClipsDays>(_ => _ => Task.FromResult<int?>(null));
        services.ConfigureSwaggerGen(swagger => swagger.OperationFilter<UploadBody>());
    }
}
