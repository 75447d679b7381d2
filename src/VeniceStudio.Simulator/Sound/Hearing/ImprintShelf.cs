using System.Collections.Concurrent;
using System.Text.Json;
using VeniceStudio.Simulator.Rendering;

namespace VeniceStudio.Simulator.Sound.Hearing;

/// <summary>Every sound that this simulator made, kept beside the files so that a restart forgets none.</summary>
internal sealed class ImprintShelf
{
    // Three minutes are 36 kB, and comparing with them took 20 ms when measured: that bounds how long a transcription may think.
    private const int Most = 200;
    private readonly string folder;
    private readonly Lazy<ConcurrentDictionary<string, Imprint>> imprints;

    public ImprintShelf(string folder)
    {
        this.folder = Directory.CreateDirectory(folder).FullName;
        imprints = new Lazy<ConcurrentDictionary<string, Imprint>>(() => new(Read().ToDictionary(imprint => imprint.Id)));
    }

    public IEnumerable<Imprint> All => imprints.Value.Values;

    public void Keep(Imprint imprint)
    {
        // Clicks and placeholders would be found in everything.
        if (imprint.Seconds < 0.5) return;
        imprints.Value[imprint.Id] = imprint;
        Whole.Write(PathOf(imprint.Id), JsonSerializer.SerializeToUtf8Bytes(imprint));
        if (imprints.Value.Count <= Most) return;
        var oldest = new DirectoryInfo(folder).GetFiles("*.json").MinBy(file => file.LastWriteTimeUtc)!;
        imprints.Value.TryRemove(Path.GetFileNameWithoutExtension(oldest.Name), out _);
        oldest.Delete();
    }

    private IEnumerable<Imprint> Read()
    {
        foreach (var path in Directory.EnumerateFiles(folder, "*.json"))
        {
            Imprint? imprint = null;
            try
            {
                imprint = JsonSerializer.Deserialize<Imprint>(File.ReadAllBytes(path));
            }
            catch (JsonException)
            {
                // Written by another edition: that sound is a stranger from now on.
            }
            if (imprint is not null) yield return imprint;
        }
    }

    private string PathOf(string id) => Path.Combine(folder, id + ".json");
}
