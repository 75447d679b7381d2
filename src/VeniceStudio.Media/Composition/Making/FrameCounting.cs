using System.Globalization;

namespace VeniceStudio.Media.Composition;

/// <summary>Adds up the frames of encoders that work side by side and tells whoever waits. Each encoder says how far it is.</summary>
internal sealed class FrameCounting(int total, IProgress<ComposeProgress>? listener)
{
    private readonly Lock counting = new();
    private readonly Dictionary<string, int> current = [];
    private int done, reused;

    /// <summary>A segment that need not be made.</summary>
    public void Reuse(int frames)
    {
        lock (counting)
        {
            done += frames;
            reused += frames;
        }
    }

    public void Tell(ComposeStage stage)
    {
        lock (counting) listener?.Report(new(stage, Math.Min(total, done + current.Values.Sum()), total, reused));
    }

    /// <summary>Follows one encoder's report; <paramref name="uses"/> is how often the film shows what it makes.</summary>
    /// <returns>The frames it has made.</returns>
    public async Task<int> FollowAsync(string key, int uses, Stream report, CancellationToken ct)
    {
        using var lines = new StreamReader(report);
        var made = 0;
        while (await lines.ReadLineAsync(ct) is { } line)
        {
            if (!line.StartsWith("frame=", StringComparison.Ordinal)
                || !int.TryParse(line.AsSpan(6), NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture, out made)) continue;
            lock (counting) current[key] = made * uses;
            Tell(ComposeStage.Encoding);
        }
        return made;
    }

    /// <summary>An encoder has ended well.</summary>
    public void Finish(string key, int frames)
    {
        lock (counting)
        {
            current.Remove(key);
            done += frames;
        }
        Tell(ComposeStage.Encoding);
    }
}
