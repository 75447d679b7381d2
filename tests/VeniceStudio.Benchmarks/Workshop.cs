using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace VeniceStudio.Benchmarks;

/// <summary>A temporary folder with what the benchmarks share: where the published studio is, files to send, ports to use.</summary>
internal sealed class Workshop(string app) : IDisposable
{
    private const int Chunk = 1 << 20;

    /// <summary>The folder of the published studio.</summary>
    public string App => app;

    public string Folder { get; } = Directory.CreateTempSubdirectory("studio-bench-").FullName;

    public string NewFolder(string name) => Directory.CreateDirectory(Path.Combine(Folder, $"{name}-{Guid.CreateVersion7():N}")).FullName;

    /// <summary>A file of random bytes, kept for the next benchmark that wants the same length.</summary>
    public string FileOf(int megabytes)
    {
        var path = Path.Combine(Folder, $"{megabytes}.mp4");
        if (File.Exists(path)) return path;
        using var file = File.Create(path);
        var chunk = RandomNumberGenerator.GetBytes(Chunk);
        for (var i = 0; i < megabytes; i++) file.Write(chunk);
        return path;
    }

    /// <summary>A port of loopback that was free a moment ago.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
