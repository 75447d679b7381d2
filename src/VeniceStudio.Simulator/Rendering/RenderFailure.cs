namespace VeniceStudio.Simulator.Rendering;

/// <summary>A clip that could not be drawn; the message holds ffmpeg's own words.</summary>
internal sealed class RenderFailure(string message, Exception? inner = null) : Exception(message, inner);
