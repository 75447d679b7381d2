using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Events;
using VeniceStudio.Server.Tracks;

namespace VeniceStudio.Server.Sounds;

/// <summary>Tells a track how the recognition of its words is getting on, in the transaction that moves the order and its money.</summary>
public sealed class Recognitions(IStudioEvents events)
{
    public async Task MovedAsync(DbSession session, Sound order)
    {
        if (order.TrackId is not { } track) return;
        switch (order.Status)
        {
            case ClipStatus.Done when order.Heard.Count > 0:
                await session.FinishRecognitionAsync(track, order.Heard);
                break;
            case ClipStatus.Done or ClipStatus.Failed or ClipStatus.Uncertain or ClipStatus.PriceChanged:
                await session.FailRecognitionAsync(track, order.Sentence ?? "The lyrics could not be recognised. Try again.");
                break;
            case ClipStatus.Cancelled:
                await session.FailRecognitionAsync(track, "The recognition was cancelled before anything was paid.");
                break;
            case ClipStatus.Reserved or ClipStatus.Submitting:
                await session.StartRecognitionAsync(track, order.LedgerId, order.Model);
                break;
        }
        session.AfterCommit(() => events.Publish(new Changed("tracks", order.AccountId)));
    }
}
