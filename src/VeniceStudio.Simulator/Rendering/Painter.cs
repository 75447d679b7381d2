using System.Buffers;
using System.Numerics;

namespace VeniceStudio.Simulator.Rendering;

/// <summary>Paints a clip's light as small raw frames (rgb24); ffmpeg enlarges them, which also makes them soft.</summary>
internal sealed class Painter
{
    private readonly Scene scene;
    private readonly int frames;

    public Painter(ClipRecipe recipe)
    {
        scene = Scene.For(recipe.Prompt, recipe.ToDice());
        frames = recipe.Frames;
        // 192 pixels on the long side: more cost time in proportion and, behind the softness of enlarging, looked the same.
        // Over a seed the light is only a veil, and the seed already costs ffmpeg three times the work.
        var side = recipe.Seed is null ? 192.0 : 112.0;
        var scale = Math.Min(0.3, side / Math.Max(recipe.Width, recipe.Height));
        Width = Math.Max(16, (int)(recipe.Width * scale) / 2 * 2);
        Height = Math.Max(16, (int)(recipe.Height * scale) / 2 * 2);
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Writes every frame in order. Only one frame is held at a time.</summary>
    public async Task PaintAsync(Stream output, CancellationToken ct)
    {
        var size = Width * Height * 3;
        var frame = ArrayPool<byte>.Shared.Rent(size);
        try
        {
            for (var index = 0; index < frames; index++)
            {
                Paint(frame, index / (float)ClipRecipe.Rate);
                await output.WriteAsync(frame.AsMemory(0, size), ct);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(frame);
        }
    }

    private void Paint(byte[] frame, float t)
    {
        var half = Math.Min(Width, Height) / 2f;
        var at = 0;
        scene.Begin(t);
        for (var row = 0; row < Height; row++)
        {
            var y = (row + 0.5f - Height / 2f) / half;
            for (var column = 0; column < Width; column++)
            {
                var x = (column + 0.5f - Width / 2f) / half;
                // Darker corners hold the eye in the middle, and white text stays legible on them.
                var corner = 1 - 0.16f * MathF.Min(2, x * x * 0.35f + y * y);
                var colour = Vector3.Clamp(scene.At(x, y, t) * corner, Vector3.Zero, Vector3.One) * 255;
                frame[at++] = (byte)colour.X;
                frame[at++] = (byte)colour.Y;
                frame[at++] = (byte)colour.Z;
            }
        }
    }
}
