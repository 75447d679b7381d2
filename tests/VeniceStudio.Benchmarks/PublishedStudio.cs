using System.Globalization;

namespace VeniceStudio.Benchmarks;

/// <summary>Starts the published studio as its own process on a data folder.</summary>
internal static class PublishedStudio
{
    /// <summary>Returns when it says that it is ready.</summary>
    /// <param name="workshop">Where the build is.</param>
    /// <param name="data">The folder of rows and media.</param>
    /// <param name="venice">Venice's address; null rehearses with the built-in simulator.</param>
    public static Task<Running> StartAsync(Workshop workshop, string data, Uri? venice = null)
    {
        var port = Workshop.FreePort();
        var environment = new Dictionary<string, string>
        {
            ["PORT"] = port.ToString(CultureInfo.InvariantCulture),
            ["STUDIO_HOST"] = "127.0.0.1",
            ["STUDIO_DATA"] = data,
            ["LOG_LEVEL"] = "Warning",
        };
        if (venice is not null) (environment["VENICE_API_KEY"], environment["VENICE_BASE_URL"]) = ("bench", venice.AbsoluteUri);
        return Running.StartAsync("dotnet", [Path.Combine(workshop.App, "VeniceStudio.Server.dll"), "serve"], port, "/health/ready", environment, data);
    }
}
