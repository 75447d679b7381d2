using VeniceStudio.Server.Data;

namespace VeniceStudio.Server.Tracks;

/// <summary>What was heard, by content and analyser.</summary>
internal static class HearingSql
{
    public static Task<string?> HearingAsync(this DbSession session, string sha256, int version) => session.OneAsync<string?>(
        "SELECT song FROM hearings WHERE sha256 = @sha256 AND analyser_version = @version", new { sha256, version });

    public static Task KeepHearingAsync(this DbSession session, string sha256, int version, string song) => session.ExecuteAsync(
        """
        INSERT INTO hearings (sha256, analyser_version, song, heard_at) VALUES (@sha256, @version, @song, @Now)
        ON CONFLICT (sha256, analyser_version) DO UPDATE SET song = excluded.song, heard_at = excluded.heard_at
        """, new { sha256, version, song, session.Now });

    /// <summary>The song at a glance, base64; null before somebody asked for it.</summary>
    public static Task<string?> ShapeAsync(this DbSession session, string sha256, int version) => session.OneAsync<string?>(
        "SELECT shape FROM hearings WHERE sha256 = @sha256 AND analyser_version = @version", new { sha256, version });

    public static Task KeepShapeAsync(this DbSession session, string sha256, int version, string shape) => session.ExecuteAsync(
        "UPDATE hearings SET shape = @shape WHERE sha256 = @sha256 AND analyser_version = @version", new { sha256, version, shape });

    /// <summary>Which of these contents were heard by any analyser.</summary>
    public static async Task<HashSet<string>> HeardContentsAsync(this DbSession session, IReadOnlyList<string> sha256)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var one in sha256)
            if (await session.OneAsync<long>("SELECT COUNT(*) FROM hearings WHERE sha256 = @one", new { one }) > 0) known.Add(one);
        return known;
    }
}
