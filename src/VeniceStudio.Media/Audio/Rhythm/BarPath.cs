namespace VeniceStudio.Media.Audio.Rhythm;

/// <summary>
/// Counts the beats into bars: the likeliest metre and place for every beat, by Viterbi's way through bars of two to seven beats. A
/// song keeps its metre and its count unless the downbeats speak strongly against it.
/// </summary>
internal static class BarPath
{
    /// <summary>Metres, and how much less likely each is than four to the bar. What sounds like two is mostly written, and felt, as four.</summary>
    private static readonly (int Beats, float Rare)[] Simple = [(4, 0), (3, 2), (2, 20), (5, 6), (6, 6), (7, 6)];

    /// <summary>The same for beats of three quavers: six of them in a bar are as usual as twelve.</summary>
    private static readonly (int Beats, float Rare)[] Compound = [(4, 0), (3, 4), (2, 1), (5, 9), (6, 9), (7, 9)];

    /// <summary>The price of another metre from a bar line on, and of starting the count anew within a bar.</summary>
    private const float NewMetre = 9, NewCount = 10;

    /// <summary>How much a downbeat's odds count for, and how far from the usual they can be.</summary>
    private const float Gain = 1.2f, Furthest = 4;

    private static readonly (int Metre, int Place)[] States = [.. Simple.SelectMany((metre, m) => Enumerable.Range(0, metre.Beats).Select(place => (m, place)))];

    /// <summary>The place of each beat in its bar, from 1, and the beats of that bar.</summary>
    /// <param name="odds">How much each beat is a downbeat, as the logarithm of its odds.</param>
    /// <param name="isCompound">True where the beats are known to be of three quavers.</param>
    public static (int Place, int Metre)[] Count(ReadOnlySpan<float> odds, bool isCompound)
    {
        var metres = isCompound ? Compound : Simple;
        if (odds.IsEmpty) return [];
        odds = Compared(odds);
        var came = new byte[odds.Length, States.Length];
        var score = new float[States.Length];
        for (var s = 0; s < States.Length; s++) score[s] = Earned(s, odds[0]) - metres[States[s].Metre].Rare;
        var (next, prices) = (new float[States.Length], Prices(metres));
        for (var t = 1; t < odds.Length; t++)
        {
            for (var s = 0; s < States.Length; s++)
            {
                var (best, by) = (float.NegativeInfinity, 0);
                for (var q = 0; q < States.Length; q++)
                    if (score[q] - prices[q, s] is var sum && sum > best) (best, by) = (sum, q);
                next[s] = best + Earned(s, odds[t]);
                came[t, s] = (byte)by;
            }
            (score, next) = (next, score);
        }
        var places = new (int, int)[odds.Length];
        var state = Array.IndexOf(score, score.Max());
        for (var t = odds.Length - 1; t >= 0; t--)
        {
            places[t] = (States[state].Place + 1, Simple[States[state].Metre].Beats);
            state = came[t, state];
        }
        return places;
    }

    /// <summary>
    /// The odds above the song's mean. A count that takes every second downbeat, or every second beat for one, then earns less than the
    /// right one, however sure the network is of this song.
    /// </summary>
    private static float[] Compared(ReadOnlySpan<float> odds)
    {
        var usual = 0f;
        foreach (var one in odds) usual += one / odds.Length;
        var compared = odds.ToArray();
        for (var i = 0; i < compared.Length; i++) compared[i] = Gain * Math.Clamp(compared[i] - usual, -Furthest, Furthest);
        return compared;
    }

    private static float Earned(int state, float odds) => States[state].Place == 0 ? odds : 0;

    private static float[,] Prices((int Beats, float Rare)[] metres)
    {
        var prices = new float[States.Length, States.Length];
        for (var from = 0; from < States.Length; from++)
            for (var to = 0; to < States.Length; to++) prices[from, to] = Price(States[from], States[to], metres);
        return prices;
    }

    private static float Price((int Metre, int Place) from, (int Metre, int Place) to, (int Beats, float Rare)[] metres)
    {
        var isBarLine = from.Place == metres[from.Metre].Beats - 1;
        if (from.Metre == to.Metre && (isBarLine ? 0 : from.Place + 1) == to.Place) return 0;
        if (to.Place != 0) return float.PositiveInfinity;
        return (isBarLine ? 0 : NewCount) + (from.Metre == to.Metre ? 0 : NewMetre + metres[to.Metre].Rare / 2);
    }
}
