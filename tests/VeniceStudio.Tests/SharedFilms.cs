[assembly: AssemblyFixture(typeof(VeniceStudio.Tests.SharedFilms))]

namespace VeniceStudio.Tests;

/// <summary>Where simulators of all tests keep their finished clips: the same order is drawn once for all, and everything is gone afterwards.</summary>
public sealed class SharedFilms : IDisposable
{
    public static string Folder { get; } = Directory.CreateTempSubdirectory("studio-films-").FullName;

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
