using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using VeniceStudio.Server.Hosting;

namespace VeniceStudio.Server.Library;

/// <summary>An uploaded file as it arrived, in the temporary folder; gone when disposed. Its name is the sender's word, nothing more.</summary>
internal sealed record ReceivedFile(string Path, string? Name) : IDisposable
{
    public const string Field = "file";

    /// <summary>More parts than a browser would ever send.</summary>
    private const int MostParts = 16;

    public void Dispose() => MediaStore.Forget(Path);

    /// <summary>
    /// Streams the form's field <c>file</c> to the disk; the framework's own form would first keep all of it elsewhere. Nothing stays
    /// when it breaks off, is too large or finds no room.
    /// </summary>
    public static async Task<(ReceivedFile? File, ProblemHttpResult? Refusal)> ReceiveAsync(
        HttpRequest request, MediaStore store, int mostMegabytes, CancellationToken ct)
    {
        if (BoundaryOf(request) is not { } boundary)
            return (null, Problems.Of(415, "wrong-kind", "Send the file as multipart/form-data, in a field named \"file\".", ("field", Field)));
        var most = mostMegabytes * 1024L * 1024;
        var path = store.NewTemporary(".upload");
        try
        {
            var form = new MultipartReader(boundary, request.Body);
            for (var part = 0; part < MostParts && await form.ReadNextSectionAsync(ct) is { } section; part++)
            {
                if (section.GetContentDispositionHeader() is not { } disposition || !IsTheFile(disposition)) continue;
                var length = await store.FillAsync(path, section.Body, ct, most);
                if (length <= most) return (new ReceivedFile(path, NameOf(disposition)), null);
                MediaStore.Forget(path);
                return (null, Problems.Of(413, "too-large", $"A file may have at most {mostMegabytes} MB. Choose a smaller one.", ("field", Field), ("limitBytes", most)));
            }
            return (null, Problems.Bad(Field, "There is no file in this form. Choose one and send it in the field \"file\"."));
        }
        catch (Exception e) when (e is IOException or InvalidDataException && e is not (MediaStoreException or BadHttpRequestException)
            && !ct.IsCancellationRequested)
        {
            return (null, Problems.Bad(Field, "The upload broke off before its end. Send the file again."));
        }
    }

    private static string? BoundaryOf(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
        && HeaderUtilities.RemoveQuotes(type.Boundary) is { Length: > 0 and <= 128 } boundary ? boundary.ToString() : null;

    private static bool IsTheFile(ContentDispositionHeaderValue disposition) =>
        disposition.IsFileDisposition() && HeaderUtilities.RemoveQuotes(disposition.Name) == Field;

    private static string? NameOf(ContentDispositionHeaderValue disposition) =>
        disposition.FileNameStar.HasValue ? disposition.FileNameStar.ToString() : HeaderUtilities.RemoveQuotes(disposition.FileName).ToString();
}
