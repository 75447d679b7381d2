namespace VeniceStudio.Tests.Media;

/// <summary>Twenty songs of different tempo, metre and length, with known beats; and lengths that video models sell.</summary>
internal static class CutSongs
{
    public static IReadOnlyList<CutSong> All { get; } =
    [
        CutSong.OfBars("pop", 210, _ => 120, 4, [4, 16, 8, 16]),
        CutSong.OfBars("ballad", 285, _ => 68, 4, [4, 8, 8], first: 0.4),
        CutSong.OfBars("techno", 390, _ => 132, 4, [16, 32, 16]),
        CutSong.OfBars("drum and bass", 300, _ => 174, 4, [16, 32]),
        CutSong.OfBars("waltz", 195, _ => 180, 3, [8, 16, 16]),
        CutSong.OfBars("slow waltz", 240, _ => 84, 3, [8, 8, 16]),
        CutSong.OfBars("seven eight", 225, _ => 220, 7, [4, 8, 8]),
        CutSong.OfBars("five four", 260, _ => 140, 5, [4, 8]),
        CutSong.OfBars("six eight", 230, _ => 190, 6, [4, 8, 8]),
        CutSong.OfBars("jingle of 20 seconds", 20, _ => 128, 4, [4]),
        CutSong.OfBars("sting of 4 seconds", 4, _ => 100, 4, [8]),
        CutSong.OfBars("twelve minutes", 720, _ => 124, 4, [16, 32, 32, 16]),
        CutSong.OfBars("tempo change", 240, at => at < 120 ? 96 : 144, 4, [8, 8, 16]),
        CutSong.OfBars("slowing down", 200, at => 150 - at / 3, 4, [8, 16]),
        CutSong.OfBars("human drummer", 252, _ => 104, 4, [4, 16, 8], first: 0.21, shake: 25),
        CutSong.OfBars("silence at first", 180, _ => 110, 4, [8, 16], first: 7.3),
        CutSong.OfBars("beats without bars", 190, _ => 97, 0, [6, 10]),
        CutSong.OfBars("many short sections", 234, _ => 120, 4, [1, 2, 1, 4, 1, 8, 2]),
        CutSong.OfBars("quiet middle", 236, _ => 126, 4, [8, 16], quiet: [(80, 112), (170, 177)]),
        CutSong.OfBars("dirge", 250, _ => 42, 4, [4, 8]),
    ];

    /// <summary>Songs that have no beats at all.</summary>
    public static IReadOnlyList<CutSong> Beatless { get; } =
    [
        CutSong.WithoutBeats("rain", 180),
        CutSong.WithoutBeats("speech", 95, 21.7, 60.2),
        CutSong.WithoutBeats("a sigh", 1.5),
    ];

    /// <summary>Seconds, as the catalogue's models sell them; none: any length.</summary>
    public static IReadOnlyList<(string Name, double[] Seconds)> Lengths { get; } =
    [
        ("5 10", [5, 10]), ("4 6 8", [4, 6, 8]), ("3-15", [.. Enumerable.Range(3, 13)]), ("6 8 10", [6, 8, 10]), ("5", [5]), ("any", []),
        ("5 10 15 20", [5, 10, 15, 20]), ("4 6 8 10", [4, 6, 8, 10]), ("1-15", [.. Enumerable.Range(1, 15)]), ("1-10", [.. Enumerable.Range(1, 10)]),
        ("5 10 15", [5, 10, 15]), ("5 10 15 20 30", [5, 10, 15, 20, 30]), ("6-20 even", [6, 8, 10, 12, 14, 16, 18, 20]),
        ("5-15", [.. Enumerable.Range(5, 11)]), ("3 5 8 10 15", [3, 5, 8, 10, 15]), ("5 8", [5, 8]), ("2-10", [.. Enumerable.Range(2, 9)]),
        ("4-12", [.. Enumerable.Range(4, 9)]), ("4-15", [.. Enumerable.Range(4, 12)]), ("4-30", [.. Enumerable.Range(4, 27)]),
        ("4 8 12", [4, 8, 12]), ("4 8 12 16 20", [4, 8, 12, 16, 20]), ("8", [8]), ("3 5 8 10 12 14 16", [3, 5, 8, 10, 12, 14, 16]), ("6", [6]),
    ];
}
