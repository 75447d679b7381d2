using VeniceStudio.Media.Audio.Decoding;
using VeniceStudio.Media.Audio.Form;
using VeniceStudio.Media.Audio.Rhythm;
using VeniceStudio.Media.Ffmpeg;

namespace VeniceStudio.Media.Audio;

/// <summary>Hears a song: decodes it once, and finds its beats and its form.</summary>
public sealed class SongHearing(FfmpegTools tools)
{
    /// <summary>Raised whenever the same song would be heard otherwise; results are kept by the song's content and this.</summary>
    public const int AnalyserVersion = 5;

    /// <summary>Hears a song from 5 s to 20 min.</summary>
    /// <param name="path">A sound file. A pipe has to be stored first.</param>
    /// <param name="progress">Told of every stage from 0 to 1, some ten times a stage; may be null.</param>
    /// <param name="ct">Stops within a tenth of a second or so.</param>
    /// <param name="alongside">Others that want the samples of the same pass, a waveform for instance.</param>
    /// <param name="expectedSeconds">How long the song is, where that is known: without it a look at the file's header tells.</param>
    /// <exception cref="MediaException">It cannot be heard; the message says why.</exception>
    public async Task<HeardSong> HearAsync(
        string path, IProgress<HearingProgress>? progress, CancellationToken ct,
        IReadOnlyList<IListener>? alongside = null, double? expectedSeconds = null)
    {
        var rhythm = new RhythmListener();
        var form = new FormListener();
        var duration = await DecodeAsync(path, [rhythm, form, .. alongside ?? []], progress, expectedSeconds, ct);
        var grid = await Task.Run(() => rhythm.Finish(Told(progress, HearingStage.Rhythm), ct), ct);
        progress?.Report(new HearingProgress(HearingStage.Form, 0));
        var sections = await Task.Run(() => SongForm.Of(form.Finish(), grid, duration), ct);
        progress?.Report(new HearingProgress(HearingStage.Form, 1));
        return new HeardSong(duration, grid, sections);
    }

    private async Task<double> DecodeAsync(
        string path, IReadOnlyList<IListener> listeners, IProgress<HearingProgress>? progress, double? expected, CancellationToken ct)
    {
        var decoder = new SongDecoder(tools);
        if (progress is null) return await decoder.DecodeAsync(path, listeners, null, ct);

        progress.Report(new HearingProgress(HearingStage.Decoding, 0));
        var whole = Math.Max(1, expected ?? (await new MediaProbe(tools).ProbeAsync(path, ct)).DurationSeconds);
        var told = 0.0;
        var duration = await decoder.DecodeAsync(path, listeners, Tell, ct);
        progress.Report(new HearingProgress(HearingStage.Decoding, 1));
        return duration;

        void Tell(double seconds)
        {
            var share = Math.Min(1, seconds / whole);
            if (share < told + 0.05) return;
            told = share;
            progress.Report(new HearingProgress(HearingStage.Decoding, share));
        }
    }

    private static StageProgress? Told(IProgress<HearingProgress>? progress, HearingStage stage) =>
        progress is null ? null : new StageProgress(progress, stage);

    /// <summary>Passes a share on as that of a stage, on the same thread and in order.</summary>
    private sealed class StageProgress(IProgress<HearingProgress> progress, HearingStage stage) : IProgress<double>
    {
        public void Report(double value) => progress.Report(new HearingProgress(stage, value));
    }
}
