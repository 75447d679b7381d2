using Microsoft.Extensions.DependencyInjection;
using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Library;

namespace VeniceStudio.Tests.Library;

/// <summary>Situations: stored files and clips that are simply there.</summary>
internal static class LibraryGiven
{
    public static byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        new Random(count).NextBytes(bytes);
        return bytes;
    }

    public static async Task<MediaFile> GivenMediaAsync(
        this StudioApp studio, Guid accountId, byte[] content, MediaKind kind = MediaKind.Video, string name = "gondola.mp4", bool poster = false)
    {
        var ct = TestContext.Current.CancellationToken;
        var store = studio.Services.GetRequiredService<MediaStore>();
        var (extension, mimeType) = kind switch { MediaKind.Video => (".mp4", "video/mp4"), MediaKind.Image => (".jpg", "image/jpeg"), _ => (".mp3", "audio/mpeg") };
        var temporary = store.NewTemporary(extension);
        await File.WriteAllBytesAsync(temporary, content, ct);
        var id = Guid.CreateVersion7();
        var stored = await store.TakeInAsync(temporary, id, extension, ct);
        if (poster) await File.WriteAllBytesAsync(store.PosterPathOf(id), Bytes(500), ct);

        await using var session = await studio.Db.BeginAsync(ct);
        var media = new MediaFile
        {
            Id = id, AccountId = accountId, Kind = kind, MimeType = mimeType, Extension = extension, Name = name,
            Bytes = stored.Bytes, Sha256 = stored.Sha256, HasPoster = poster, CreatedAt = session.Now,
        };
        await session.InsertMediaAsync(media);
        await session.CommitAsync();
        return media;
    }

    /// <summary>A clip as the work loop would leave it.</summary>
    public static async Task<Guid> GivenAClipAsync(
        this StudioApp studio, Guid accountId, ClipStatus status, Guid? mediaId = null, string? queueId = null, params Guid[] inputs)
    {
        await using var session = await studio.Db.BeginAsync(TestContext.Current.CancellationToken);
        var row = new
        {
            Id = Guid.CreateVersion7(), Ledger = Guid.CreateVersion7(), accountId, status = (int)status, mediaId, queueId, session.Now,
            Finished = status is ClipStatus.Done or ClipStatus.Failed ? session.Now : (DateTimeOffset?)null,
        };
        await session.ExecuteAsync(
            "INSERT INTO ledger (id, account_id, kind, model, state, quoted, reserved_at) VALUES (@Ledger, @accountId, 1, 'wan', 1, 1, @Now)", row);
        await session.ExecuteAsync(
            """
            INSERT INTO clips (id, account_id, batch_id, ledger_id, status, settings, model, model_name, prompt, shown_price, queue_id, media_id, clean_up,
                               created_at, submitted_at, finished_at)
            VALUES (@Id, @accountId, @Id, @Ledger, @status, '{}', 'wan', 'Wan', 'a gondola', 1, @queueId, @mediaId, FALSE, @Now, @Now, @Finished)
            """, row);
        Assert.True(await session.LinkInputsAsync(row.Id, inputs));
        await session.CommitAsync();
        return row.Id;
    }

    public static string PathOf(this StudioApp studio, MediaFile media) => studio.Services.GetRequiredService<MediaStore>().PathOf(media);

    /// <summary>Every file of the store, temporary ones included.</summary>
    public static IReadOnlyList<string> Stored(this StudioApp studio)
    {
        var root = studio.Services.GetRequiredService<MediaStore>().Root;
        return Directory.Exists(root) ? Directory.GetFiles(root, "*", SearchOption.AllDirectories) : [];
    }
}
