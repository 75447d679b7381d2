using VeniceStudio.Venice;

namespace VeniceStudio.Server.Storyboard.Stills;

/// <summary>Settings as the three routes want them, each in its own spelling (T17, T18). Pure.</summary>
internal static class StillRequests
{
    /// <summary>Every browser and every video model reads it, and it is a tenth of a PNG.</summary>
    private const string Format = "jpeg";

    public static PictureOrder Draw(StillSettings settings) => new()
    {
        Model = settings.Model,
        Prompt = settings.Prompt,
        AspectRatio = settings.AspectRatio,
        Width = settings.Width,
        Height = settings.Height,
        Resolution = settings.Resolution,
        Quality = settings.Quality,
        Format = Format,
        SafeMode = settings.SafeMode,
        HideWatermark = true,
    };

    public static PictureEdit Edit(StillSettings settings, string picture) => new()
    {
        Model = settings.Model,
        Prompt = settings.Prompt,
        Image = picture,
        AspectRatio = settings.AspectRatio,
        Resolution = settings.Resolution,
        OutputFormat = Format,
        SafeMode = settings.SafeMode,
    };

    public static PictureBlend Blend(StillSettings settings, IReadOnlyList<string> pictures) => new()
    {
        Model = settings.Model,
        Prompt = settings.Prompt,
        Images = pictures,
        AspectRatio = settings.AspectRatio,
        Resolution = settings.Resolution,
        Quality = settings.Quality,
        OutputFormat = Format,
        SafeMode = settings.SafeMode,
    };
}
