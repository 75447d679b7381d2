using VeniceStudio.Server.Films;

namespace VeniceStudio.Server.Making;

/// <summary>Has the film exported and puts it where it was asked for: whole, or not at all.</summary>
internal sealed class FileStep(FilmInTheMaking making)
{
    private bool _triedAgain;

    public async Task<Standing> AdvanceAsync(CancellationToken ct)
    {
        var exports = await making.GetAsync<IReadOnlyList<ExportView>>("exports", ct);
        var export = exports.FirstOrDefault(one => one.FilmId == making.Film!.Id && one.Kind == ExportKind.Mp4Source && one.State != ExportState.Cancelled);
        switch (export?.State)
        {
            case null:
                await making.PostAsync<ExportView>("exports", new MakeExport(ExportKind.Mp4Source, making.Film!.Id, null, null, null), ct);
                return new Awaited("writing", AtOnce: true);
            case ExportState.Done:
                return await FetchedAsync(export, ct);
            case ExportState.Failed when _triedAgain:
                throw new StoppedException(Outcome.Failed, export.Failure?.Sentence ?? "The file could not be written. Look into the studio's log.");
            case ExportState.Failed:
                _triedAgain = true;
                await making.Calls.SendAsync<ExportView>(HttpMethod.Post, $"api/exports/{export.Id}/retry", new { }, ct);
                return new Awaited("writing again");
            default:
                return new Awaited("writing", export.Share);
        }
    }

    private async Task<Standing> FetchedAsync(ExportView export, CancellationToken ct)
    {
        try
        {
            await FetchAsync(export, ct);
            return new Reached(making.Order.Film, new { path = making.Order.Film, export.Bytes, exportId = export.Id });
        }
        catch (RefusalException e) when (e.Type == "not-now" && !_triedAgain)
        {
            // Its disk was lost since, and the studio makes it anew of what it has.
            _triedAgain = true;
            return new Awaited("writing again");
        }
    }

    private async Task FetchAsync(ExportView export, CancellationToken ct)
    {
        var part = making.Order.Film + ".part";
        try
        {
            await using (var file = new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.None, 0, FileOptions.Asynchronous))
            {
                await making.Calls.FetchAsync($"api/exports/{export.Id}/file", file, ct);
                await file.FlushAsync(ct);
                RandomAccess.FlushToDisk(file.SafeFileHandle);
                if (file.Length != export.Bytes) throw new HttpRequestException("The film came in part only.");
            }
            File.Move(part, making.Order.Film, overwrite: true);
        }
        catch (Exception e) when (e is UnauthorizedAccessException || (e is IOException && e is not HttpIOException && e.InnerException is null))
        {
            throw new StoppedException(Outcome.Failed, $"The film cannot be written to {making.Order.Film}: {e.Message} It stays in the studio; call again with another -o.");
        }
        finally
        {
            File.Delete(part);
        }
    }
}
