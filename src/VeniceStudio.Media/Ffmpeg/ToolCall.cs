namespace VeniceStudio.Media.Ffmpeg;

/// <summary>One run of a program: what to start, with which arguments, and how long it may take.</summary>
public sealed record ToolCall(string Program, IReadOnlyList<string> Arguments, TimeSpan Limit);
