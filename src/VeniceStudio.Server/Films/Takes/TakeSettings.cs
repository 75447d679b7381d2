using VeniceStudio.Server.Catalog;
using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Storyboard;
using VeniceStudio.Venice;

namespace VeniceStudio.Server.Films;

/// <summary>What Venice is asked for, from what was approved. Pure.</summary>
internal static class TakeSettings
{
    /// <summary>Seconds that models listen to at least and at most.</summary>
    private const double ShortestSound = 1, LongestSound = 30;

    /// <param name="scene">The project.</param>
    /// <param name="index">The shot's place.</param>
    /// <param name="approval">What was said yes to.</param>
    /// <param name="model">The video model; other than the approved one only where a person chose so.</param>
    /// <param name="prompt">Other words than the approved ones; null for those.</param>
    public static ClipSettings Of(FilmScene scene, int index, Approval approval, VideoModelView model, string? prompt = null)
    {
        var shot = scene.Board.Shots[index];
        var duration = DurationOf(model, approval.Duration);
        var still = approval.StillId;
        return new ClipSettings
        {
            Model = model.Id,
            Prompt = prompt ?? approval.Prompt,
            NegativePrompt = approval.NegativePrompt,
            Duration = duration,
            AspectRatio = OneOf(model.AspectRatios, approval.AspectRatio ?? scene.Docs.AspectRatio),
            Resolution = OneOf(model.Resolutions, approval.Resolution),
            // The song is the film's only sound; a model's own would be paid for nothing.
            Sound = model.Sound == ModelSound.Switchable ? false : null,
            ImageId = model.Image == InputNeed.No ? null : still,
            EndImageId = EndOf(scene, index, model, still),
            ReferenceImageIds = model.Kind == VideoModelKind.ReferenceToVideo ? References(scene, shot, still, model.MaxReferenceImages) : null,
            Stretch = StretchOf(scene, shot, model, duration),
        };
    }

    /// <summary>The same shot at another model, as near as that one comes to what was approved.</summary>
    private static string? DurationOf(VideoModelView model, string? approved)
    {
        if (model.Durations.Count == 0) return null;
        if (approved is not null && model.Durations.Contains(approved)) return approved;
        var wanted = approved is null ? 0 : VideoConstraints.SecondsOf(approved) ?? 0;
        var listed = model.Durations.Select(one => (One: one, Seconds: VideoConstraints.SecondsOf(one) ?? 0)).OrderBy(one => one.Seconds).ToList();
        return listed.FirstOrDefault(one => one.Seconds >= wanted).One ?? listed[^1].One;
    }

    private static string? OneOf(IReadOnlyList<string> offered, string? wanted) =>
        offered.Count == 0 ? null : wanted is not null && offered.Contains(wanted) ? wanted : offered[0];

    private static IReadOnlyList<Guid> References(FilmScene scene, Shot shot, Guid? still, int most) =>
    [
        .. (still is { } own ? new[] { own } : []).Concat(
            scene.Docs.Cast.Where(member => shot.CastIds.Contains(member.Id)).SelectMany(member => member.PictureIds.Take(2))).Distinct().Take(most),
    ];

    /// <summary>The next shot's still, where the camera is to go on without a break, or where the model cannot do without an end picture.</summary>
    private static Guid? EndOf(FilmScene scene, int index, VideoModelView model, Guid? still)
    {
        var asked = Transitions.GoesOn(scene.Board.Shots[index].Words.Transition);
        if (model.EndImage == InputNeed.No || (model.EndImage == InputNeed.Optional && !asked)) return null;
        var next = index + 1 < scene.Board.Shots.Count ? scene.Board.StillOf(scene.Board.Shots[index + 1]) : null;
        return next ?? (model.EndImage == InputNeed.Required ? still : null);
    }

    /// <summary>What the model hears: the song from the shot's start, as long as the clip, where somebody in it sings.</summary>
    private static HeardStretch? StretchOf(FilmScene scene, Shot shot, VideoModelView model, string? duration)
    {
        if (model.Audio == InputNeed.No || (model.Audio == InputNeed.Optional && shot.Words.Sung.Length == 0)) return null;
        var seconds = Math.Min(LongestSound, duration is null ? LongestSound : VideoConstraints.SecondsOf(duration) ?? LongestSound);
        seconds = Math.Min(seconds, scene.Board.Duration - shot.Start);
        // A shot at the very end hears the last second of the song.
        return seconds >= ShortestSound ? new HeardStretch(scene.Track.Id, Math.Round(shot.Start, 4), Math.Round(seconds, 4))
            : model.Audio == InputNeed.Required ? new HeardStretch(scene.Track.Id, Math.Max(0, scene.Board.Duration - ShortestSound), ShortestSound) : null;
    }
}
