namespace VeniceStudio.Server.Making;

/// <summary>
/// One step of the way from a song to a film. It keeps nothing that counts: each time it looks at what the studio has, does one thing that is
/// missing, and says how it stands. So a way that was interrupted anywhere goes on by being walked again.
/// </summary>
/// <param name="Name">One word, for people and scripts.</param>
/// <param name="AdvanceAsync">Looks, does one thing, and says how it stands.</param>
internal sealed record Step(string Name, Func<CancellationToken, Task<Standing>> AdvanceAsync);

/// <summary>How a step stands.</summary>
/// <param name="Sentence">For people.</param>
internal abstract record Standing(string Sentence);

/// <summary>All that the step is for is there.</summary>
/// <param name="Sentence">What there is.</param>
/// <param name="Facts">The same for scripts; null for nothing.</param>
internal sealed record Reached(string Sentence, object? Facts = null) : Standing(Sentence);

/// <summary>The studio, or Venice, is at it.</summary>
/// <param name="Sentence">What is waited for.</param>
/// <param name="Share">How much of it is done, 0 to 1; null when nobody knows.</param>
/// <param name="AtOnce">There is more to do right away.</param>
internal sealed record Awaited(string Sentence, double? Share = null, bool AtOnce = false) : Standing(Sentence);

/// <summary>The way ends here; the message is for the person who called.</summary>
/// <param name="outcome">What the program ends with.</param>
/// <param name="sentence">Why, and what to do next.</param>
internal sealed class StoppedException(Outcome outcome, string sentence) : Exception(sentence)
{
    public Outcome Outcome => outcome;
}

/// <summary>Exit codes of <c>make</c>.</summary>
internal enum Outcome
{
    /// <summary>The film is there, and measured as whole.</summary>
    Whole = 0,
    Failed = 1,

    /// <summary>A price was not agreed to.</summary>
    NotAgreed = 2,

    /// <summary>Called in a wrong way; the number of sysexits.h.</summary>
    WrongUse = 64,
}
