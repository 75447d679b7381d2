using System.Text;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Hosting;

namespace VeniceStudio.Server.Library;

/// <summary>
/// Sees to it that one place in a bucket has one studio: the first one leaves its name there. Without that, a second studio with the
/// same settings would take the first one's files for leftovers, and delete them.
/// </summary>
internal sealed class VaultOwner(StudioDb db, S3Bucket bucket, S3Options options)
{
    private const string Name = "studio-id";
    private volatile bool _isOurs;

    private string Key => options.Prefix + Name;

    /// <exception cref="MediaStoreAwayException">It is another studio's, or the store does not answer.</exception>
    public async Task HoldAsync(CancellationToken ct)
    {
        if (_isOurs) return;
        var ours = Encoding.ASCII.GetBytes(await NameAsync(ct));
        using (var there = await bucket.OpenAsync(Key, null, ct))
        {
            if (there is null) await BeginAsync(ours, ct);
            else if (!await IsAsync(there.Content, ours, ct))
                throw new MediaStoreAwayException(
                    $"The bucket {options.Bucket} holds the files of another studio. Set S3_PREFIX to a folder of this studio's own; or, when that studio is gone for good, delete its object {Key}.");
        }
        _isOurs = true;
    }

    /// <summary>Asks the store for one thing that must be there.</summary>
    /// <exception cref="MediaStoreAwayException">It does not answer, or what was kept in it is gone.</exception>
    public async Task LookAsync(CancellationToken ct)
    {
        if (await bucket.FindAsync(Key, ct) is not null) return;
        throw Emptied();
    }

    /// <summary>Leaves this studio's name in a place that has none; not where rows say that files should be.</summary>
    private async Task BeginAsync(byte[] ours, CancellationToken ct)
    {
        await using (var session = await db.ReadAsync(ct))
            if (await session.IsInUseAsync(options.Place)) throw Emptied();
        await bucket.PutAsync(Key, new MemoryStream(ours), null, ct);
    }

    private MediaStoreAwayException Emptied() => new(
        $"What this studio kept in the bucket {options.Bucket} is no longer there. Check S3_BUCKET and S3_PREFIX; if the objects are gone for good, another S3_PREFIX takes in what the data folder still has.");

    private static async Task<bool> IsAsync(Stream content, byte[] ours, CancellationToken ct)
    {
        var there = new byte[ours.Length + 1];
        return await content.ReadAtLeastAsync(there, there.Length, throwOnEndOfStream: false, ct) == ours.Length && there.AsSpan(0, ours.Length).SequenceEqual(ours);
    }

    private async Task<string> NameAsync(CancellationToken ct)
    {
        const string Known = "SELECT value FROM settings WHERE name = @Name";
        await using (var reading = await db.ReadAsync(ct))
            if (await reading.OneAsync<string>(Known, new { Name }) is { } known) return known;
        await using var session = await db.BeginAsync(ct);
        await session.ExecuteAsync("INSERT INTO settings (name, value) VALUES (@Name, @id) ON CONFLICT (name) DO NOTHING", new { Name, id = Guid.CreateVersion7().ToString() });
        var name = await session.OneAsync<string>(Known, new { Name });
        await session.CommitAsync();
        return name!;
    }
}
