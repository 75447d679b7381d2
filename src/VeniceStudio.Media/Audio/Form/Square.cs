namespace VeniceStudio.Media.Audio.Form;

/// <summary>A number for every two bars.</summary>
internal sealed class Square(int size)
{
    private readonly float[] _values = new float[size * size];

    public int Size => size;

    public ref float this[int row, int column] => ref _values[row * size + column];

    public Span<float> Row(int row) => _values.AsSpan(row * size, size);

    /// <summary>Fills in both halves from a function of two different bars; a bar is wholly like itself.</summary>
    public static Square Symmetric(int size, Func<int, int, float> of)
    {
        var square = new Square(size);
        for (var i = 0; i < size; i++)
        {
            square[i, i] = 1;
            for (var j = 0; j < i; j++) square[i, j] = square[j, i] = of(i, j);
        }
        return square;
    }
}
