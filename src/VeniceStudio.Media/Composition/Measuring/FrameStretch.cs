namespace VeniceStudio.Media.Composition;

/// <summary>Frames in a row.</summary>
/// <param name="Start">The first.</param>
/// <param name="Frames">How many.</param>
public readonly record struct FrameStretch(int Start, int Frames)
{
    public int End => Start + Frames;

    public bool Has(int frame) => frame >= Start && frame < End;
}
