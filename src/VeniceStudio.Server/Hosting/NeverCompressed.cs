namespace VeniceStudio.Server.Hosting;

/// <summary>On a route whose answers pass through as they are: media do not shrink, and a stream must not wait in a compressor.</summary>
internal sealed record NeverCompressed;
