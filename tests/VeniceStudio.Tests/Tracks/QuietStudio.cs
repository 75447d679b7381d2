using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace VeniceStudio.Tests.Tracks;

/// <summary>A studio in which no loop runs by itself: the test takes the steps, and nothing happens in between.</summary>
public sealed class QuietSqlite : SqliteStudio
{
    protected override void Adjust(WebApplicationBuilder builder) => Quiet.Down(builder);
}

public sealed class QuietPostgres : PostgresStudio
{
    protected override void Adjust(WebApplicationBuilder builder) => Quiet.Down(builder);
}

internal static class Quiet
{
    public static void Down(WebApplicationBuilder builder)
    {
        foreach (var loop in builder.Services.Where(service => service.ServiceType == typeof(IHostedService)).ToList()) builder.Services.Remove(loop);
    }
}
