namespace VeniceStudio.Server.Making;

/// <summary>Where <c>make</c> was called from.</summary>
/// <param name="Output">For what was asked for.</param>
/// <param name="Errors">For what went wrong, and for questions.</param>
/// <param name="Input">Answers questions; null where nobody is there to answer.</param>
/// <param name="Width">Columns of a terminal that can rewrite its line; null for a file or a pipe.</param>
internal sealed record Terminal(TextWriter Output, TextWriter Errors, TextReader? Input, Func<int>? Width)
{
    /// <summary>That of this process.</summary>
    public static Terminal Own() => new(
        Console.Out, Console.Error, Console.IsInputRedirected ? null : Console.In,
        Console.IsOutputRedirected || Environment.GetEnvironmentVariable("TERM") is "dumb" ? null : () => Math.Max(40, Console.WindowWidth));
}
