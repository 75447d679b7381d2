namespace VeniceStudio.Simulator.Catalogue;

/// <summary>The lists of ratios, resolutions and durations that several models share.</summary>
internal static class Lists
{
    public static readonly string[] Cinema = ["16:9", "9:16"];
    public static readonly string[] Three = ["16:9", "9:16", "1:1"];
    public static readonly string[] Five = ["16:9", "4:3", "1:1", "3:4", "9:16"];
    public static readonly string[] Six = ["21:9", "16:9", "4:3", "1:1", "3:4", "9:16"];
    public static readonly string[] Seven = ["16:9", "4:3", "3:2", "1:1", "2:3", "3:4", "9:16"];
    public static readonly string[] Eight = ["auto", "21:9", "16:9", "4:3", "1:1", "3:4", "9:16", "9:21"];
    public static readonly string[] Auto = ["Auto"];

    /// <summary>Duration texts for every whole second of a stretch.</summary>
    public static string[] Seconds(int first, int last, int step = 1) =>
        [.. Enumerable.Range(0, (last - first) / step + 1).Select(i => $"{first + i * step}s")];

    public static string[] Of(params int[] seconds) => [.. seconds.Select(s => $"{s}s")];
}
