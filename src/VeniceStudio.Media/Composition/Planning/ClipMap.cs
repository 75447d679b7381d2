using VeniceStudio.Media.Editing;

namespace VeniceStudio.Media.Composition;

/// <summary>Which sample of its clip each frame of a span shows. Samples lie one film frame apart at the clip's speed, from the in-point.</summary>
internal sealed class ClipMap
{
    /// <summary>Speed may be changed this far before anybody sees it.</summary>
    public const double Slowest = 0.85, Fastest = 1.15;

    private readonly int first, available, motion, holdIn, holdOut;
    private readonly WhenShort whenShort;

    /// <param name="clip">The source.</param>
    /// <param name="frames">The span's length.</param>
    /// <param name="rate">The film's.</param>
    /// <param name="whenShort">What fills the rest.</param>
    /// <param name="holdIn">Frames at the span's start that stand still for a match cut.</param>
    /// <param name="holdOut">The same at its end.</param>
    public ClipMap(ClipSource clip, int frames, FrameRate rate, WhenShort whenShort, int holdIn, int holdOut)
    {
        (this.whenShort, this.holdIn, this.holdOut, motion) = (whenShort, holdIn, holdOut, Math.Max(1, frames - holdIn - holdOut));
        var left = (clip.Seconds - clip.In) * rate.PerSecond;
        Speed = Math.Clamp(clip.Speed, Slowest, Fastest);
        if (Samples(left / Speed) < motion) Speed = Math.Max(Slowest, Math.Min(Speed, left / motion));
        available = Samples(left / Speed);
        // What a slowed clip has at its end may round to a frame too few.
        if (available == motion - 1 && Speed > Slowest) available = motion;
        first = -(int)Math.Floor(clip.In * rate.PerSecond / Speed + 1e-6);
    }

    /// <summary>Seconds of clip a second of film.</summary>
    public double Speed { get; }

    /// <summary>The sample that a frame shows.</summary>
    /// <param name="frame">From the span's start; below 0 or past its end in a transition, which takes it from the handles.</param>
    public int At(int frame)
    {
        if (holdIn > 0 && frame < holdIn) return 0;
        var moved = frame - holdIn;
        if (holdOut > 0) moved = Math.Min(moved, motion - 1);
        if (moved < 0) return Math.Max(first, moved);
        if (moved < available) return moved;
        return whenShort switch
        {
            WhenShort.Loop => moved % available,
            WhenShort.PingPong when available > 1 => Bounced(moved % (2 * available - 2)),
            _ => available - 1,
        };
    }

    private int Bounced(int at) => at < available ? at : 2 * available - 2 - at;

    private static int Samples(double frames) => Math.Max(1, (int)Math.Floor(frames + 0.5));
}
