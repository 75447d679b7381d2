using System.Text.Json;
using VeniceStudio.Media.Audio;
using VeniceStudio.Media.Audio.Correcting;
using VeniceStudio.Media.Lyrics;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Tracks;

namespace VeniceStudio.Server.Storyboard;

/// <summary>A song as films are cut to it: heard, with its creator's corrections, and its words in time.</summary>
internal sealed record ProjectSong(Track Track, HeardSong Heard, IReadOnlyList<LyricLine> Lyrics)
{
    private const int LongestLyric = 200;

    /// <summary>A line counts for a stretch when it begins there, or sounds there for at least this long, in seconds.</summary>
    private const double Sounding = 0.3;

    /// <summary>What is sung in a stretch; null for nothing.</summary>
    public string? SungBetween(double start, double end)
    {
        var lines = Lyrics.Where(line => line.Start is { } from && !string.IsNullOrWhiteSpace(line.Text)
            && ((from >= start && from < end) || Math.Min(line.End ?? from, end) - Math.Max(from, start) >= Sounding));
        var text = string.Join(" / ", lines.Select(line => line.Text.Trim()));
        return text.Length == 0 ? null : text.Length <= LongestLyric ? text : text[..(LongestLyric - 1)] + "…";
    }
}

internal static class ProjectSongSql
{
    /// <summary>The song of a project; null while it has not been heard.</summary>
    public static async Task<ProjectSong?> ProjectSongAsync(this DbSession session, Guid track)
    {
        if (await session.TrackAsync(track) is not { HeardVersion: { } version } row) return null;
        if (await session.HearingAsync(row.Sha256, version) is not { } heard) return null;
        var lyrics = row.Lyrics is null ? [] : JsonSerializer.Deserialize<List<LyricLine>>(row.Lyrics, TrackJson.Options) ?? [];
        return new ProjectSong(row, Corrected.Of(StoredHearing.Read(heard), row.ReadCorrections()), lyrics);
    }
}
