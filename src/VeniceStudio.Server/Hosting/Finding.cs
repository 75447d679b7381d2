namespace VeniceStudio.Server.Hosting;

internal enum FindingState
{
    Ok,

    /// <summary>Worth knowing; the studio works all the same.</summary>
    Note,

    /// <summary>Something that a person has to mend.</summary>
    Broken,
}

/// <summary>What the doctor found about one thing, in a sentence.</summary>
internal sealed record Finding(FindingState State, string Sentence)
{
    public static Finding Ok(string sentence) => new(FindingState.Ok, sentence);

    public static Finding Note(string sentence) => new(FindingState.Note, sentence);

    public static Finding Broken(string sentence) => new(FindingState.Broken, sentence);

    /// <summary>One line, its state in a column of its own.</summary>
    public override string ToString() => $"{State.ToString().ToLowerInvariant(),-8} {Sentence}";
}
