using VeniceStudio.Media.Editing;

namespace VeniceStudio.Media.Composition;

/// <summary>
/// Counts flashes as WCAG 2.3.1 defines them: pairs of opposing changes, of brightness by a tenth with the darker side below 0.8, or of
/// saturated red, over a quarter of the picture.
/// </summary>
internal sealed class FlashFinder(FrameRate rate)
{
    /// <summary>Of the picture's area; the norm's quarter of ten degrees of sight, for a picture that fills the sight.</summary>
    private const double Area = 0.25;

    private const double BrightnessStep = 0.1, DarkBelow = 0.8, RedStep = 20, RedShare = 0.8, RedScale = 320;

    /// <summary>More than three flashes: seven changes begin a fourth.</summary>
    private const int MostChanges = 6;

    private static readonly float[] Linear = [.. Enumerable.Range(0, 256).Select(level => level / 255.0)
        .Select(level => (float)(level <= 0.04045 ? level / 12.92 : Math.Pow((level + 0.055) / 1.055, 2.4)))];

    private readonly FlashTrack general = new(SmallFrames.Points, (float)BrightnessStep, Area), red = new(SmallFrames.Points, (float)RedStep, Area);
    private readonly float[] values = new float[SmallFrames.Points], reds = new float[SmallFrames.Points];
    private readonly bool[] dark = new bool[SmallFrames.Points], saturated = new bool[SmallFrames.Points];

    public void Take(int frame, ReadOnlySpan<byte> rgb)
    {
        for (var i = 0; i < SmallFrames.Points; i++)
        {
            var (r, g, b) = (Linear[rgb[3 * i]], Linear[rgb[3 * i + 1]], Linear[rgb[3 * i + 2]]);
            values[i] = 0.2126f * r + 0.7152f * g + 0.0722f * b;
            dark[i] = values[i] < DarkBelow;
            reds[i] = (float)RedScale * Math.Max(0, r - g - b);
            saturated[i] = r > 0 && r / (r + g + b) >= RedShare;
        }
        general.Take(frame, values, dark, countsByLower: true);
        red.Take(frame, reds, saturated, countsByLower: false);
    }

    public IReadOnlyList<FlashStretch> Found() => [.. Stretches(general, false).Concat(Stretches(red, true)).OrderBy(stretch => stretch.Frames.Start)];

    private IEnumerable<FlashStretch> Stretches(FlashTrack track, bool isRed)
    {
        var second = (int)Math.Ceiling(rate.PerSecond);
        var changes = track.Changes;
        FrameStretch? open = null;
        var most = 0;
        for (int first = 0, last = 0; last < changes.Count; last++)
        {
            while (changes[last] - changes[first] >= second) first++;
            var count = last - first + 1;
            if (count <= MostChanges) continue;
            if (open is { } before && changes[first] <= before.End) open = before with { Frames = changes[last] + 1 - before.Start };
            else
            {
                if (open is { } done) yield return new(done, isRed, most / 2.0);
                (open, most) = (new(changes[first], changes[last] + 1 - changes[first]), 0);
            }
            most = Math.Max(most, count);
        }
        if (open is { } end) yield return new(end, isRed, most / 2.0);
    }
}
