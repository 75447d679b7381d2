using System.Globalization;
using System.Text;
using VeniceStudio.Media.Ffmpeg;

namespace VeniceStudio.Media.Composition;

/// <summary>All that has to be run for a film, as values: nothing has been touched yet.</summary>
public sealed record CompositionPlan
{
    private CompositionPlan(Timeline timeline, IReadOnlyList<SegmentPlan> segments, SongPlan? song)
    {
        (Timeline, Segments, Song) = (timeline, segments, song);
        Key = Digest.Of(string.Join('\n', segments.Select(segment => segment.Key).Append(song?.Key)));
    }

    public Timeline Timeline { get; }

    /// <summary>In the film's order, without gaps. The same key may come more than once: footage shown again is encoded once.</summary>
    public IReadOnlyList<SegmentPlan> Segments { get; }

    public SongPlan? Song { get; }

    /// <summary>Stands for the whole film: equal plans give equal films.</summary>
    public string Key { get; }

    /// <summary>Plans a film.</summary>
    /// <param name="timeline">What to show.</param>
    /// <param name="encoder">The version of ffmpeg, part of every key.</param>
    /// <param name="encoding">How to encode; the usual way when null.</param>
    /// <exception cref="ArgumentException">The timeline has a fault; the message is a sentence.</exception>
    public static CompositionPlan Of(Timeline timeline, string encoder, FilmEncoding? encoding = null)
    {
        if (timeline.Fault() is { } fault) throw new ArgumentException(fault);
        var segments = new SegmentPlanning(timeline, encoding ?? FilmEncoding.Usual, encoder).All();
        var seconds = timeline.Rate.SecondsAt(timeline.TotalFrames);
        var song = timeline.Song is null ? null : new SongPlan(timeline.Song, seconds,
            timeline.Rate.SecondsAt(timeline.Fades.SoundIn), timeline.Rate.SecondsAt(timeline.Fades.SoundOut), encoder);
        return new(timeline, segments, song);
    }

    /// <summary>
    /// The list that ffmpeg joins by, with bare names of files beside it. Lengths are differences of rounded sums: rounding each by
    /// itself would let a long film drift.
    /// </summary>
    public string JoinList()
    {
        var list = new StringBuilder("ffconcat version 1.0\n");
        foreach (var segment in Segments)
        {
            var micro = Micro(segment.Start + segment.Frames) - Micro(segment.Start);
            list.Append(CultureInfo.InvariantCulture, $"file {SegmentFolder.NameOf(segment.Key)}\nduration {micro / 1_000_000}.{micro % 1_000_000:000000}\n");
        }
        return list.ToString();
    }

    /// <summary>What ffmpeg is told to join the segments and lay the song under them. Nothing is encoded; time stamps are set on whole frames.</summary>
    /// <param name="listPath">The written <see cref="JoinList"/>, in the segments' folder.</param>
    /// <param name="songPath">The encoded song; null for a silent film.</param>
    /// <param name="target">The file to write.</param>
    public IReadOnlyList<string> JoinArguments(string listPath, string? songPath, string target)
    {
        var tick = FilmClock.Tick(Timeline.Rate);
        return
        [
            .. SafeInput.Start, "-y", "-protocol_whitelist", "file,pipe", "-f", "concat", "-safe", "1", "-i", SafeInput.Plain(listPath),
            .. songPath is null ? (string[])[] : [.. SafeInput.Of(songPath, ContentKind.Mp4)],
            "-map", "0:v:0", .. songPath is null ? (string[])[] : ["-map", "1:a:0"], "-map_metadata", "-1", "-c", "copy",
            "-bsf:v", string.Create(CultureInfo.InvariantCulture, $"setts=pts=round(PTS/{tick})*{tick}:dts=round(DTS/{tick})*{tick}:duration={tick}"),
            "-video_track_timescale", FilmClock.Of(Timeline.Rate), "-movie_timescale", FilmClock.Of(Timeline.Rate),
            "-fflags", "+bitexact", "-movflags", "+faststart", "-f", "mp4", SafeInput.Plain(target),
        ];
    }

    private long Micro(int frame) => (long)Math.Round((decimal)frame * Timeline.Rate.Denominator * 1_000_000 / Timeline.Rate.Numerator);
}
