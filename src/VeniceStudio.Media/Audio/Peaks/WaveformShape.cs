namespace VeniceStudio.Media.Audio.Peaks;

/// <summary>
/// A whole song at a glance, as lists show it: <see cref="Columns"/> columns of four bytes, from its beginning to its end. The first is how far the
/// sound swings on average, 0 to 127: the peaks alone, as a page draws them, are as high everywhere in finished music. The others are the loudness of
/// the bands, as <see cref="WaveformPoint"/> has them.
/// </summary>
public static class WaveformShape
{
    public const int Columns = 96;

    /// <summary>Bytes of a column.</summary>
    public const int ColumnBytes = 4;

    /// <summary>The shape; a song without a sample is flat.</summary>
    public static byte[] Of(Waveform waveform)
    {
        var level = waveform.Levels.LastOrDefault(level => level.Count >= Columns) ?? waveform.Levels[0];
        var shape = new byte[Columns * ColumnBytes];
        for (var column = 0; column < Columns && level.Count > 0; column++)
        {
            var first = column * level.Count / Columns;
            var points = Enumerable.Range(first, Math.Max(1, (column + 1) * level.Count / Columns - first)).Select(at => level[at]).ToList();
            byte Mean(Func<WaveformPoint, int> of) => (byte)Math.Round(points.Average(of));
            byte[] bytes = [Mean(point => (point.Max - point.Min) / 2), Mean(point => point.Low), Mean(point => point.Mid), Mean(point => point.High)];
            bytes.CopyTo(shape, column * ColumnBytes);
        }
        return shape;
    }
}
