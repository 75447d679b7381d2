using VeniceStudio.Server.Data;
using VeniceStudio.Server.Hosting;

namespace VeniceStudio.Server.Events;

public static class EventsSetup
{
    public static void AddEvents(this WebApplicationBuilder builder, StudioOptions options)
    {
        builder.Services.AddSingleton<EventHub>();
        if (options.Database.PostgresConnection is null)
        {
            builder.Services.AddSingleton<IStudioEvents, LocalEvents>();
            return;
        }
        builder.Services.AddSingleton<SharedEvents>();
        builder.Services.AddSingleton<IStudioEvents>(services => services.GetRequiredService<SharedEvents>());
        builder.Services.AddHostedService(services => services.GetRequiredService<SharedEvents>());
    }
}
