using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Server.Library;
using VeniceStudio.Simulator;
using VeniceStudio.Tests.Clips;

namespace VeniceStudio.Tests.Library;

/// <summary>A studio with a key whose media lie in an S3 store, and whose clockwork the test moves.</summary>
public sealed class StudioWithS3 : SqliteStudio, IStudioWithVenice
{
    public const long CacheBytes = 1_000_000;

    private readonly VeniceBeside _beside = new();

    public S3Server S3 { get; } = new();

    public HeardLog Log { get; } = new();

    public StudioApp Studio => this;

    public SimulatorWorld Venice => _beside.Host.World;

    public StudioOptions Settings => Options;

    public MediaStore Store => Services.GetRequiredService<MediaStore>();

    public MediaVault Vault => Services.GetRequiredService<MediaVault>();

    protected override StudioOptions Options => _beside.Point(base.Options) with { S3 = S3.Options with { CacheBytes = CacheBytes } };

    protected override void Adjust(WebApplicationBuilder builder)
    {
        VeniceBeside.StopTheClockwork(builder, Clock);
        builder.Logging.AddProvider(Log);
    }

    public override async ValueTask InitializeAsync()
    {
        await S3.StartAsync();
        await _beside.StartAsync(Clock);
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _beside.Host.DisposeAsync();
        await S3.DisposeAsync();
    }

    /// <summary>The name of a file's object.</summary>
    public string NameOf(string path) => Path.GetRelativePath(Folder, path);

    public bool Has(string path) => S3.Has(NameOf(path));

    /// <summary>One round of what goes on in the background.</summary>
    public Task RoundAsync() => Services.GetRequiredService<VaultRounds>().RunAsync(TestContext.Current.CancellationToken);

    /// <summary>The disk is lost; the database is not.</summary>
    public void WipeTheFolder()
    {
        Directory.CreateDirectory(Store.Root);
        foreach (var folder in Directory.GetDirectories(Store.Root)) Directory.Delete(folder, recursive: true);
    }

    /// <summary>A stored file with a poster, both in the S3 store.</summary>
    public async Task<MediaFile> GivenKeptAsync(Guid account, byte[] content, MediaKind kind = MediaKind.Video)
    {
        var ct = TestContext.Current.CancellationToken;
        var id = Guid.CreateVersion7();
        var (extension, mimeType) = kind == MediaKind.Video ? (".mp4", "video/mp4") : (".jpg", "image/jpeg");
        Store.MakeFolderOf(id);
        await File.WriteAllBytesAsync(Store.PosterPathOf(id), LibraryGiven.Bytes(500), ct);
        var temporary = Store.NewTemporary(extension);
        await File.WriteAllBytesAsync(temporary, content, ct);
        var stored = await Store.TakeInAsync(temporary, id, extension, ct);
        await using var session = await Db.BeginAsync(ct);
        var media = new MediaFile
        {
            Id = id, AccountId = account, Kind = kind, MimeType = mimeType, Extension = extension, Name = "gondola" + extension,
            Bytes = stored.Bytes, Sha256 = stored.Sha256, KeptIn = stored.KeptIn, HasPoster = true, CreatedAt = session.Now,
        };
        await session.InsertMediaAsync(media);
        await session.CommitAsync();
        return media;
    }
}
