namespace VeniceStudio.Media.Composition;

/// <summary>The point of a picture that has to stay in the frame when its shape changes.</summary>
/// <param name="X">0 left to 1 right.</param>
/// <param name="Y">0 top to 1 bottom.</param>
public readonly record struct Focus(double X, double Y)
{
    public static Focus Middle { get; } = new(0.5, 0.5);
}
