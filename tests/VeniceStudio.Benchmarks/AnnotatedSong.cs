using System.Text;
using System.Text.Json;

namespace VeniceStudio.Benchmarks;

/// <summary>A song whose beats are known, from a folder with <c>wav</c> and <c>truth</c> in it.</summary>
internal sealed record AnnotatedSong(string Id, string Genre, string Path, IReadOnlyList<double> Beats, IReadOnlyList<double>? Downbeats, double Tempo, double Seconds)
{
    /// <summary>True for three and six and twelve quavers that are felt in threes.</summary>
    public bool IsCompound => Genre.Contains("/8", StringComparison.Ordinal);

    /// <summary>
    /// No threshold was chosen by these: the half with an odd CRC-32 of their name. Variants go with the song that they are made from.
    /// </summary>
    public bool WasNotTunedOn => (Crc(Encoding.UTF8.GetBytes(Id.Split('+')[0])) & 1) == 1;

    public static IEnumerable<AnnotatedSong> AllIn(string folder) =>
        from file in Directory.GetFiles(System.IO.Path.Combine(folder, "truth"), "*.json").Order(StringComparer.Ordinal)
        select Read(folder, file);

    /// <summary>Numbers of an array; null where there is none.</summary>
    public static IReadOnlyList<double>? Numbers(JsonElement song, string name) =>
        song.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray().Select(number => number.GetDouble())] : null;

    private static AnnotatedSong Read(string folder, string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(file));
        var (song, id) = (json.RootElement, System.IO.Path.GetFileNameWithoutExtension(file));
        return new AnnotatedSong(
            id, song.GetProperty("genre").GetString()!, System.IO.Path.Combine(folder, "wav", id + ".wav"),
            Numbers(song, "beats")!, Numbers(song, "downbeats"), song.GetProperty("bpm").GetDouble(), song.GetProperty("dur").GetDouble());
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++) crc = (crc >> 1) ^ (0xEDB88320 & (0 - (crc & 1)));
        }
        return ~crc;
    }
}
