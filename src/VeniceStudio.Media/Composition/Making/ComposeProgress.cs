namespace VeniceStudio.Media.Composition;

/// <summary>How far a film has come, in frames that are really there.</summary>
/// <param name="Stage">What is being done.</param>
/// <param name="Frames">Encoded so far, or finished before.</param>
/// <param name="TotalFrames">Of the film.</param>
/// <param name="ReusedFrames">How many of them lay there already.</param>
public readonly record struct ComposeProgress(ComposeStage Stage, int Frames, int TotalFrames, int ReusedFrames);

public enum ComposeStage
{
    Encoding,

    /// <summary>Copying the segments and the song into one file.</summary>
    Joining,
    Done,
}
