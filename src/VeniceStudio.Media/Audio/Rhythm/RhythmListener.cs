namespace VeniceStudio.Media.Audio.Rhythm;

/// <summary>
/// Hears the beat: spectral frames, the network's odds for each, the likeliest run of beats through them, bars over the beats, and
/// exact moments. Keeps about 30 KB for each second of song until <see cref="Finish"/>.
/// </summary>
public sealed class RhythmListener : IListener
{
    private readonly SpectralFrames _frames = new();
    private readonly Attacks _attacks = new();
    private long _samples;

    /// <inheritdoc/>
    public void Hear(ReadOnlySpan<float> samples)
    {
        _samples += samples.Length;
        _frames.Hear(samples);
        _attacks.Hear(samples);
    }

    /// <summary>Ends the song. To be called once.</summary>
    /// <param name="progress">0 to 1, the share of this work that is done; may be null.</param>
    /// <param name="ct">Looked at between the steps, each of which takes up to a second for twenty minutes of song.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public BeatGrid Finish(IProgress<double>? progress, CancellationToken ct)
    {
        var duration = _samples / (double)IListener.SampleRate;
        var frames = _frames.Finish();
        progress?.Report(0.1);
        var (beatOdds, downbeatOdds) = BeatNetwork.Default.Judge(frames, _frames.Count, share => progress?.Report(0.1 + 0.8 * share), ct);
        var grid = Read(
            beatOdds[SpectralFrames.Lead..], downbeatOdds[SpectralFrames.Lead..], frames.AsSpan(SpectralFrames.Lead * _frames.Width), _frames.Width,
            _attacks.Finish(), duration);
        progress?.Report(1);
        return grid;
    }

    /// <summary>From the network's odds to the grid.</summary>
    internal static BeatGrid Read(
        float[] beatOdds, float[] downbeatOdds, ReadOnlySpan<float> frames, int width, float[] attacks, double duration)
    {
        var found = TempoLevel.Felt(BeatRuns.Trusted(BeatPath.Find(beatOdds), beatOdds), beatOdds);
        var counted = Count(found, downbeatOdds, frames, width, isCompound: false);
        if (CompoundMetre.Tapped(found, counted) is var tapped && tapped.Count < found.Count)
            (found, counted) = (tapped, Count(tapped, downbeatOdds, frames, width, isCompound: CompoundMetre.IsCompound(found, tapped)));
        var times = BeatTimes.Refine(found, beatOdds, attacks);
        return GridReading.Of(times, counted, [.. found.Select(frame => Near(beatOdds, frame))], duration);
    }

    private static (int Place, int Metre)[] Count(List<int> beats, float[] downbeatOdds, ReadOnlySpan<float> frames, int width, bool isCompound)
    {
        var changes = ChordChanges.At(beats, frames, width);
        return BarPath.Count([.. beats.Select((frame, i) => Near(downbeatOdds, frame) + changes[i])], isCompound);
    }

    /// <summary>The best of a frame and its neighbours: the path and the downbeat's top may be a frame apart.</summary>
    private static float Near(float[] odds, int frame) =>
        Math.Max(odds[frame], Math.Max(odds[Math.Max(0, frame - 1)], odds[Math.Min(odds.Length - 1, frame + 1)]));
}
