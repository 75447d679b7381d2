using VeniceStudio.Media.Lyrics;

namespace VeniceStudio.Benchmarks;

/// <summary>
/// How near the times of pasted words come to the true ones when a part of what was recognised is wrong. It measures the aligner alone:
/// what a recogniser would make of the sound is imitated.
/// </summary>
internal static class WordTimes
{
    private const int Songs = 20;
    private const double Promised = 0.08;

    public static async Task<IReadOnlyList<Measure>> RunAsync(Workshop workshop)
    {
        var lengths = await SpokenSong.LengthsAsync(workshop.NewFolder("words"));
        return [.. ((double[])[0, 0.2, 0.4]).SelectMany(wrong => Rows(wrong, lengths))];
    }

    private static IEnumerable<Measure> Rows(double wrong, IReadOnlyDictionary<string, double> lengths)
    {
        var errors = new List<double>();
        var (lines, words) = (new List<double>(), 0);
        for (var seed = 1; seed <= Songs; seed++)
        {
            var song = new SpokenSong(seed, lengths);
            var sheet = LyricAligner.Align(song.Text, song.Recognised(wrong), song.Seconds);
            var (placed, at) = (sheet.Lines.SelectMany(line => line.Words).ToList(), 0);
            words += song.Spoken.Count;
            if (placed.Count != song.Spoken.Count) throw new InvalidOperationException($"{song.Spoken.Count} words were pasted, {placed.Count} came back.");
            errors.AddRange(placed.Zip(song.Spoken, (ours, truth) => Math.Abs(ours.Start - truth.Start)));
            foreach (var (line, typed) in sheet.Lines.Zip(song.Lines))
            {
                lines.Add(Math.Abs(line.Start!.Value - song.Spoken[at].Start));
                at += typed.Length;
            }
        }
        errors.Sort();
        var (median, most) = (Measure.Median(errors), errors[(int)(errors.Count * 0.9)]);
        bool? met = wrong == 0.2 ? median < Promised : null;
        yield return new($"words placed, {wrong:0 %} of the recognised wrong ({Songs} songs, {words} words)", $"median {median * 1000:0} ms", $"nine of ten within {most * 1000:0} ms, worst {errors[^1]:0.0} s", "-", met is null ? "" : "< 80 ms", met);
        yield return new($"starts of lines, {wrong:0 %} wrong", $"median {Measure.Median(lines) * 1000:0} ms", "", "-", "", null);
    }
}
