using System.Text.Json;
using VeniceStudio.Media.Audio;

namespace VeniceStudio.Server.Tracks;

/// <summary>A heard song as it lies in its row: times to a tenth of a millisecond, which is far below what can be heard. 20 minutes take some 40 KB.</summary>
internal sealed record StoredHearing(
    double Duration, int Meter, double Tempo, double Confidence, IReadOnlyList<TempoPoint> TempoCurve, IReadOnlyList<Stretch> Stretches,
    IReadOnlyList<double> Beats, IReadOnlyList<int> Positions, IReadOnlyList<Section> Sections)
{
    public static string Write(HeardSong song) => JsonSerializer.Serialize(
        new StoredHearing(
            song.Duration, song.Grid.Meter, song.Grid.Tempo, song.Grid.Confidence, song.Grid.TempoCurve, song.Grid.Stretches,
            [.. song.Grid.Beats.Select(beat => Math.Round(beat.Seconds, 4))], [.. song.Grid.Beats.Select(beat => beat.Position)], song.Sections),
        TrackJson.Options);

    public static HeardSong Read(string text)
    {
        var stored = JsonSerializer.Deserialize<StoredHearing>(text, TrackJson.Options) ?? throw new JsonException("A stored hearing is empty.");
        var beats = stored.Beats.Zip(stored.Positions, (at, position) => new Beat(at, position)).ToList();
        return new HeardSong(
            stored.Duration, new BeatGrid(beats, stored.Meter, stored.Tempo, stored.TempoCurve, stored.Confidence, stored.Stretches), stored.Sections);
    }
}
