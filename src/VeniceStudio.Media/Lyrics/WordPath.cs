namespace VeniceStudio.Media.Lyrics;

/// <summary>
/// Aligns two rows of words: Needleman and Wunsch (1970) with gaps that cost to open and little to go on (Gotoh 1982), so that a verse
/// that nobody heard is one gap and not many. Long rows are aligned inside a band around words that occur only once in both: 40 million
/// cells take 40 MB and some 0.4 s, all of 24,000 by 12,000 words would take seven times that.
/// </summary>
internal sealed class WordPath
{
    private const long MostCells = 40_000_000;
    private const int OpenText = -60, MoreText = -12, OpenHeard = -45, MoreHeard = -6, Never = int.MinValue / 2;
    private const byte FromTextGap = 1, FromHeardGap = 2, TextGapOn = 4, HeardGapOn = 8;

    private readonly WordLikeness _like;
    private readonly int _rows, _columns;
    private readonly int[] _low, _high;
    private readonly long[] _at;
    private readonly byte[] _trace;

    private WordPath(WordLikeness like)
    {
        (_like, _rows, _columns) = (like, like.Text.Length, like.Heard.Length);
        (_low, _high) = WordBand.Of(like.TextKeys, like.HeardKeys, MostCells);
        _at = new long[_rows + 1];
        for (var i = 0; i < _rows; i++) _at[i + 1] = _at[i] + _high[i] - _low[i] + 1;
        _trace = new byte[_at[_rows]];
    }

    /// <summary>For each word of the text the recognised word that stands at its place, or −1; rising.</summary>
    public static int[] Of(WordLikeness like) => like.Text.Length == 0 || like.Heard.Length == 0
        ? [.. Enumerable.Repeat(-1, like.Text.Length)]
        : new WordPath(like).Run();

    /// <summary>What two words at one place are worth: the same 200, wholly different ones less than nothing, but less bad than two gaps.</summary>
    public static int Worth(int likeness) => likeness >= 50 ? 4 * likeness - 200 : -50;

    private int[] Run()
    {
        // best: two words meet here at last, or a gap ends here; open: a text word without a partner was the last.
        var (best, open) = (new int[_columns + 2], new int[_columns + 2]);
        Array.Fill(open, Never);
        for (var j = 1; j <= _columns; j++) best[j] = OpenHeard / 3 + MoreHeard * j / 3;   // ad libs before the first line cost little
        for (var i = 1; i <= _rows; i++) Row(i, best, open);
        return Back(best);
    }

    private void Row(int i, int[] best, int[] open)
    {
        var (low, high, at) = (_low[i - 1] + 1, _high[i - 1] + 1, _at[i - 1]);
        var (previousLow, previousHigh) = i == 1 ? (1, _columns) : (_low[i - 2] + 1, _high[i - 2] + 1);
        // Cells above that lie outside the last row's band were never reached.
        for (var j = previousHigh + 1; j <= high; j++) (best[j], open[j]) = (Never, Never);
        var diagonal = low == 1 ? (i == 1 ? 0 : OpenText + MoreText * (i - 1)) : low > previousLow ? best[low - 1] : Never;
        var (left, heardGap, text) = (low == 1 ? OpenText + MoreText * i : Never, Never, _like.Text[i - 1]);
        for (var j = low; j <= high; j++)
        {
            byte trace = 0;
            var (textFresh, textOn) = (best[j] + OpenText, open[j] + MoreText);
            if (textOn > textFresh) trace |= TextGapOn;
            open[j] = Math.Max(textFresh, textOn);
            var (heardFresh, heardOn) = (left + OpenHeard, heardGap + MoreHeard);
            if (heardOn > heardFresh) trace |= HeardGapOn;
            heardGap = Math.Max(heardFresh, heardOn);
            var value = diagonal + Worth(_like.Of(text, _like.Heard[j - 1]));
            if (open[j] > value) (value, trace) = (open[j], (byte)(trace | FromTextGap));
            if (heardGap > value) (value, trace) = (heardGap, (byte)((trace & ~FromTextGap) | FromHeardGap));
            diagonal = best[j];
            best[j] = left = value;
            _trace[at + j - low] = trace;
        }
    }

    private int[] Back(int[] best)
    {
        var path = new int[_rows];
        Array.Fill(path, -1);
        var (i, j) = (_rows, _high[_rows - 1] + 1);
        // Ad libs after the last line cost little too.
        for (var other = _low[_rows - 1] + 1; other <= _high[_rows - 1] + 1; other++)
            if (best[other] + Ending(other) > best[j] + Ending(j)) j = other;
        var (inText, inHeard) = (false, false);
        while (i > 0 && j > _low[i - 1])
        {
            var trace = _trace[_at[i - 1] + j - 1 - _low[i - 1]];
            if (!inText && !inHeard) (inText, inHeard) = ((trace & FromTextGap) != 0, (trace & FromHeardGap) != 0);
            if (inText) (inText, i) = ((trace & TextGapOn) != 0, i - 1);
            else if (inHeard) (inHeard, j) = ((trace & HeardGapOn) != 0, j - 1);
            else path[--i] = --j;
        }
        return path;
    }

    private int Ending(int column) => column == _columns ? 0 : (OpenHeard + MoreHeard * (_columns - column)) / 3;
}
