namespace VeniceStudio.Media.Ffmpeg;

/// <summary>Chooses the frame with most to see, and of several about as good the earliest.</summary>
public sealed class PosterChoice
{
    /// <summary>As good as the best: the difference that nobody sees between two frames of one scene.</summary>
    private const double NearlyAsGood = 0.85;

    private readonly List<double> scores = [];

    /// <summary>The chosen frame's place, from 0; null when there was none.</summary>
    public int? Best => scores.Count == 0 ? null : scores.FindIndex(score => score >= scores.Max() * NearlyAsGood);

    /// <summary>Looks at one small frame.</summary>
    public void Take(ReadOnlySpan<byte> frame)
    {
        double sum = 0, squares = 0, edges = 0;
        for (var i = 0; i < frame.Length; i++)
        {
            sum += frame[i];
            squares += frame[i] * frame[i];
            if (i > 0) edges += Math.Abs(frame[i] - frame[i - 1]);
        }
        var mean = sum / frame.Length;
        // A fade has little contrast, a blurred whip pan few edges: both count against a frame.
        scores.Add(Math.Sqrt(Math.Max(0, squares / frame.Length - mean * mean)) + edges / frame.Length);
    }
}
