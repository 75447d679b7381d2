namespace VeniceStudio.Media.Audio.Form;
internal static class Roles
{
    public static IReadOnlyList<Section> Of(IReadOnlyList<int> bounds, int[] first, BarSounds sounds, BarLines bars) =>
        [.. Enumerable.Range(0, bounds.Count - 1).Select(i => new Section(bars.Edges[bounds[i]], bars.Edges[bounds[i + 1]], SectionRole.Verse, 0, 0, first[i] == i ? null : first[i], ""))];
}
