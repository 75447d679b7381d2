using System.Globalization;
using VeniceStudio.Media.Ffmpeg;

namespace VeniceStudio.Media.Composition;

/// <summary>The song as the film carries it: encoded once, cut or filled up with silence to the film's length, and left alone otherwise.</summary>
public sealed record SongPlan
{
    private const string Recipe = "song 1";

    /// <summary>AAC in MP4 goes higher, but browsers and phones do not.</summary>
    private const int HighestRate = 48_000;

    internal SongPlan(SongSource song, double seconds, double fadeIn, double fadeOut, string encoder)
    {
        (Song, Seconds) = (song, seconds);
        Filter = FilterOf(song, seconds, fadeIn, fadeOut);
        Key = Digest.Of($"{Recipe}\n{encoder}\n{song.File.Kind} {song.File.Hash}\n{Filter}\n{string.Join(' ', Output)}");
    }

    /// <summary>SHA-256 of all that determines it.</summary>
    public string Key { get; }

    public SongSource Song { get; }

    /// <summary>The film's length.</summary>
    public double Seconds { get; }

    public string Filter { get; }

    /// <summary>
    /// What ffmpeg is told. Samples are counted from the first decoded one, the same zero that beats are heard from: time stamps of an MP3
    /// begin after its encoder's delay.
    /// </summary>
    public IReadOnlyList<string> Arguments(string target) =>
    [
        .. SafeInput.Start, "-y", .. SafeInput.Of(Song.File.Path, Song.File.Kind), "-vn", "-sn", "-dn", "-map", "0:a:0", "-map_metadata", "-1",
        "-af", Filter, .. Output, SafeInput.Plain(target),
    ];

    private IReadOnlyList<string> Output =>
        ["-c:a", "aac", "-b:a", Song.Channels == 1 ? "160k" : "256k", "-fflags", "+bitexact", "-flags:a", "+bitexact", "-f", "mp4"];

    private static string FilterOf(SongSource song, double seconds, double fadeIn, double fadeOut)
    {
        var rate = Math.Clamp(song.SampleRate, 8000, HighestRate);
        var filter = string.Create(CultureInfo.InvariantCulture, $"aformat=channel_layouts=mono|stereo,asetpts=N/SR/TB,");
        if (song.From > 0) filter += $"atrim=start={FilterText.Number(song.From)},asetpts=PTS-STARTPTS,";
        if (song.SampleRate > HighestRate) filter += string.Create(CultureInfo.InvariantCulture, $"aresample={rate},");
        filter += $"apad,atrim=end={FilterText.Number(seconds)}";
        if (fadeIn > 0) filter += $",afade=t=in:st=0:d={FilterText.Number(fadeIn)}";
        if (fadeOut > 0) filter += $",afade=t=out:st={FilterText.Number(Math.Max(0, seconds - fadeOut))}:d={FilterText.Number(fadeOut)}";
        return filter;
    }
}
