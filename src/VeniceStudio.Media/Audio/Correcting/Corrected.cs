namespace VeniceStudio.Media.Audio.Correcting;

/// <summary>Joins what was heard with what the creator says; the creator wins.</summary>
public static class Corrected
{
    /// <summary>
    /// The song as it is to be used. A pure function of both: taking a correction back gives what was before, to the last digit.
    /// </summary>
    public static HeardSong Of(HeardSong heard, Corrections corrections)
    {
        var grid = corrections.LeavesBeats ? heard.Grid : CorrectedGrid.Of(heard.Grid, heard.Duration, corrections);
        var sections = corrections.Sections is { Count: > 0 } said ? SectionEditing.Of(heard, said) : heard.Sections;
        return heard with { Grid = grid, Sections = sections };
    }
}
