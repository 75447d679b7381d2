using System.Globalization;
using VeniceStudio.Media.Editing;
using VeniceStudio.Server.Catalog;

namespace VeniceStudio.Server.Storyboard;

/// <summary>What a video model can do for a shot.</summary>
internal static class VideoChoice
{
    /// <summary>Whether it makes a clip from a still, from references or from words alone.</summary>
    public static bool MakesShots(VideoModelView model) =>
        model.Kind is VideoModelKind.ImageToVideo or VideoModelKind.TextToVideo or VideoModelKind.ReferenceToVideo;
}
