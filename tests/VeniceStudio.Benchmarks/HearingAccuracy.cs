using System.Globalization;
using VeniceStudio.Media.Audio;
using VeniceStudio.Media.Ffmpeg;

namespace VeniceStudio.Benchmarks;

/// <summary>How well annotated songs are heard: all of them, the half that numbers were chosen by, and the other; each beside the peers on the same files.</summary>
internal sealed class HearingAccuracy
{
    private readonly Dictionary<string, BeatScore> _ours = [];
    private readonly IReadOnlyList<AnnotatedSong> _songs;
    private readonly IReadOnlyList<BeatPeer> _peers;

    private HearingAccuracy(IReadOnlyList<AnnotatedSong> songs, IReadOnlyList<BeatPeer> peers) => (_songs, _peers) = (songs, peers);

    public static async Task<IReadOnlyList<Measure>> RunAsync(Workshop workshop, string set)
    {
        var songs = AnnotatedSong.AllIn(set).ToList();
        var accuracy = new HearingAccuracy(songs, await BeatPeer.AllAsync(workshop, songs));
        await accuracy.HearAsync();
        return
        [
            .. accuracy.Rows("all songs", _ => true, promised: true),
            .. accuracy.Rows("half it was tuned on", song => !song.WasNotTunedOn, promised: false),
            .. accuracy.Rows("half not tuned on", song => song.WasNotTunedOn, promised: false),
            accuracy.Row("beat F, compound metres", song => song.IsCompound, score => score.F, 0.75),
            .. accuracy._peers.Select(peer => new Measure($"speed of {peer.Name} on these songs", "", $"{peer.Speed:0} x real time", "-", "", null)),
        ];
    }

    private async Task HearAsync()
    {
        var hearing = new SongHearing(new FfmpegTools());
        foreach (var song in _songs)
        {
            var grid = (await hearing.HearAsync(song.Path, null, CancellationToken.None)).Grid;
            double[] beats = [.. grid.Beats.Select(beat => beat.Seconds)], ones = [.. grid.Beats.Where(beat => beat.IsDownbeat).Select(beat => beat.Seconds)];
            _ours[song.Id] = BeatScore.Of(song, beats, ones, grid.Tempo);
        }
    }

    private IEnumerable<Measure> Rows(string which, Func<AnnotatedSong, bool> chosen, bool promised) =>
    [
        Row($"beat F, {which} ({_songs.Count(chosen)})", chosen, score => score.F, promised ? 0.88 : null),
        Row($"CMLt, {which}", chosen, score => score.Continuity, promised ? 0.78 : null),
        Row($"downbeat F, {which}", chosen, score => score.DownbeatF, promised ? 0.78 : null),
        Row($"tempo within 4 %, {which}", chosen, score => score.Acc1, promised ? 0.85 : null),
        OffsetRow($"offset, {which}", chosen, promised),
    ];

    private Measure Row(string what, Func<AnnotatedSong, bool> chosen, Func<BeatScore, double?> of, double? least)
    {
        var mean = Mean(_ours, chosen, of) ?? 0;
        return new(what, Number(mean), Beside(chosen, of, "0.000"), "-", least is { } floor ? $">= {floor:0.00}" : "", least is null ? null : mean >= least);
    }

    private Measure OffsetRow(string what, Func<AnnotatedSong, bool> chosen, bool promised)
    {
        var offset = Mean(_ours, chosen, score => score.Offset) ?? 0;
        return new(what, $"{offset:0.0} ms", Beside(chosen, score => score.Offset, "0.0 ms"), "-", promised ? "within 3 ms" : "", promised ? Math.Abs(offset) <= 3 : null);
    }

    private string Beside(Func<AnnotatedSong, bool> chosen, Func<BeatScore, double?> of, string format) =>
        string.Join(", ", _peers.Select(peer => $"{peer.Name} {(Mean(peer.Scores, chosen, of) is { } mean ? mean.ToString(format, CultureInfo.InvariantCulture) : "tells none")}"));

    private double? Mean(IReadOnlyDictionary<string, BeatScore> scores, Func<AnnotatedSong, bool> chosen, Func<BeatScore, double?> of)
    {
        var known = _songs.Where(chosen).Select(song => of(scores[song.Id])).OfType<double>().ToList();
        return known.Count == 0 ? null : known.Average();
    }

    private static string Number(double mean) => mean.ToString("0.000", CultureInfo.InvariantCulture);
}
