using VeniceStudio.Server.Tracks;

namespace VeniceStudio.Server.Projects;

/// <summary>How far a project is, and what it needs next, in words.</summary>
internal static class ProjectSteps
{
    public static ProjectStanding StandingOf(TrackState track, BoardHead? board)
    {
        var (step, needs) = NextOf(track, board);
        return new ProjectStanding(step, needs, board?.Shots ?? 0, board?.Stills ?? 0, board?.Approved ?? 0, board?.Takes ?? 0, board?.Films ?? 0);
    }

    private static (ProjectStep Step, string? Needs) NextOf(TrackState track, BoardHead? board) => (track, board) switch
    {
        (TrackState.Waiting or TrackState.Listening, null) => (ProjectStep.Song, "The studio is listening to the song."),
        (not TrackState.Heard, null) => (ProjectStep.Song, "The song has not been heard yet. Have it listened to again."),
        (_, null) => (ProjectStep.Concept, "Say what the film should be, then have the storyboard written."),
        (_, { } made) when made.Approved >= made.Shots => Filming(made),
        (_, { } made) when made.Stills < made.Shots && made.Drawing > 0 =>
            (ProjectStep.Storyboard, made.Drawing == 1 ? "1 still is being drawn." : $"{made.Drawing} stills are being drawn."),
        (_, { } made) when made.Stills < made.Shots => (ProjectStep.Storyboard, $"{Shots(made.Shots - made.Stills)} no still yet."),
        (_, { } made) => (ProjectStep.Storyboard, $"{Shots(made.Shots - made.Approved)} not been approved yet."),
    };

    /// <summary>From an approved board on.</summary>
    private static (ProjectStep Step, string? Needs) Filming(BoardHead board) => board switch
    {
        { Films: > 0 } => (ProjectStep.Export, null),
        { Composing: > 0 } => (ProjectStep.Cut, "The film is being composed."),
        { Asking: 1 } => (ProjectStep.Takes, "1 clip waits for your word."),
        { Asking: > 1 } => (ProjectStep.Takes, $"{board.Asking} clips wait for your word."),
        { Making: 1 } => (ProjectStep.Takes, "1 clip is being made."),
        { Making: > 1 } => (ProjectStep.Takes, $"{board.Making} clips are being made."),
        { Takes: 0, Bought: > 0 } => (ProjectStep.Takes, "Every shot is approved. Make the clips."),
        _ when board.Takes < board.Bought => (ProjectStep.Takes, $"{Shots(board.Bought - board.Takes)} no clip yet."),
        _ => (ProjectStep.Cut, "Every clip is there. Compose the film."),
    };

    private static string Shots(int count) => count == 1 ? "1 shot has" : $"{count} shots have";
}
