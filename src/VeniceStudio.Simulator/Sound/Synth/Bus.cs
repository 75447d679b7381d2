using System.Numerics;
using System.Runtime.InteropServices;

namespace VeniceStudio.Simulator.Sound.Synth;

/// <summary>One block of sound on its way to the output: what is dry, what steps aside for the kick, what goes to the room.</summary>
internal sealed class Bus
{
    /// <summary>Samples of a block: small enough for the processor's cache, large enough that starting a block costs nothing.</summary>
    public const int Size = 2048;

    public float[] Left { get; } = new float[Size];

    public float[] Right { get; } = new float[Size];

    public float[] DuckedLeft { get; } = new float[Size];

    public float[] DuckedRight { get; } = new float[Size];

    public float[] Send { get; } = new float[Size];

    /// <summary>Room for one tone to write into before it is placed.</summary>
    public float[] Scratch { get; } = new float[Size];

    public void Clear()
    {
        foreach (var line in (float[][])[Left, Right, DuckedLeft, DuckedRight, Send]) Array.Clear(line);
    }

    /// <summary>Adds a mono tone at its place in the picture.</summary>
    public void Place(ReadOnlySpan<float> tone, int at, in Seat seat)
    {
        Add(seat.Ducked ? DuckedLeft : Left, tone, at, seat.Left);
        Add(seat.Ducked ? DuckedRight : Right, tone, at, seat.Right);
        if (seat.Send > 0) Add(Send, tone, at, seat.Send);
    }

    private static void Add(float[] line, ReadOnlySpan<float> tone, int at, float gain)
    {
        var target = line.AsSpan(at, tone.Length);
        var wide = MemoryMarshal.Cast<float, Vector<float>>(target);
        var source = MemoryMarshal.Cast<float, Vector<float>>(tone);
        var factor = new Vector<float>(gain);
        for (var i = 0; i < wide.Length; i++) wide[i] += source[i] * factor;
        for (var i = wide.Length * Vector<float>.Count; i < target.Length; i++) target[i] += tone[i] * gain;
    }
}

/// <summary>Where a player sits and how loud it is.</summary>
/// <param name="Left">Gain to the left.</param>
/// <param name="Right">Gain to the right.</param>
/// <param name="Send">Gain into the room.</param>
/// <param name="Ducked">Steps aside for the kick, where a style wants that.</param>
internal readonly record struct Seat(float Left, float Right, float Send, bool Ducked)
{
    /// <param name="gain">Loudness, 1 being full scale.</param>
    /// <param name="pan">-1 is left, 1 is right.</param>
    /// <param name="send">Share that goes into the room.</param>
    /// <param name="ducked">Steps aside for the kick.</param>
    public static Seat At(double gain, double pan = 0, double send = 0, bool ducked = false)
    {
        var angle = (pan + 1) * Math.PI / 4;
        return new Seat((float)(gain * Math.Cos(angle) * Math.Sqrt(2)), (float)(gain * Math.Sin(angle) * Math.Sqrt(2)), (float)(gain * send), ducked);
    }
}
