namespace VeniceStudio.Media.Ffmpeg;

/// <summary>Chooses the frame with most to see of a video's beginning, and of several about as good the earliest.</summary>
public sealed class PosterChoice
{
    /// <summary>Every so many frames one is looked at: four times a second at 24.</summary>
    private const int Every = 6;

    /// <summary>Looks enough: half a minute at 30 frames a second. Taking the frame decodes all before it.</summary>
    private const int MostLooks = 150;

    /// <summary>As good as the best: the difference that nobody sees between two frames of one scene.</summary>
    private const double NearlyAsGood = 0.85;

    private readonly List<double> scores = [];
    private int frames;

    /// <summary>The chosen frame's place among all frames, from 0; null when there was none.</summary>
    public int? Best
    {
        get
        {
            if (scores.Count == 0) return null;
            var enough = scores.Max() * NearlyAsGood;
            return scores.FindIndex(score => score >= enough) * Every;
        }
    }

    /// <summary>Takes the next small frame.</summary>
    public void Take(ReadOnlySpan<byte> frame)
    {
        if (frames++ % Every == 0 && scores.Count < MostLooks) scores.Add(ScoreOf(frame));
    }

    private static double ScoreOf(ReadOnlySpan<byte> frame)
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
        return Math.Sqrt(Math.Max(0, squares / frame.Length - mean * mean)) + edges / frame.Length;
    }
}
