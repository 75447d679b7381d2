using System.Diagnostics;
using System.Globalization;
using VeniceStudio.Server.Hosting;

namespace VeniceStudio.Tests.Library;

/// <summary>An S3 server of the tests' own, over HTTP, with its objects in a folder that a test may look into; it can be away for a while.</summary>
public sealed class S3Server : IAsyncDisposable
{
    public const string Bucket = "films";
    public const string Secret = "a-planted-secret-8d41f6";

    private const string Key = "STUDIO";

    private readonly string _folder = Directory.CreateTempSubdirectory("s3-test-").FullName;
    private Process? _process;
    private int _port;

    private static string Package => Environment.GetEnvironmentVariable("STUDIO_TEST_S3")
        ?? throw new InvalidOperationException("STUDIO_TEST_S3 is not set. Run the tests with ./studio test, which installs the server of tests/s3.");

    public S3Options Options => new()
    {
        Endpoint = new Uri($"http://127.0.0.1:{_port}"), Bucket = Bucket, Region = "us-east-1", AccessKeyId = Key, SecretAccessKey = Secret, Prefix = "venice/",
    };

    public async Task StartAsync()
    {
        Directory.CreateDirectory(Path.Combine(_folder, Bucket));
        var start = new ProcessStartInfo("node", [Path.Combine(Package, "serve.mjs"), _folder, _port.ToString(CultureInfo.InvariantCulture), Key, Secret])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true,
        };
        _process = Process.Start(start)!;
        var said = await _process.StandardOutput.ReadLineAsync();
        _port = int.Parse(said ?? throw new InvalidOperationException("The S3 server did not start."), CultureInfo.InvariantCulture);
    }

    /// <summary>Nothing answers on its port any more.</summary>
    public async Task StopAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    /// <summary>Where the bytes of an object lie, whether or not there are any.</summary>
    /// <param name="name">Its name below the prefix: that of the file below the data folder.</param>
    public string PathOf(string name) => Path.Combine(_folder, Bucket, Options.Prefix, name + "._S3rver_object");

    public bool Has(string name) => File.Exists(PathOf(name));

    public async ValueTask DisposeAsync()
    {
        if (_process is not null) await StopAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
