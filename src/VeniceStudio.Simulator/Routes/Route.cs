using VeniceStudio.Simulator.Wire;

namespace VeniceStudio.Simulator.Routes;

/// <summary>One route of the imitated service.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Whole path with parameters in braces.</param>
/// <param name="Name">As calls are counted and rules name it.</param>
/// <param name="Summary">For the API document.</param>
/// <param name="Handle">Answers it.</param>
internal sealed record Route(string Method, string Path, string Name, string Summary, Func<Call, Task> Handle)
{
    /// <summary>Answers without a key.</summary>
    public bool Open { get; init; }

    /// <summary>The JSON body, if it takes one.</summary>
    public BodySchema? Body { get; init; }

    /// <summary>The text fields beside the file, if it takes a form.</summary>
    public string[]? Form { get; init; }
}
