using System.Security.Cryptography;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Server.Library;

namespace VeniceStudio.Tests.Library;

public sealed class StoringFiles : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("store-test-").FullName;
    private readonly MediaStore _store;

    public StoringFiles() => _store = new MediaStore(new StudioOptions { Data = _folder });

    [Fact]
    public async Task A_file_taken_in_lies_whole_under_its_id_and_leaves_nothing_behind()
    {
        var content = LibraryGiven.Bytes(300_000);
        var temporary = _store.NewTemporary(".mp4");
        Assert.Equal(300_000, await _store.FillAsync(temporary, new MemoryStream(content), Ct));
        var id = Guid.CreateVersion7();
        var stored = await _store.TakeInAsync(temporary, id, ".mp4", Ct);

        Assert.Equal((300_000L, Convert.ToHexStringLower(SHA256.HashData(content))), (stored.Bytes, stored.Sha256));
        Assert.Equal(content, await File.ReadAllBytesAsync(stored.Path, Ct));
        Assert.Empty(Directory.GetFiles(_store.TemporaryFolder));
        var digits = id.ToString("N");
        Assert.Equal(Path.Combine(_store.Root, digits[28..30], digits[30..], $"{id}.mp4"), stored.Path);
    }

    [Fact]
    public async Task Taking_the_same_clip_in_again_replaces_it()
    {
        var id = Guid.CreateVersion7();
        foreach (var size in new[] { 10, 20 })
        {
            var temporary = _store.NewTemporary(".mp4");
            await _store.FillAsync(temporary, new MemoryStream(LibraryGiven.Bytes(size)), Ct);
            Assert.Equal(size, new FileInfo((await _store.TakeInAsync(temporary, id, ".mp4", Ct)).Path).Length);
        }
    }

    [Fact]
    public async Task A_full_disk_says_so_in_a_sentence_and_leaves_no_half_file()
    {
        if (!File.Exists("/dev/full")) Assert.Fail("This test writes to /dev/full, which Linux has.");
        _store.Opening = path =>
        {
            File.WriteAllText(path, "the part that still fitted");
            return new FileStream("/dev/full", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, 0);
        };
        var full = await Assert.ThrowsAsync<MediaStoreFullException>(() => _store.FillAsync(_store.NewTemporary(".mp4"), new MemoryStream(new byte[5000]), Ct));
        Assert.Contains("disk is full", full.Message);
        Assert.Empty(Directory.GetFiles(_store.TemporaryFolder));
    }

    [Fact]
    public async Task More_than_allowed_stops_early_and_tells_by_its_length()
    {
        var endless = new MemoryStream(new byte[10_000_000]);
        Assert.True(await _store.FillAsync(_store.NewTemporary(".x"), endless, Ct, most: 1000) > 1000);
        Assert.True(endless.Position < 1_000_000);
    }

    [Fact]
    public void Free_space_is_told_also_before_anything_was_stored() => Assert.True(_store.FreeBytes() > 0);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}
