using System.Diagnostics;
using VeniceStudio.Media.Audio;
using VeniceStudio.Media.Audio.Form;
using VeniceStudio.Tests.Media;

namespace VeniceStudio.Benchmarks;

/// <summary>
/// How well the form of songs is heard, on songs made from plans: those of the styles and forms that hearing was tuned on, and those of
/// six other styles and six other forms, a third set that one number was chosen on, and a fourth that nothing was. Also with beats that are
/// 20 ms off, with bars on a wrong beat, and without beats.
/// </summary>
internal static class Forms
{
    private static readonly (string Name, Func<MadeSong, BeatGrid> Grid, bool Promised)[] Grids =
    [
        ("true beats", song => song.Grid(), true),
        ("beats 20 ms off", song => song.Grid(0.02), true),
        ("bars one beat late", song => song.Grid(0.02, 1), false),
        ("bars two beats late", song => song.Grid(0.02, 2), false),
        ("no beats", _ => new BeatGrid([], 0, 0, [], 0, []), false),
    ];

    public static async Task<IReadOnlyList<Measure>> RunAsync(Workshop workshop) => [.. OfMadeSongs(), .. await SimulatedSongs.RunAsync(workshop)];

    private static List<Measure> OfMadeSongs()
    {
        var measures = new List<Measure>();
        var (features, watch, seconds, heardSongs) = (new Stopwatch(), new Stopwatch(), 0.0, 0);
        foreach (var (half, plans) in ((string, IReadOnlyList<SongMakerPlan>)[])[("tuned on", SongMakerPlan.Known()), ("unseen", SongMakerPlan.Unseen()), ("fresh", SongMakerPlan.Fresh()), ("last", SongMakerPlan.Last())])
        {
            var songs = plans.Select(plan =>
            {
                var song = SongMaker.Make(plan);
                features.Start();
                var listener = new FormListener();
                listener.Hear(song.Samples);
                var heard = listener.Finish();
                features.Stop();
                seconds += song.Duration;
                return (Song: song, Heard: heard);
            }).ToList();
            heardSongs += songs.Count;
            foreach (var (name, grid, promised) in Grids)
            {
                watch.Start();
                var scores = songs.Select(pair => FormScore.Of(pair.Song, SongForm.Of(pair.Heard, grid(pair.Song), pair.Song.Duration))).ToList();
                watch.Stop();
                var (boundary, repeats) = (scores.Average(score => score.Boundary), scores.Average(score => score.Repeats));
                measures.Add(new($"{half}, {name}: boundaries within 0.5 s", $"F {boundary:0.000}", $"precision {scores.Average(score => score.Precision):0.000}, recall {scores.Average(score => score.Recall):0.000}", "-", promised ? ">= 0.85" : "", promised ? boundary >= 0.85 : null));
                measures.Add(new($"{half}, {name}: repeats found", $"{repeats:0.000}", $"told apart {scores.Average(score => score.Apart):0.000}", "-", promised ? ">= 0.90" : "", promised ? repeats >= 0.9 : null));
            }
        }
        var four = features.Elapsed.TotalSeconds * 240 / seconds;
        measures.Add(new("listening to a song of 4 minutes", $"{four * 1000:0} ms", "", "-", "< 500 ms", four < 0.5));
        measures.Add(new("form of a song, on average", $"{watch.Elapsed.TotalMilliseconds / heardSongs / Grids.Length:0} ms", "", "-", "", null));
        return measures;
    }
}
