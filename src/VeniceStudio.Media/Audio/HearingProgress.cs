namespace VeniceStudio.Media.Audio;

/// <summary>What hearing is busy with.</summary>
public enum HearingStage
{
    /// <summary>Reading the song, and measuring it on the way.</summary>
    Decoding,

    /// <summary>Finding beats and bars.</summary>
    Rhythm,

    /// <summary>Finding sections.</summary>
    Form,
}

/// <summary>How far hearing is.</summary>
/// <param name="Stage">The stage that is under way.</param>
/// <param name="Share">0 to 1, what is done of this stage.</param>
public readonly record struct HearingProgress(HearingStage Stage, double Share);
