using VeniceStudio.Media.Audio;
using VeniceStudio.Media.Lyrics;

namespace VeniceStudio.Server.Storyboard.Directing;

/// <summary>What is settled about a shot before anybody writes what it shows.</summary>
/// <param name="Id">The shot.</param>
/// <param name="Number">Its place in the film, from 1.</param>
/// <param name="Of">Shots in the film.</param>
/// <param name="Seconds">How long it lasts.</param>
/// <param name="Role">What the song does there.</param>
/// <param name="Section">The section's name, by its creator or by its role.</param>
/// <param name="Energy">0 to 1.</param>
/// <param name="BeginsSection">The first shot of its section.</param>
/// <param name="EndsSection">The last shot of its section.</param>
/// <param name="Lyric">What is sung meanwhile; empty when nothing is.</param>
/// <param name="RepeatOf">The number of the shot at the same place in the section that this one's section repeats.</param>
/// <param name="AngleOf">The number of the shot whose set this one sees from another side.</param>
/// <param name="MovingStill">A picture that only drifts: nothing in it acts.</param>
internal sealed record ShotSlot(
    Guid Id, int Number, int Of, double Seconds, SectionRole Role, string Section, double Energy, bool BeginsSection, bool EndsSection, string Lyric,
    int? RepeatOf, int? AngleOf, bool MovingStill)
{
    private const int LongestLyric = 200;

    /// <summary>Seconds of a line that must fall into a shot for it to count as sung there.</summary>
    private const double LeastOverlap = 0.3;

    /// <summary>The slots of a whole board, in order.</summary>
    public static IReadOnlyList<ShotSlot> InOrder(FilmPapers film, Board board)
    {
        var timed = film.Lyrics.Where(line => line.Start is not null && line.Text.Length > 0).OrderBy(line => line.Start).ToList();
        var firsts = new Dictionary<int, int>();
        var numbers = new Dictionary<Guid, int>();
        for (var at = 0; at < board.Shots.Count; at++)
        {
            firsts.TryAdd(board.Shots[at].Section, at);
            numbers[board.Shots[at].Id] = at + 1;
        }
        return [.. board.Shots.Select((shot, at) => At(film.Song.Sections, board, at, timed, firsts, numbers))];
    }

    private static ShotSlot At(
        IReadOnlyList<Section> sections, Board board, int at, List<LyricLine> timed, Dictionary<int, int> firsts, Dictionary<Guid, int> numbers)
    {
        var (shot, shots) = (board.Shots[at], board.Shots);
        var section = shot.Section >= 0 && shot.Section < sections.Count ? sections[shot.Section] : null;
        var end = board.EndOf(at);
        return new ShotSlot(
            shot.Id, at + 1, shots.Count, end - shot.Start, section?.Role ?? SectionRole.Verse, PlainWords.Of(section?.Name ?? WordOf(section?.Role), 60),
            section?.Energy ?? 0.5, at == 0 || shots[at - 1].Section != shot.Section, at == shots.Count - 1 || shots[at + 1].Section != shot.Section,
            SungBetween(timed, shot.Start, end), RepeatOf(), shot.AngleOf is { } set && numbers.TryGetValue(set, out var other) ? other : null, shot.MovingStill);

        int? RepeatOf()
        {
            if (section?.RepeatOf is not { } first || !firsts.TryGetValue(first, out var start) || !firsts.TryGetValue(shot.Section, out var own)) return null;
            var same = start + at - own;
            return same < at && shots[same].Section == first ? same + 1 : null;
        }
    }

    private static string SungBetween(List<LyricLine> timed, double start, double end)
    {
        var sung = timed.Where((line, at) =>
        {
            var ends = line.End ?? (at + 1 < timed.Count ? timed[at + 1].Start!.Value : line.Start!.Value + 4);
            var shared = Math.Min(ends, end) - Math.Max(line.Start!.Value, start);
            return shared >= Math.Min(LeastOverlap, (ends - line.Start.Value) / 2) && shared > 0;
        });
        return PlainWords.Of(string.Join(" / ", sung.Select(line => line.Text)), LongestLyric);
    }

    private static string WordOf(SectionRole? role) => role switch
    {
        SectionRole.PreChorus => "pre-chorus",
        { } known => known.ToString().ToLowerInvariant(),
        null => "song",
    };
}
