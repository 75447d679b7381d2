using VeniceStudio.Server.Library;

namespace VeniceStudio.Server.Orders;

/// <summary>Takes what comes with the answer to a purchase, and comes only once, to where the check finds it, whole or not at all.</summary>
public static class Landing
{
    /// <summary>Why it could not be kept, as the end of a sentence; null when it lies there.</summary>
    /// <param name="store">Where it goes.</param>
    /// <param name="content">Read once. What it throws when it breaks off is the caller's: the purchase is in doubt then.</param>
    /// <param name="announced">Bytes that Venice promised; null when it did not say.</param>
    /// <param name="path">Where the check looks.</param>
    /// <param name="beforehand">Done between the last byte and the name, so that whoever finds the file finds this done too.</param>
    public static async Task<string?> TakeAsync(MediaStore store, Stream content, long? announced, string path, Action? beforehand = null)
    {
        var temporary = store.NewTemporary(".answer");
        try
        {
            // Stopping the studio must not lose what was paid: no cancellation here.
            var length = await store.FillAsync(temporary, content, CancellationToken.None);
            if (announced is { } promised && promised != length) return $"it broke off after {length} of {promised} bytes";
            beforehand?.Invoke();
            File.Move(temporary, path, overwrite: true);
            return null;
        }
        catch (MediaStoreFullException)
        {
            return "the studio's disk was full";
        }
        finally
        {
            MediaStore.Forget(temporary);
        }
    }
}
