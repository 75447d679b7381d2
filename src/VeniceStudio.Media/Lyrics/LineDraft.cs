namespace VeniceStudio.Media.Lyrics;

/// <summary>A line while its times are being found.</summary>
internal sealed class LineDraft
{
    /// <summary>A line counts as heard when this share of its letters was.</summary>
    private const double Enough = 0.3;

    /// <summary>A pause inside a line is shorter than this, in seconds; beyond it, one side was matched by accident.</summary>
    private const double LongestPause = 3.5;

    private readonly string _text;
    private readonly (double Start, double End, int Likeness)?[] _met;

    public LineDraft(string text)
    {
        _text = text;
        Tokens = LyricAligner.IsLabel(text) ? [] : LyricToken.Of(text);
        _met = new (double, double, int)?[Tokens.Count];
        Times = new (double, double)?[Tokens.Count];
    }

    public IReadOnlyList<LyricToken> Tokens { get; }

    /// <summary>Of each word, once known.</summary>
    public (double Start, double End)?[] Times { get; }

    public bool IsSung => Tokens.Count > 0;

    public bool IsHeard { get; private set; }

    public double Weight => Tokens.Sum(token => token.Weight);

    public double Start { get; set; }

    public double End { get; set; }

    /// <summary>Notes the recognised word at a word's place.</summary>
    public void Meet(int token, HeardWord word, int likeness) => _met[token] = (word.Start, word.End, likeness);

    /// <summary>Decides whether the line was heard, and takes the times that belong to it.</summary>
    public void Judge()
    {
        var (first, last, weight) = Cluster();
        if (weight < Enough * Weight) return;
        IsHeard = true;
        for (var i = 0; i < Tokens.Count; i++)
        {
            if (_met[i] is not { } met) continue;
            // A misheard word among heard ones still was sung there; before and after them it has to be near.
            var near = i < first ? Math.Abs(met.End - _met[first]!.Value.Start) < 1 : i <= last || Math.Abs(met.Start - _met[last]!.Value.End) < 1;
            if (met.Likeness >= 50 ? i >= first && i <= last : near) Times[i] = (met.Start, met.End);
        }
    }

    public LyricLine ToLine()
    {
        if (!IsSung) return LyricLine.Untimed(_text);
        var words = Tokens.Select((token, i) => new LyricWord(_text[token.From..token.To].Trim(), Times[i]!.Value.Start, Times[i]!.Value.End, IsHeard && _met[i] is { Likeness: >= 50 }));
        return new LyricLine(_text, Start, End, IsHeard ? LyricSupport.Heard : LyricSupport.Interpolated, [.. words]);
    }

    /// <summary>The heaviest run of heard words without a long pause between them.</summary>
    private (int First, int Last, double Weight) Cluster()
    {
        var (best, current) = ((First: 0, Last: -1, Weight: 0.0), (First: 0, Last: -1, Weight: 0.0));
        for (var i = 0; i < Tokens.Count; i++)
        {
            if (_met[i] is not { Likeness: >= 50 } met) continue;
            var goesOn = current.Last >= 0 && met.Start - _met[current.Last]!.Value.End < LongestPause;
            current = (goesOn ? current.First : i, i, (goesOn ? current.Weight : 0) + Tokens[i].Weight * met.Likeness / 100);
            if (current.Weight > best.Weight) best = current;
        }
        return best;
    }
}
