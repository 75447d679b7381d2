using System.Text;
using VeniceStudio.Server.Library;

namespace VeniceStudio.Server.Hosting;

/// <summary>Puts a small object into the S3 store, reads it, lists it, and deletes it: what the studio will do there all day.</summary>
internal static class S3Doctor
{
    public static async Task<Finding> LookAsync(S3Options options, CancellationToken ct)
    {
        using var bucket = new S3Bucket(options);
        var (key, text) = ($"{options.Prefix}doctor-{Guid.CreateVersion7():N}", "A trial of ./studio doctor."u8.ToArray());
        try
        {
            await bucket.PutAsync(key, new MemoryStream(text), null, ct);
            var isSame = await IsAsync(bucket, key, text, ct);
            var isListed = await bucket.ListAsync(key, ct).AnyAsync(one => one.Key == key, ct);
            await bucket.DeleteAsync(key, ct);
            if (!isSame || !isListed) return Finding.Broken($"The S3 store ({options.Place}) takes an object and then {(isSame ? "does not list" : "gives back another one instead of")} it.");
            return Finding.Ok(options.CacheBytes == 0
                ? $"The S3 store ({options.Place}) takes objects, gives them back and deletes them. Everything stays in the data folder as well."
                : $"The S3 store ({options.Place}) takes objects, gives them back and deletes them. Up to {options.CacheBytes / 1_000_000_000} GB stay in the data folder.");
        }
        catch (MediaStoreAwayException e)
        {
            return Finding.Broken(e.Message == MediaStoreAwayException.Usual
                ? $"The S3 store ({options.Place}) does not answer. Check S3_ENDPOINT and S3_REGION, and that this machine reaches it." : e.Message);
        }
    }

    private static async Task<bool> IsAsync(S3Bucket bucket, string key, byte[] text, CancellationToken ct)
    {
        using var body = await bucket.OpenAsync(key, null, ct);
        if (body is null) return false;
        using var reader = new StreamReader(body.Content, Encoding.ASCII);
        return await reader.ReadToEndAsync(ct) == Encoding.ASCII.GetString(text);
    }
}
