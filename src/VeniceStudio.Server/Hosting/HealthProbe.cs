using System.Net.Sockets;

namespace VeniceStudio.Server.Hosting;

/// <summary>Asks the studio on this machine whether it is ready, for a container's health check: its image then needs no other program.</summary>
internal static class HealthProbe
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>0: ready, or ready with a warning. 1: not. What the studio said is printed.</summary>
    public static async Task<int> RunAsync(StudioOptions options)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { Timeout = Patience };
        try
        {
            using var answer = await http.GetAsync(AddressOf(options));
            Console.WriteLine(await answer.Content.ReadAsStringAsync());
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception e) when (e is HttpRequestException or SocketException or OperationCanceledException)
        {
            Console.WriteLine($"Nothing answers on port {options.Port}.");
            return 1;
        }
    }

    internal static Uri AddressOf(StudioOptions options)
    {
        var everywhere = options.Host is "localhost" or "0.0.0.0" or "::" or "[::]" or "*" or "+";
        var host = everywhere ? "127.0.0.1" : options.Host.Contains(':', StringComparison.Ordinal) && options.Host[0] != '[' ? $"[{options.Host}]" : options.Host;
        return new Uri($"http://{host}:{options.Port}/health/ready");
    }
}
