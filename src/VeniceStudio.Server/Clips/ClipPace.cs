namespace VeniceStudio.Server.Clips;

/// <summary>How long a model takes for a clip.</summary>
/// <param name="Took">What its last clips took here, in any order; at most <see cref="Remembered"/>.</param>
/// <param name="Named">What Venice says; null when it has said nothing.</param>
internal sealed record ClipPace(IReadOnlyList<TimeSpan> Took, TimeSpan? Named)
{
    /// <summary>How many clips back are looked.</summary>
    public const int Remembered = 20;

    /// <summary>
    /// Whether what was measured counts. Of clips that go together the quickest come home first, so Venice's word is better until as many are home
    /// as are under way.
    /// </summary>
    /// <param name="atVenice">How many clips of the model are under way at the same time.</param>
    public bool IsMeasured(int atVenice) => Took.Count > 0 && (Named is null || Took.Count >= Math.Min(atVenice, Remembered));

    /// <summary>The median of what was measured, or Venice's word; null when nobody knows.</summary>
    /// <inheritdoc cref="IsMeasured"/>
    public TimeSpan? Usual(int atVenice) => IsMeasured(atVenice) ? Took.Order().ElementAt(Took.Count / 2) : Named;
}
