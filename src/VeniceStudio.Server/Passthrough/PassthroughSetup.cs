using Microsoft.Extensions.DependencyInjection.Extensions;
using VeniceStudio.Server.Hosting;

namespace VeniceStudio.Server.Passthrough;

public static class PassthroughSetup
{
    public static void AddPassthrough(this WebApplicationBuilder builder)
    {
        builder.Services.AddHttpForwarder();
        builder.Services.TryAddSingleton<VeniceAddress>();
        builder.Services.AddSingleton<VeniceForward>();
        builder.Services.AddSingleton<KnownVideoAnswers>();
        builder.Services.TryAddSingleton<IKnownVideos, KnownVideos>();
    }
}
