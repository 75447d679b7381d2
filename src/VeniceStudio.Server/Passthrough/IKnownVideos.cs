namespace VeniceStudio.Server.Passthrough;

/// <summary>Videos that were ordered through the studio. Their questions are answered here; Venice is not asked again.</summary>
public interface IKnownVideos
{
    /// <summary>The video behind Venice's id, whoever ordered it; null when it was not ordered here.</summary>
    Task<KnownVideo?> FindAsync(string queueId, CancellationToken ct);

    /// <summary>Notes that the copy at Venice is wanted gone. It goes once the video is safe here, never before.</summary>
    Task CleanUpAsync(KnownVideo video, CancellationToken ct);
}
