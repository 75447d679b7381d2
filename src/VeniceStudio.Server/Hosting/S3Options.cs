namespace VeniceStudio.Server.Hosting;

/// <summary>An S3 store that keeps the media: Amazon's own, or any other that speaks its language. Half of it is refused at the start.</summary>
public sealed record S3Options
{
    private const int DefaultCacheGigabytes = 5;

    /// <summary>S3_ENDPOINT: where the store is, when it is not Amazon's. Buckets are then named in the path, which every store understands.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>S3_BUCKET.</summary>
    public required string Bucket { get; init; }

    /// <summary>S3_REGION. Amazon wants it; most others take any.</summary>
    public required string Region { get; init; }

    /// <summary>S3_ACCESS_KEY_ID.</summary>
    public required string AccessKeyId { get; init; }

    /// <summary>S3_SECRET_ACCESS_KEY. Never shown, never logged.</summary>
    public required string SecretAccessKey { get; init; }

    /// <summary>S3_PREFIX: a folder inside the bucket, so that several studios can share it. Ends in a slash, or is empty.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>S3_CACHE_GB: how much of the media stays in the data folder, in bytes; 0 keeps all.</summary>
    public long CacheBytes { get; init; } = DefaultCacheGigabytes * 1_000_000_000L;

    /// <summary>The store's name in rows and sentences: what keeps one file apart from the same file elsewhere.</summary>
    public string Place => $"{Endpoint?.Authority ?? "s3.amazonaws.com"}/{Bucket}/{Prefix}";

    /// <summary>The store that the settings name; null when they name none, or make no sense.</summary>
    public static S3Options? Read(SettingsReader read)
    {
        var (bucket, key, secret) = (read.Text("S3_BUCKET"), read.Text("S3_ACCESS_KEY_ID"), read.Text("S3_SECRET_ACCESS_KEY"));
        var (endpoint, region) = (read.Text("S3_ENDPOINT"), read.Text("S3_REGION"));
        var gigabytes = read.Whole("S3_CACHE_GB", DefaultCacheGigabytes, 0, 1_000_000);
        // A prefix or a cache size alone wants nothing moved; every other one of them does.
        if ((bucket ?? key ?? secret ?? endpoint ?? region) is null) return null;

        string[] missing =
        [
            .. bucket is null ? ["S3_BUCKET"] : Array.Empty<string>(), .. key is null ? ["S3_ACCESS_KEY_ID"] : Array.Empty<string>(),
            .. secret is null ? ["S3_SECRET_ACCESS_KEY"] : Array.Empty<string>(), .. (endpoint ?? region) is null ? ["S3_REGION (or S3_ENDPOINT)"] : Array.Empty<string>(),
        ];
        read.Require(missing.Length == 0, $"Only half of an S3 store is set. Set {string.Join(" and ", missing)} too, or take all S3_ settings away to keep media in STUDIO_DATA.");
        var prefix = (read.Text("S3_PREFIX") ?? "").Trim('/');
        read.Require(prefix.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '/' or '-' or '_' or '.'), "S3_PREFIX takes letters, digits, and the signs / - _ and a point.");
        var address = endpoint is null ? null : read.Address("S3_ENDPOINT", "https://s3.amazonaws.com");
        return missing.Length > 0 ? null : new S3Options
        {
            Endpoint = address, Bucket = bucket!, Region = region ?? "us-east-1", AccessKeyId = key!, SecretAccessKey = secret!,
            Prefix = prefix.Length == 0 ? "" : prefix + "/", CacheBytes = gigabytes * 1_000_000_000L,
        };
    }

    /// <summary>Without the secret, whoever prints it.</summary>
    public override string ToString() => Place;
}
