namespace VeniceStudio.Server.Making;

/// <summary>Shows how far the film is.</summary>
internal interface IDisplay
{
    /// <summary>Something worth knowing besides the steps.</summary>
    void Say(string sentence);

    /// <summary>What a step waits for; told again and again.</summary>
    void Waits(string step, Awaited standing);

    void Reaches(string step, Reached standing);

    /// <summary>How the whole ended, unless it ended in a film.</summary>
    void Stops(string step, Outcome outcome, string sentence);

    /// <summary>A question comes: nothing may be left half written.</summary>
    void Clear();
}
