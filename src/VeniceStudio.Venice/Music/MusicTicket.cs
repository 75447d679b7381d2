namespace VeniceStudio.Venice;

/// <summary>The claim to a paid sound. Store all of it in one durable write before anything else: Venice lists no jobs.</summary>
/// <param name="Model">The model that works on it, which may be another than ordered; later calls need this one.</param>
/// <param name="QueueId">Venice's id of the job.</param>
public sealed record MusicTicket(string Model, string QueueId);
