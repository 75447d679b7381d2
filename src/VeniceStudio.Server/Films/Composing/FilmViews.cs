using VeniceStudio.Server.Library;

namespace VeniceStudio.Server.Films;

public enum FilmState
{
    Waiting = 1,
    Composing = 2,
    Measuring = 3,
    Done = 4,
    Failed = 5,
    Cancelled = 6,
}

/// <summary>A composed film, or one that is being composed.</summary>
/// <param name="Number">From 1, in the order in which they were asked for.</param>
/// <param name="DoneFrames">Encoded so far; segments that an earlier film left count at once.</param>
/// <param name="Media">The file; null until it is whole.</param>
/// <param name="IsCurrent">It shows the cut as it is now.</param>
public sealed record FilmView(
    Guid Id, Guid ProjectId, int Number, FilmState State, int DoneFrames, int TotalFrames, MediaView? Media, ScorecardView? Scorecard,
    FilmFailureView? Failure, bool IsCurrent, DateTimeOffset CreatedAt, DateTimeOffset? FinishedAt);

public sealed record FilmFailureView(string Kind, string Sentence);

/// <summary>The film's file, measured after it was written. Frames from 0, times in seconds, loudness in LUFS.</summary>
/// <param name="IsWhole">Every frame is there, and every cut that can be seen lies within a frame of its place.</param>
/// <param name="Cuts">Planned.</param>
/// <param name="CutsSeen">Of these, where the picture changes enough to be found.</param>
/// <param name="CutsOnTime">Of those, within one frame of their place, which is on a beat.</param>
/// <param name="FreeCuts">Planned beside the beat, by the creator's own hand or where there is none.</param>
/// <param name="WorstCut">The farthest that a cut lies from its place, frames.</param>
/// <param name="CutMarks">Cuts to look at: off their place, or beside the beat.</param>
/// <param name="Sentence">The whole in a sentence.</param>
public sealed record ScorecardView(
    bool IsWhole, int FramesExpected, int FramesFound, int Cuts, int CutsSeen, int CutsOnTime, int FreeCuts, int WorstCut,
    IReadOnlyList<CutMarkView> CutMarks, IReadOnlyList<StretchMarkView> Black, IReadOnlyList<StretchMarkView> Frozen,
    IReadOnlyList<FlashMarkView> Flashes, double? SongLoudness, double? FilmLoudness, string Sentence);

/// <summary>A cut to look at.</summary>
/// <param name="Off">Frames from its place, late above 0; null where nothing is to be seen.</param>
/// <param name="OnBeat">Its place is on a beat.</param>
/// <param name="ShotId">The shot that begins there.</param>
public sealed record CutMarkView(int Frame, double Seconds, int? Off, bool OnBeat, Guid? ShotId);

public sealed record StretchMarkView(int Frame, int Frames, double Seconds, Guid? ShotId);

/// <summary>More than three flashes within a second.</summary>
/// <param name="Red">Saturated red ones, which are worse.</param>
/// <param name="ShotId">A softer transition to this shot may help.</param>
public sealed record FlashMarkView(int Frame, int Frames, double Seconds, bool Red, Guid? ShotId);
