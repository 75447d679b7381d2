using VeniceStudio.Media.Audio;

namespace VeniceStudio.Tests.Media;

/// <summary>A song that was never played: beats and sections as they would have been heard.</summary>
internal sealed record CutSong(string Name, HeardSong Song)
{
    private static readonly (SectionRole Role, double Energy)[] Roles =
    [
        (SectionRole.Intro, 0.2), (SectionRole.Verse, 0.45), (SectionRole.PreChorus, 0.6), (SectionRole.Chorus, 0.95), (SectionRole.Verse, 0.5),
        (SectionRole.Chorus, 1), (SectionRole.Bridge, 0.3), (SectionRole.Drop, 0.9), (SectionRole.Break, 0.05), (SectionRole.Outro, 0.25),
    ];

    /// <summary>Made of bars: metre, beats a minute (which may change with the seconds) and the bars of each section in turn.</summary>
    /// <param name="name">For messages of tests.</param>
    /// <param name="duration">Seconds.</param>
    /// <param name="tempo">Beats a minute at a moment.</param>
    /// <param name="meter">Beats in a bar; 0 for beats without bars.</param>
    /// <param name="bars">Bars of the sections, over and over until the song is full.</param>
    /// <param name="first">Seconds of the first downbeat: silence before it, or an upbeat.</param>
    /// <param name="shake">Milliseconds that beats lie beside the grid, as a human drummer's do.</param>
    /// <param name="quiet">Parts without beats.</param>
    public static CutSong OfBars(
        string name, double duration, Func<double, double> tempo, int meter, int[] bars, double first = 0, double shake = 0,
        (double Start, double End)[]? quiet = null)
    {
        var random = new Random(name.Length * 7919 + (int)duration);
        var (beats, starts) = (new List<Beat>(), new List<double> { 0 });
        var inBar = meter == 0 ? 4 : meter;
        var nextChange = bars[0];
        for (var (at, count) = (first, 0); at < duration; at += 60 / tempo(at), count++)
        {
            var seconds = at + shake / 1000 * (2 * random.NextDouble() - 1);
            if (seconds < 0 || seconds >= duration) continue;
            var changes = count % inBar == 0 && count / inBar == nextChange;
            if (changes) nextChange += bars[starts.Count % bars.Length];
            if (quiet?.Any(part => seconds >= part.Start && seconds < part.End) == true) continue;
            beats.Add(new Beat(seconds, meter == 0 ? 0 : count % inBar + 1));
            if (changes && seconds > 0) starts.Add(seconds);
        }
        var grid = new BeatGrid(beats, meter, tempo(0), [new TempoPoint(0, tempo(0))], 0.9, [new Stretch(0, duration, 0.9)]);
        return new CutSong(name, new HeardSong(duration, grid, Sections(starts, duration)));
    }

    /// <summary>Rain, or speech.</summary>
    public static CutSong WithoutBeats(string name, double duration, params double[] changes) =>
        new(name, new HeardSong(duration, new BeatGrid([], 0, 0, [], 0, [new Stretch(0, duration, 0)]), Sections([0, .. changes], duration)));

    public static IReadOnlyList<Section> Sections(IReadOnlyList<double> starts, double duration) =>
    [
        .. starts.Select((start, i) => new Section(
            start, i + 1 < starts.Count ? starts[i + 1] : duration, Roles[i % Roles.Length].Role, Roles[i % Roles.Length].Energy, 3, null, "")),
    ];
}
