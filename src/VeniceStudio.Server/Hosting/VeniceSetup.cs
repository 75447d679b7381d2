using VeniceStudio.Media.Ffmpeg;
using VeniceStudio.Server.Work;

namespace VeniceStudio.Server.Hosting;

public static class VeniceSetup
{
    public static void AddVenice(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<VeniceAddress>();
        services.AddSingleton<VeniceStanding>();
        services.AddSingleton<VeniceLink>();
        services.AddSingleton<VeniceWatch>();
        services.AddBackgroundWork<VeniceWatch>();
        services.AddSingleton(_ => FfmpegTools.Find() ?? new FfmpegTools());
        services.AddSingleton<ClipCheck>();
        services.AddSingleton<Poster>();
    }
}
