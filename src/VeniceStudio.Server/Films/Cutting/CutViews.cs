using System.ComponentModel.DataAnnotations;
using VeniceStudio.Media.Composition;

namespace VeniceStudio.Server.Films;

/// <summary>Keeps the creator's wishes; <c>Version</c> is the one that was read (0 before the first).</summary>
public sealed record SaveCut(int Version, [Required] Cut Cut);

/// <summary>The film as it would be composed now. Frames count from 0 at <c>FrameRate</c> a second; beats are seconds.</summary>
/// <param name="Missing">What stands between this cut and a film, a sentence each; empty when it can be composed.</param>
public sealed record CutView(
    int Version, Cut Cut, int FrameRate, int Frames, int Width, int Height, IReadOnlyList<CutSpanView> Spans, IReadOnlyList<double> Beats,
    IReadOnlyList<double> Downbeats, IReadOnlyList<string> Missing);

public enum SpanShows
{
    Take,
    Footage,
    Still,
    None,
}

/// <summary>One shot of the cut.</summary>
/// <param name="Source">What it shows.</param>
/// <param name="SourceId">The clip, the footage, or the picture's media id.</param>
/// <param name="SourceSeconds">Length of the clip as measured; null for pictures.</param>
/// <param name="InSeconds">Where in the clip it begins.</param>
/// <param name="Speed">1 as it is; below 1 where a clip that is a little short is slowed to fit.</param>
/// <param name="OnBeat">Whether it begins within a frame of a beat (or at the film's beginning).</param>
/// <param name="Missing">What it lacks, a sentence; null for nothing.</param>
public sealed record CutSpanView(
    Guid ShotId, int Number, int StartFrame, int Frames, SpanShows Source, Guid? SourceId, string? ClipUrl, string? PosterUrl, double? SourceSeconds,
    double InSeconds, double Speed, WhenShort Rule, TransitionKind Transition, int TransitionFrames, bool OnBeat, string? Missing);
