namespace VeniceStudio.Media.Ffmpeg;

/// <summary>How a run ended. The tail is the last 4 KB of what the program complained about.</summary>
public sealed record ToolOutcome(int ExitCode, string ErrorTail);

/// <summary>How a run ended whose output was wanted as text.</summary>
public sealed record ToolText(int ExitCode, string Text, string ErrorTail);
