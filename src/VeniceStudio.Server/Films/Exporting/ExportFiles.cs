using VeniceStudio.Server.Hosting;

namespace VeniceStudio.Server.Films;

/// <summary>Where exports lie: each under its id, whole or not there.</summary>
public sealed class ExportFiles(StudioOptions options)
{
    public string Folder { get; } = Path.Combine(options.DataFolder, "exports");

    public string PathOf(Export export) => Path.Combine(Folder, export.Id + export.Extension);
}
