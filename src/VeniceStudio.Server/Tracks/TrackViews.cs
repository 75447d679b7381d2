using System.ComponentModel.DataAnnotations;
using VeniceStudio.Media.Audio;
using VeniceStudio.Media.Audio.Correcting;
using VeniceStudio.Server.Library;

namespace VeniceStudio.Server.Tracks;

/// <summary>Makes a song of an upload that has arrived whole.</summary>
public sealed record MakeTrack(Guid UploadId);

/// <summary>Null leaves a field; an empty artist takes it away.</summary>
public sealed record ChangeTrack([StringLength(200)] string? Title, [StringLength(200)] string? Artist);

/// <summary>Why a song could not be heard.</summary>
public sealed record TrackFailureView(string Kind, string Sentence);

/// <summary>A song and how far it has been heard. <c>Share</c> is of the present stage; tempo and metre are the corrected ones.</summary>
public sealed record TrackView(
    Guid Id,
    string Title,
    string? Artist,
    bool HasCover,
    string? CoverUrl,
    TrackSource Source,
    MediaView Media,
    double Seconds,
    long Bytes,
    TrackState State,
    HearingStage? Stage,
    double Share,
    TrackFailureView? Failure,
    double? Tempo,
    int? Meter,
    double? Confidence,
    bool? Steady,
    LyricsState Lyrics,
    DateTimeOffset CreatedAt);

/// <summary>A page of songs, newest first. <c>Next</c> goes into <c>cursor</c> for the following page.</summary>
public sealed record TrackPageView(IReadOnlyList<TrackView> Items, string? Next);

public sealed record SectionView(
    double Start, double End, SectionRole Role, string? Name, double Energy, double OnsetDensity, int? RepeatOf, string Why);

/// <summary>What was heard in a song. <c>Positions</c> are the beats' places in their bars, from 1; 0 where no bar was heard.</summary>
public sealed record HearingView(
    double Duration,
    double Tempo,
    int Meter,
    double Confidence,
    bool Steady,
    IReadOnlyList<TempoPoint> TempoCurve,
    IReadOnlyList<Stretch> Stretches,
    IReadOnlyList<double> Beats,
    IReadOnlyList<int> Positions,
    IReadOnlyList<SectionView> Sections,
    Corrections Corrections,
    int AnalyserVersion)
{
    public static HearingView Of(HeardSong song, Corrections corrections, int version) => new(
        song.Duration, song.Grid.Tempo, song.Grid.Meter, song.Grid.Confidence, song.Grid.IsSteady, song.Grid.TempoCurve, song.Grid.Stretches,
        [.. song.Grid.Beats.Select(beat => Math.Round(beat.Seconds, 4))], [.. song.Grid.Beats.Select(beat => beat.Position)],
        [.. song.Sections.Select(part => new SectionView(part.Start, part.End, part.Role, part.Name, part.Energy, part.OnsetDensity, part.RepeatOf, part.Why))],
        corrections, version);
}

/// <summary>Which of the two is asked for.</summary>
public enum HearingSide
{
    Corrected,
    Heard,
}
