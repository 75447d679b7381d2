using System.Globalization;
using VeniceStudio.Simulator.Catalogue;

namespace VeniceStudio.Simulator.Money;

/// <summary>The simulator's own prices: seconds, times the model's rate, times what size and sound add. Dollars, four decimals.</summary>
internal static class Tariff
{
    private const decimal SoundFactor = 1.25m;
    private const double UnknownLength = 5;

    /// <param name="model">What makes the clip.</param>
    /// <param name="seconds">Length of the clip, or of the source film when the duration follows it; null when nobody said.</param>
    /// <param name="resolution">As ordered.</param>
    /// <param name="sound">Whether it has sound; a model that always has it charges nothing for it.</param>
    /// <param name="upscale">Factor, for upscalers.</param>
    /// <param name="referenceSeconds">Reference films in all; each second costs half a second of clip.</param>
    public static decimal Price(VideoModel model, double? seconds, string? resolution, bool sound, int upscale, double referenceSeconds = 0)
    {
        var rate = model.Kind is VideoKind.Upscale
            ? upscale switch { 1 => 0.013m, 2 => model.Rate, _ => 0.1m }
            : model.Rate * SizeFactor(resolution) * (sound && model.Sound is VideoSound.Switchable ? SoundFactor : 1);
        return Math.Round(((decimal)(seconds ?? UnknownLength) + (decimal)referenceSeconds / 2) * rate, 4, MidpointRounding.AwayFromZero);
    }

    /// <summary>Reads "8s"; null for "Auto", "auto" and "-1", whose length the source decides.</summary>
    public static double? Seconds(string? duration) =>
        duration is not null && duration.EndsWith('s') && double.TryParse(duration[..^1], CultureInfo.InvariantCulture, out var seconds)
            ? seconds : null;

    private static decimal SizeFactor(string? resolution) => Picture.Lines(resolution) switch
    {
        <= 360 => 0.5m, <= 480 => 0.6m, <= 580 => 0.75m, <= 768 => 1m, <= 1080 => 1.6m, <= 1440 => 2.2m, _ => 3.2m,
    };
}
