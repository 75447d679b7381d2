namespace VeniceStudio.Media.Composition;

/// <summary>A file that a segment reads, with the options that stand before it.</summary>
public sealed record SegmentInput(IReadOnlyList<string> Options, SourceFile File);
