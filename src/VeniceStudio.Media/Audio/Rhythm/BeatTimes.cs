namespace VeniceStudio.Media.Audio.Rhythm;

/// <summary>From frames to exact moments: the top of the network's odds, then the attack that lies there, then the beats around it.</summary>
internal static class BeatTimes
{
    /// <summary>
    /// Seconds added to every attack as measured: clicks come out 2 ms early and rendered instruments, which take their time to sound, 3 ms
    /// late against their notes. This lies between, with 5 ms for clicks in mind.
    /// </summary>
    private const double Late = -0.0035;

    private const double Reach = 0.028, Likely = 0.010;

    /// <summary>Beats on each side that a beat is held against.</summary>
    private const int Around = 4;

    /// <param name="beats">Frames, in order.</param>
    /// <param name="odds">Of each frame.</param>
    /// <param name="attacks">As <see cref="Attacks"/> gives them.</param>
    /// <returns>Seconds, in the same order.</returns>
    public static double[] Refine(IReadOnlyList<int> beats, float[] odds, float[] attacks)
    {
        double[] times = new double[beats.Count], weights = new double[beats.Count];
        for (var i = 0; i < beats.Count; i++)
        {
            var top = Top(beats[i], odds);
            (times[i], weights[i]) = Attack(top, attacks);
        }
        // One on the first sample may have come out a little before it.
        return [.. Smooth(times, weights).Select(seconds => Math.Max(0, seconds))];
    }

    /// <summary>The top of the parabola through three frames, near the frame that the path chose.</summary>
    private static double Top(int frame, float[] odds)
    {
        var k = frame;
        for (var i = Math.Max(1, frame - 2); i <= Math.Min(odds.Length - 2, frame + 2); i++)
            if (Share(odds[i]) > Share(odds[k]) + 1e-4) k = i;
        if (k < 1 || k > odds.Length - 2) return k / (double)SpectralFrames.Rate;
        double a = Share(odds[k - 1]), b = Share(odds[k]), c = Share(odds[k + 1]);
        var curve = a - 2 * b + c;
        var shift = curve < -1e-9 ? Math.Clamp((a - c) / (2 * curve), -1, 1) : 0;
        return (k + shift) / SpectralFrames.Rate;
    }

    private static double Share(float odds) => 1 / (1 + Math.Exp(-odds));

    private static (double Seconds, double Weight) Attack(double near, float[] attacks)
    {
        const double Seconds = Attacks.Step / (double)IListener.SampleRate;
        var (best, at) = (0.0, -1);
        for (var i = Math.Max(0, (int)((near - Reach) / Seconds)); i <= Math.Min(attacks.Length - 2, (int)((near + Reach) / Seconds)); i++)
        {
            var off = (i * Seconds - near) / Likely;
            var worth = attacks[i] * Math.Exp(-0.5 * off * off);
            if (worth > best) (best, at) = (worth, i);
        }
        if (at < 0 || best < 0.1) return (near, 0.1);
        // Where in its step the sound set in is told by how the rise is shared with the next one.
        double here = attacks[at], next = attacks[at + 1];
        var inside = 1 - here / (here + next + 1e-9) is var late && next > here * 0.3 ? Math.Min(late, 0.5) : 0.25;
        return ((at + inside) * Seconds + Late, Math.Min(1, best));
    }

    /// <summary>
    /// Each beat is drawn towards the line through its neighbours, the more the weaker its own attack. Players and sequencers keep time
    /// better than attacks can be measured; real pushes and pulls of more than some ms stay.
    /// </summary>
    private static double[] Smooth(double[] times, double[] weights)
    {
        var smooth = (double[])times.Clone();
        for (var i = 0; i < times.Length; i++)
        {
            if (Expected(times, weights, i) is not { } expected) continue;
            var off = times[i] - expected;
            var trust = Math.Abs(off) < 0.012 ? 0.25 * weights[i] : weights[i] * Math.Min(1, Math.Abs(off) / 0.03);
            smooth[i] = expected + off * Math.Clamp(trust, 0, 1);
        }
        return smooth;
    }

    private static double? Expected(double[] times, double[] weights, int i)
    {
        var (first, last) = (Math.Max(0, i - Around), Math.Min(times.Length - 1, i + Around));
        if (last - first < 4) return null;
        var period = (times[last] - times[first]) / (last - first);
        double sw = 0, sx = 0, sy = 0, sxx = 0, sxy = 0;
        for (var k = first; k <= last; k++)
        {
            if (k > first && Math.Abs(times[k] - times[k - 1] - period) > 0.08 * period) return null;   // the tempo changes here
            double w = weights[k], x = k - i;
            (sw, sx, sy, sxx, sxy) = (sw + w, sx + w * x, sy + w * times[k], sxx + w * x * x, sxy + w * x * times[k]);
        }
        var spread = sw * sxx - sx * sx;
        return spread < 1e-9 ? null : (sxx * sy - sx * sxy) / spread;
    }
}
