namespace VeniceStudio.Media.Composition;

/// <summary>What was measured in a film's file after it was written.</summary>
/// <param name="FramesExpected">Of the plan.</param>
/// <param name="FramesFound">Decoded from the file.</param>
/// <param name="Cuts">Every planned cut.</param>
/// <param name="Black">Stretches of two frames and more without a picture where none was planned.</param>
/// <param name="Frozen">Stretches of half a second and more that stand still where nothing was planned to.</param>
/// <param name="Flashes">Stretches of a second with more than three flashes: they can harm people with photosensitive epilepsy (WCAG 2.3.1).</param>
/// <param name="FilmLoudness">LUFS, integrated (EBU R128); null for silence.</param>
/// <param name="SongLoudness">The same of the song over the same time.</param>
public sealed record Scorecard(
    int FramesExpected,
    int FramesFound,
    IReadOnlyList<CutMark> Cuts,
    IReadOnlyList<FrameStretch> Black,
    IReadOnlyList<FrameStretch> Frozen,
    IReadOnlyList<FlashStretch> Flashes,
    double? FilmLoudness,
    double? SongLoudness)
{
    /// <summary>Within one frame, of the cuts that can be seen; 1 when there are none.</summary>
    public double CutsOnTime => Cuts.Count(cut => cut.Found is not null) is var seen and > 0 ? Cuts.Count(cut => cut.Off is >= -1 and <= 1) / (double)seen : 1;

    /// <summary>The cut that is furthest off; null when none can be seen.</summary>
    public CutMark? WorstCut => Cuts.Where(cut => cut.Found is not null).MaxBy(cut => Math.Abs(cut.Off!.Value));

    /// <summary>Loudness units by which the film differs from the song; null when either is silent.</summary>
    public double? LoudnessOff => FilmLoudness - SongLoudness;

    /// <summary>All frames are there and every cut that can be seen lies within a frame of its place.</summary>
    public bool IsWhole => FramesFound == FramesExpected && CutsOnTime >= 1;
}

/// <summary>Frames with too many flashes.</summary>
/// <param name="Frames">Where.</param>
/// <param name="IsRed">Saturated red, which is dangerous at any brightness.</param>
/// <param name="Most">The most flashes in one second of it, counted in halves: from dark to light and back is one.</param>
public sealed record FlashStretch(FrameStretch Frames, bool IsRed, double Most);
