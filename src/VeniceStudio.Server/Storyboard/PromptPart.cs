namespace VeniceStudio.Server.Storyboard;

/// <summary>A piece of a prompt, kept whole or dropped whole.</summary>
/// <param name="From">Where it comes from: shot, look, cast or brief.</param>
/// <param name="Text">One sentence or more, on one line.</param>
/// <param name="Spare">0: never dropped; the higher, the sooner it goes when the model reads no more.</param>
internal sealed record PromptPart(string From, string Text, int Spare);
