namespace VeniceStudio.Media.Composition;

/// <summary>Follows one quantity in every point of the picture and notes the frames in which enough of them turn.</summary>
/// <param name="points">How many.</param>
/// <param name="step">A change of this much counts.</param>
/// <param name="area">In this part of all points.</param>
internal sealed class FlashTrack(int points, float step, double area)
{
    /// <summary>A change over the whole picture may take its points some frames to reach a step.</summary>
    private const int Together = 3;

    private readonly float[] low = new float[points], high = new float[points];
    private readonly bool[] lowCounts = new bool[points], highCounts = new bool[points];
    private readonly sbyte[] way = new sbyte[points];
    private readonly Queue<(int Up, int Down)> recent = [];
    private readonly List<int> changes = [];
    private int lastWay;

    /// <summary>Frames in which the picture turned, alternating up and down.</summary>
    public IReadOnlyList<int> Changes => changes;

    /// <param name="frame">The frame's number.</param>
    /// <param name="values">The quantity in each point.</param>
    /// <param name="counts">Whether a point is of the kind that makes a change count.</param>
    /// <param name="countsByLower">Whether the lower or the higher side of a change has to be of that kind.</param>
    public void Take(int frame, ReadOnlySpan<float> values, ReadOnlySpan<bool> counts, bool countsByLower)
    {
        var (up, down) = (0, 0);
        for (var i = 0; i < values.Length; i++)
        {
            if (frame == 0) Reset(i, values[i], counts[i]);
            var turned = Turned(i, values[i], counts[i], countsByLower);
            if (turned > 0) up++;
            else if (turned < 0) down++;
        }
        recent.Enqueue((up, down));
        if (recent.Count > Together) recent.Dequeue();
        var enough = area * values.Length;
        if (lastWay <= 0 && recent.Sum(one => one.Up) >= enough) Note(frame, 1);
        else if (lastWay >= 0 && recent.Sum(one => one.Down) >= enough) Note(frame, -1);
    }

    private void Note(int frame, int direction)
    {
        changes.Add(frame);
        lastWay = direction;
        recent.Clear();
    }

    private void Reset(int i, float value, bool counts) => (low[i], high[i], lowCounts[i], highCounts[i]) = (value, value, counts, counts);

    /// <summary>Keeps the extremes since the last turn; a value that is a step away from the one behind it turns.</summary>
    private int Turned(int i, float value, bool counts, bool countsByLower)
    {
        if (value < low[i]) (low[i], lowCounts[i]) = (value, counts);
        if (value > high[i]) (high[i], highCounts[i]) = (value, counts);
        if (way[i] <= 0 && value - low[i] >= step && (countsByLower ? lowCounts[i] : counts))
        {
            way[i] = 1;
            Reset(i, value, counts);
            return 1;
        }
        if (way[i] >= 0 && high[i] - value >= step && (countsByLower ? counts : highCounts[i]))
        {
            way[i] = -1;
            Reset(i, value, counts);
            return -1;
        }
        return 0;
    }
}
