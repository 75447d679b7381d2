namespace VeniceStudio.Media.Composition;

/// <summary>A stretch of a song, in seconds.</summary>
public readonly record struct SongStretch(double Start, double End)
{
    public double Seconds => End - Start;
}
