namespace VeniceStudio.Media.Lyrics;

/// <summary>Gives a time to every word that was not heard, from those that were.</summary>
internal static class LinePlacing
{
    /// <summary>Seconds of a letter where the song itself tells nothing: five-letter words at 150 a minute.</summary>
    private const double UsualPace = 0.067;

    public static void Fill(IReadOnlyList<LineDraft> drafts, double duration)
    {
        var sung = drafts.Where(draft => draft.IsSung).ToList();
        var pace = Pace(sung);
        var before = 0.0;
        for (var i = 0; i < sung.Count; i++)
        {
            if (!sung[i].IsHeard) continue;
            var until = sung.Skip(i + 1).FirstOrDefault(other => other.IsHeard) is { } next ? First(next) : duration;
            Complete(sung[i], before, Math.Max(until, Last(sung[i])), pace);
            before = sung[i].End;
        }
        for (var i = 0; i < sung.Count; i++)
        {
            if (sung[i].IsHeard) continue;
            var end = i;
            while (end < sung.Count && !sung[end].IsHeard) end++;
            Between(sung.GetRange(i, end - i), i == 0 ? null : sung[i - 1].End, end == sung.Count ? null : sung[end].Start, duration, pace);
            i = end;
        }
    }

    private static double First(LineDraft draft) => draft.Times.First(time => time is not null)!.Value.Start;

    private static double Last(LineDraft draft) => draft.Times.Last(time => time is not null)!.Value.End;

    /// <summary>Seconds that a letter takes in this song: the middle of its heard words.</summary>
    private static double Pace(List<LineDraft> sung)
    {
        var paces = sung.Where(line => line.IsHeard)
            .SelectMany(line => line.Tokens.Select((token, i) => line.Times[i] is { } time ? (time.End - time.Start) / token.Weight : -1)).Where(pace => pace > 0).Order().ToList();
        return paces.Count < 8 ? UsualPace : Math.Clamp(paces[paces.Count / 2], UsualPace / 3, UsualPace * 4);
    }

    /// <summary>Lays the words that were missed in a heard line between those that were not, or before and after them.</summary>
    private static void Complete(LineDraft line, double from, double to, double pace)
    {
        for (var i = 0; i < line.Tokens.Count; i++)
        {
            if (line.Times[i] is not null) continue;
            var end = i;
            while (end < line.Tokens.Count && line.Times[end] is null) end++;
            var weight = Enumerable.Range(i, end - i).Sum(token => line.Tokens[token].Weight);
            var (left, right) = (i == 0 ? (double?)null : line.Times[i - 1]!.Value.End, end == line.Tokens.Count ? (double?)null : line.Times[end]!.Value.Start);
            var start = left ?? Math.Max(from, right!.Value - weight * pace);
            Lay(line, i, end, Math.Min(start, right ?? start), right ?? Math.Max(start, Math.Min(to, start + weight * pace)));
        }
        (line.Start, line.End) = (line.Times[0]!.Value.Start, line.Times[^1]!.Value.End);
    }

    /// <summary>Lays lines that nobody heard between heard ones. In a long pause they are spread, but none lasts much longer than it needs.</summary>
    private static void Between(List<LineDraft> lines, double? after, double? before, double duration, double pace)
    {
        var weight = lines.Sum(line => line.Weight);
        var need = weight * pace * 1.4;   // with the breath between lines
        var (from, to) = (after, before) switch
        {
            (null, null) => (0, duration),
            (null, { } next) => (Math.Max(0, next - need), next),
            ({ } last, null) => (last, Math.Min(duration, last + need)),
            ({ } last, { } next) => (last, Math.Max(last, next)),
        };
        foreach (var line in lines)
        {
            var share = (to - from) * line.Weight / weight;
            weight -= line.Weight;
            (line.Start, line.End) = (from, from + Math.Min(share, line.Weight * pace * 1.5));
            Lay(line, 0, line.Tokens.Count, line.Start, line.End);
            from += share;
        }
    }

    private static void Lay(LineDraft line, int first, int end, double from, double to)
    {
        var (weight, at) = (Enumerable.Range(first, end - first).Sum(token => line.Tokens[token].Weight), from);
        for (var i = first; i < end; i++)
        {
            var next = at + (to - from) * line.Tokens[i].Weight / weight;
            line.Times[i] = (at, Math.Min(next, to));
            at = Math.Min(next, to);
        }
    }
}
