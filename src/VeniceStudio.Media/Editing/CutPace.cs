namespace VeniceStudio.Media.Editing;

/// <summary>How often a film cuts, in the creator's words.</summary>
public enum CutPace
{
    Calm,
    Easy,
    Steady,
    Lively,
    Frantic,
}
