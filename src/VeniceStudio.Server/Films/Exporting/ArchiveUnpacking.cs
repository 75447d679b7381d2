using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using VeniceStudio.Media.Ffmpeg;
using VeniceStudio.Server.Library;
using VeniceStudio.Server.Projects;

namespace VeniceStudio.Server.Films;

/// <summary>A file of an archive that is in the library's folder now, without a row yet.</summary>
internal sealed record LandedFile(ArchiveFile File, Guid NewId, StoredFile Stored, bool HasPoster);

/// <summary>Takes the parts of an archive out of it, each held against what it claims to be.</summary>
internal sealed partial class ArchiveUnpacking(ZipArchive zip, MediaStore store)
{
    private const long MostText = 32 * 1024 * 1024, MostPoster = 8 * 1024 * 1024, MostFile = 4L * 1024 * 1024 * 1024;
    private const int MostFiles = 5_000;

    private static readonly HashSet<ContentKind> Pictures = [ContentKind.Png, ContentKind.Jpeg, ContentKind.WebP];
    private static readonly HashSet<ContentKind> Videos = [ContentKind.Mp4, ContentKind.Mov, ContentKind.WebM];

    private string _text = "";

    /// <exception cref="ArchiveException">It is not what this studio writes, or comes from a newer one.</exception>
    public async Task<ArchiveDoc> ReadAsync(CancellationToken ct)
    {
        if (zip.GetEntry(ArchiveDoc.EntryName) is not { } entry || entry.Length > MostText) throw new ArchiveException("This archive holds no project. Export the project again and upload that.");
        await using (var stream = await entry.OpenAsync(ct))
        using (var reader = new StreamReader(new Capped(stream, MostText)))
            _text = await reader.ReadToEndAsync(ct);
        var doc = Parse(_text);
        ArchiveRules.Check(doc);
        return doc;
    }

    /// <summary>Takes a file out into a temporary one; whoever asks for it deletes it when it is not taken in.</summary>
    public async Task<string> UnpackAsync(ArchiveFile file, CancellationToken ct)
    {
        if (file.Bytes > MostFile || zip.GetEntry(file.Entry) is not { } entry || entry.Length != file.Bytes) throw Missing(file);
        var temporary = store.NewTemporary(file.Extension);
        await using var stream = await entry.OpenAsync(ct);
        if (await store.FillAsync(temporary, stream, ct, file.Bytes) == file.Bytes && Fits(file, await ContentSniff.OfFileAsync(temporary, ct))) return temporary;
        MediaStore.Forget(temporary);
        throw Missing(file);
    }

    /// <summary>Takes a picture or a video into the library's folder under a new id.</summary>
    public async Task<LandedFile> LandAsync(ArchiveFile file, CancellationToken ct)
    {
        var temporary = await UnpackAsync(file, ct);
        var id = Guid.CreateVersion7();
        store.MakeFolderOf(id);
        var hasPoster = file.HasPoster && await PosterAsync(file, id, ct);
        var stored = await store.TakeInAsync(temporary, id, file.Extension, ct);
        if (stored.Sha256 != file.Sha256)
        {
            MediaStore.Forget(stored.Path);
            throw Missing(file);
        }
        return new LandedFile(file, id, stored, hasPoster);
    }

    /// <summary>The project with the new ids of its files, takes and footage in the place of the old ones.</summary>
    public ArchiveDoc Renamed(ArchiveDoc doc, IEnumerable<LandedFile> landed)
    {
        var names = landed.ToDictionary(file => file.File.Id, file => file.NewId);
        foreach (var id in doc.Takes.Select(take => take.Id).Concat(doc.Footage.Select(one => one.Id)).Distinct()) names[id] = Guid.CreateVersion7();
        return Parse(Id().Replace(_text, match => names.TryGetValue(Guid.Parse(match.ValueSpan), out var named) ? named.ToString() : match.Value));
    }

    private async Task<bool> PosterAsync(ArchiveFile file, Guid id, CancellationToken ct)
    {
        if (zip.GetEntry(file.PosterEntry) is not { } entry || entry.Length > MostPoster) return false;
        var temporary = store.NewTemporary(".jpg");
        try
        {
            await using (var stream = await entry.OpenAsync(ct))
                if (await store.FillAsync(temporary, stream, ct, MostPoster) > MostPoster) return false;
            if (await ContentSniff.OfFileAsync(temporary, ct) != ContentKind.Jpeg) return false;
            File.Move(temporary, store.PosterPathOf(id), overwrite: true);
            return true;
        }
        finally
        {
            MediaStore.Forget(temporary);
        }
    }

    private static bool Fits(ArchiveFile file, ContentKind kind) => ContentSniff.Extension(kind) == file.Extension && file.Kind switch
    {
        MediaKind.Image => Pictures.Contains(kind),
        MediaKind.Video => Videos.Contains(kind),
        _ => true,
    };

    private static ArchiveDoc Parse(string text)
    {
        try
        {
            return ProjectJson.Read<ArchiveDoc>(text);
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or FormatException)
        {
            throw new ArchiveException("The project in this archive cannot be read. Export it again and upload that.");
        }
    }

    private static ArchiveException Missing(ArchiveFile file) =>
        new($"The file {CleanName.Words(file.Name, 60)} of this archive is missing or damaged. Export the project again and upload that.");

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Id();

    /// <summary>Ends a stream that goes on beyond what it may have: a zip says little about what is in it.</summary>
    private sealed class Capped(Stream inner, long most) : Stream
    {
        private long _read;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => _read; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Count(inner.Read(buffer, offset, count));

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => Count(await inner.ReadAsync(buffer, cancellationToken));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        private int Count(int read) => (_read += read) <= most ? read : throw new ArchiveException("The project in this archive is too large to be one. Export it again and upload that.");
    }
}
