using VeniceStudio.Tests.Hardship;

namespace VeniceStudio.Tests.Hosting;

/// <summary>A studio that has only been started is small and quick because it has loaded little; one early question can undo that.</summary>
public sealed class AtRest : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("studio-rest-").FullName;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_start_loads_nothing_that_only_some_visitors_need()
    {
        using var server = ServerProcess.Start(_folder, new Dictionary<string, string>());
        using var nobody = new HttpClient { BaseAddress = await server.OpenAsync(Ct) };
        await nobody.GetAsync("/health/ready", Ct).OkAsync();

        string[] programs = ["Swashbuckle", "Microsoft.OpenApi", "Identity.Core", "libcrypto", "Npgsql"];
        Assert.DoesNotContain(programs, server.HasLoaded);
        await server.KillAsync();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
