using VeniceStudio.Server.Hosting;
using VeniceStudio.Server.Work;
using VeniceStudio.Venice;

namespace VeniceStudio.Server.Clips;

/// <summary>
/// Deletes a clip at Venice, when its owner wants that, and only once the studio's own copy is safe and written as done. Failing
/// costs nothing but a note.
/// </summary>
public sealed class ClipCleaning(VeniceLink venice, ClipMoves moves)
{
    private const int MostTries = 5;
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(30);

    public async Task StepAsync(Clip clip, WorkClaim claim, CancellationToken ct)
    {
        if (!clip.CleanUp || clip.CleanedAt is not null || clip.Ticket is not { } ticket)
        {
            await moves.WriteAsync(clip, claim, _ => clip.Wait(null), null, ct);
            return;
        }
        try
        {
            var client = await venice.ClientAsync(ct);
            if (ticket.DownloadUrl is not null)
            {
                await client.Video.DeleteDownloadAsync(ticket.DownloadUrl, ct);
            }
            else if (!await client.Video.CompleteAsync(ticket, ct))
            {
                await LaterAsync(clip, claim, "Venice has not deleted it yet.", ct);
                return;
            }
            await moves.WriteAsync(clip, claim, clip.Cleaned, null, ct);
        }
        catch (VeniceException e) when (e.Kind == VeniceErrorKind.NotFound)
        {
            // It is gone already, which is what was wanted.
            await moves.WriteAsync(clip, claim, clip.Cleaned, null, ct);
        }
        catch (VeniceException e)
        {
            await LaterAsync(clip, claim, e.Message, ct);
        }
    }

    public Task GiveUpAsync(Clip clip, WorkClaim claim, CancellationToken ct) => moves.WriteAsync(clip, claim,
        _ => clip.CleanLater("Deleting it at Venice did not work; Venice deletes it by itself after a while.", null), null, ct);

    private Task LaterAsync(Clip clip, WorkClaim claim, string why, CancellationToken ct) =>
        clip.Tries + 1 >= MostTries
            ? GiveUpAsync(clip, claim, ct)
            : moves.WriteAsync(clip, claim, now => clip.CleanLater(why, now + FirstPause * Math.Pow(2, clip.Tries)), null, ct);
}
