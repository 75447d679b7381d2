namespace VeniceStudio.Media.Composition;

/// <summary>How the film begins and ends; frames, 0 for at once. None is given to the song unless asked for.</summary>
public sealed record FilmFades(int PictureIn = 0, int PictureOut = 0, int SoundIn = 0, int SoundOut = 0)
{
    public static FilmFades None { get; } = new();
}
