namespace VeniceStudio.Simulator.Sound.Synth;

/// <summary>A room after Schroeder and Moorer: combs that lose their highs, then all-passes; left and right a little apart.</summary>
internal sealed class Room
{
    private static readonly int[] Combs = [1557, 1617, 1491, 1422, 1277, 1356];
    private static readonly int[] Passes = [225, 556, 441];
    private readonly Side left;
    private readonly Side right;
    private readonly float[] early = new float[1760];
    private int at;

    /// <param name="size">Share that a reflection keeps, 0.7 for a small room to 0.88 for a hall.</param>
    public Room(double size) => (left, right) = (new Side((float)size, 0), new Side((float)size, 23));

    /// <summary>Adds what the walls give back.</summary>
    public void Add(ReadOnlySpan<float> send, Span<float> toLeft, Span<float> toRight)
    {
        for (var i = 0; i < send.Length; i++)
        {
            // Forty milliseconds before the first wall keep the source itself clear.
            var sound = early[at];
            early[at] = send[i];
            if (++at == early.Length) at = 0;
            toLeft[i] += left.Next(sound);
            toRight[i] += right.Next(sound);
        }
    }

    private sealed class Side(float keep, int apart)
    {
        private readonly float[][] combs = [.. Combs.Select(length => new float[length + apart])];
        private readonly float[][] passes = [.. Passes.Select(length => new float[length + apart])];
        private readonly int[] combAt = new int[Combs.Length];
        private readonly int[] passAt = new int[Passes.Length];
        private readonly float[] dull = new float[Combs.Length];

        public float Next(float sound)
        {
            float sum = 0;
            for (var k = 0; k < combs.Length; k++)
            {
                var line = combs[k];
                ref var i = ref combAt[k];
                var back = line[i];
                dull[k] = back + (dull[k] - back) * 0.35f;
                line[i] = sound + dull[k] * keep;
                if (++i == line.Length) i = 0;
                sum += back;
            }
            for (var k = 0; k < passes.Length; k++)
            {
                var line = passes[k];
                ref var i = ref passAt[k];
                var back = line[i];
                line[i] = sum + back * 0.5f;
                sum = back - sum * 0.5f;
                if (++i == line.Length) i = 0;
            }
            return sum * 0.12f;
        }
    }
}
