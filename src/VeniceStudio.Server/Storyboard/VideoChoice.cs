using System.Globalization;
using VeniceStudio.Media.Editing;
using VeniceStudio.Server.Catalog;
using VeniceStudio.Venice;

namespace VeniceStudio.Server.Storyboard;

/// <summary>A video model with the settings that a film's clips are bought in.</summary>
/// <param name="Model">As the catalogue has it.</param>
/// <param name="Resolution">As the model sells it; null when it has none.</param>
/// <param name="AspectRatio">As the model takes it; null when its clips have the shape of their still.</param>
internal sealed record VideoChoice(VideoModelView Model, string? Resolution, string? AspectRatio)
{
    private const int MostLines = 1080, UsualLines = 720;

    /// <summary>Seconds and how the model spells them, shortest first; empty for a model that decides by itself.</summary>
    public IReadOnlyList<(double Seconds, string Name)> Lengths { get; } = [.. LengthsOf(Model)];

    /// <summary>A model with the resolution that was asked for, else with the usual one; the film's shape where it takes any.</summary>
    public static VideoChoice Of(VideoModelView model, string? resolution, string ratio) => new(
        model, resolution is not null && model.Resolutions.Contains(resolution, StringComparer.Ordinal) ? resolution : UsualResolution(model),
        model.AspectRatios.Contains(ratio, StringComparer.Ordinal) ? ratio : null);

    /// <summary>Whether it makes a clip from a still, from references or from words alone.</summary>
    public static bool MakesShots(VideoModelView model) =>
        model.Kind is VideoModelKind.ImageToVideo or VideoModelKind.TextToVideo or VideoModelKind.ReferenceToVideo;

    /// <summary>Whether its clips can have this shape. A model that offers no shapes takes the still's.</summary>
    public static bool TakesRatio(VideoModelView model, string ratio) => model.AspectRatios.Count == 0 || model.AspectRatios.Contains(ratio, StringComparer.Ordinal);

    /// <summary>Resolutions up to full HD, smallest first.</summary>
    public static IReadOnlyList<string> Affordable(VideoModelView model) =>
        [.. model.Resolutions.Where(name => LinesOf(name) <= MostLines).OrderBy(LinesOf)];

    /// <summary>The clip for a slot, as the model spells its length: the shortest that fills it, else the longest, slowed.</summary>
    public (double Seconds, string Name)? Buy(double slot)
    {
        if (Lengths.Count == 0) return null;
        var bought = new ClipLengths([.. Lengths.Select(length => length.Seconds)], null, null).Buy(slot);
        return Lengths.First(length => length.Seconds == bought);
    }

    /// <summary>Seconds of the longest slot that its clips fill, slowed a little; infinite for a model that decides by itself.</summary>
    public double Reach => Lengths.Count == 0 ? double.PositiveInfinity : Lengths[^1].Seconds * ClipLengths.Slowing + ClipLengths.Spare;

    /// <summary>What a clip of a length costs is asked with all that its order will say, or the answer would be too low (T9). The song is the sound.</summary>
    public VideoQuote QuoteOf(string? length) =>
        PriceBook.QuoteOf(Model, length, AspectRatio, Resolution, Model.Sound == ModelSound.Switchable ? false : null);

    private static string? UsualResolution(VideoModelView model)
    {
        var affordable = Affordable(model);
        return affordable.Where(name => LinesOf(name) >= UsualLines).Concat(affordable.Reverse()).Concat(model.Resolutions).FirstOrDefault();
    }

    /// <summary>"720p", "1080p", "4k", "1280x720": lines of the picture; a name that says nothing is taken as usual.</summary>
    private static int LinesOf(string name)
    {
        if (name.StartsWith("4k", StringComparison.OrdinalIgnoreCase)) return 2160;
        if (name.StartsWith("2k", StringComparison.OrdinalIgnoreCase)) return 1440;
        var numbers = name.Split('x', 'X', 'p', 'P').Select(part => int.TryParse(part, CultureInfo.InvariantCulture, out var lines) ? lines : 0).Where(lines => lines > 0).ToList();
        return numbers.Count == 0 ? UsualLines : numbers.Min();
    }

    private static IEnumerable<(double Seconds, string Name)> LengthsOf(VideoModelView model) =>
        from name in model.Durations
        let seconds = SecondsOf(name)
        where seconds > 0
        orderby seconds
        select (seconds!.Value, name);

    private static double? SecondsOf(string name) =>
        name.EndsWith('s') && double.TryParse(name.AsSpan(0, name.Length - 1), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) ? seconds : null;
}
