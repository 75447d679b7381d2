using System.Globalization;

namespace VeniceStudio.Simulator.Rendering;

/// <summary>The sound of a clip: four soft voices of one chord, breathing slowly, with an octave that plucks on the half second.</summary>
internal static class Chord
{
    private static readonly int[][] Shapes = [[0, 7, 12, 16], [0, 7, 12, 15], [0, 5, 12, 17], [0, 9, 12, 16], [0, 7, 14, 19]];

    /// <summary>An aevalsrc source description: 44.1 kHz stereo for exactly <paramref name="seconds"/>.</summary>
    public static string For(ClipRecipe recipe, string seconds)
    {
        var dice = recipe.ToDice();
        var root = 45 + dice.Below(12);
        var voices = dice.Pick(Shapes).Select((step, voice) => Voice(root + step, 0.05 + voice * 0.03)).ToList();
        var pluck = $"0.05*exp(-7*mod(t\\,0.5))*sin(2*PI*{Hertz(root + 24)}*t)";
        // No voice reaches 1 kHz, so a quarter of the samples is computed: the sound took longer than the picture of a small clip.
        var swell = $"min(1\\,t*3)*min(1\\,({seconds}-t)*3)";
        var left = $"{swell}*({voices[0]}+{voices[1]}+{voices[2]}+{pluck})";
        var right = $"{swell}*({voices[0]}+{voices[1]}+{voices[3]}+{pluck})";
        return $"aevalsrc={left}|{right}:s=11025:d={seconds},aresample=44100";
    }

    private static string Voice(int note, double breath) =>
        $"0.07*(0.75+0.25*sin(2*PI*{breath.ToString(CultureInfo.InvariantCulture)}*t))*sin(2*PI*{Hertz(note)}*t)";

    private static string Hertz(int note) => (440 * Math.Pow(2, (note - 69) / 12.0)).ToString("0.00", CultureInfo.InvariantCulture);
}
