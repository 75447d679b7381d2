using VeniceStudio.Media.Audio.Decoding;
using VeniceStudio.Media.Audio.Form;
using VeniceStudio.Media.Audio.Rhythm;
using VeniceStudio.Media.Ffmpeg;
using VeniceStudio.Simulator.Sound;
using VeniceStudio.Tests.Media;

namespace VeniceStudio.Benchmarks;

/// <summary>
/// How well the form of the simulator's songs is heard, twelve styles that nothing was tuned on: encoded as the simulator sends them, heard
/// as an upload is, once on the beats that were heard and once on the true ones.
/// </summary>
internal static class SimulatedSongs
{
    private static readonly string[] Styles =
        ["techno", "drum and bass", "waltz", "hip hop", "lo-fi", "jazz", "ballad", "ambient", "folk", "rock", "synthwave", "pop"];

    public static async Task<IReadOnlyList<Measure>> RunAsync(Workshop workshop)
    {
        var folder = workshop.NewFolder("simulated");
        var (onHeard, onTrue) = (new List<FormScore>(), new List<FormScore>());
        for (var i = 0; i < Styles.Length; i++)
        {
            var recipe = new SoundRecipe(SoundKind.Song, $"{Styles[i]}, song {i + 1}", "bench", "mp3") { Seconds = 150 + 7 * i };
            var path = Path.Combine(folder, $"{i}.mp3");
            await SoundOven.BakeAsync(recipe, path, CancellationToken.None);
            var (rhythm, form) = (new RhythmListener(), new FormListener());
            var duration = await new SongDecoder(new FfmpegTools()).DecodeAsync(path, [rhythm, form], null, CancellationToken.None);
            var (song, features) = (Known(Performance.Of(recipe).Truth), form.Finish());
            onHeard.Add(FormScore.Of(song, SongForm.Of(features, rhythm.Finish(null, CancellationToken.None), duration)));
            onTrue.Add(FormScore.Of(song, SongForm.Of(features, song.Grid(), duration)));
        }
        return [.. Rows("heard beats", onHeard, promised: true), .. Rows("true beats", onTrue, promised: false)];
    }

    private static IEnumerable<Measure> Rows(string beats, List<FormScore> scores, bool promised)
    {
        var (boundary, repeats) = (scores.Average(score => score.Boundary), scores.Average(score => score.Repeats));
        yield return new($"the simulator's {Styles.Length} songs, {beats}: boundaries within 0.5 s", $"F {boundary:0.000}", $"precision {scores.Average(score => score.Precision):0.000}, recall {scores.Average(score => score.Recall):0.000}", "-", promised ? ">= 0.85" : "", promised ? boundary >= 0.85 : null);
        yield return new($"the simulator's songs, {beats}: repeats found", $"{repeats:0.000}", $"told apart {scores.Average(score => score.Apart):0.000}", "-", promised ? ">= 0.90" : "", promised ? repeats >= 0.9 : null);
    }

    /// <summary>The simulator's truth in the words of the made songs: a letter for each role.</summary>
    private static MadeSong Known(SongTruth truth)
    {
        var plan = new SongMakerPlan("V4", SongMakerStyle.Known.First(style => style.Meter == truth.Metre), 1, truth.Tempo, truth.Downbeats[0]);
        var sections = truth.Sections.Select(section => new MadeSection(Letter(section.Role), Letter(section.Role), section.Start, section.End));
        return new MadeSong(plan, new float[(int)(truth.Seconds * SongMaker.Rate)], truth.Downbeats, [.. sections]);
    }

    private static char Letter(string role) => role switch { "intro" => 'I', "verse" => 'V', "chorus" or "drop" => 'C', "bridge" or "break" => 'B', _ => 'O' };
}
