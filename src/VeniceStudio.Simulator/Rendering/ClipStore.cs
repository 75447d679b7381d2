using System.Collections.Concurrent;
using VeniceStudio.Simulator.Sound;
using VeniceStudio.Simulator.Sound.Hearing;

namespace VeniceStudio.Simulator.Rendering;

/// <summary>Finished clips and received media on disk. A clip is rendered once, however often its recipe is asked for.</summary>
/// <param name="folder">Holds <c>sounds</c>, <c>inputs</c> and what sounds are like; made when missing.</param>
/// <param name="capacity">Bytes of finished clips to keep; those unused longest go first and are rendered again on need.
/// Sounds and received media have as much again.</param>
/// <param name="films">Holds the clips, which several stores may share; null: <c>clips</c> in the folder.</param>
internal sealed class ClipStore(string folder, long capacity, string? films = null) : IDisposable
{
    private readonly ConcurrentDictionary<string, Task<string>> renders = new();
    // One at a time: the studio shares these cores with its own encoding.
    private readonly SemaphoreSlim oven = new(1);
    private readonly CancellationTokenSource closing = new();
    private readonly string clips = Directory.CreateDirectory(films ?? Path.Combine(folder, "clips")).FullName;
    private readonly string sounds = Directory.CreateDirectory(Path.Combine(folder, "sounds")).FullName;
    private readonly string inputs = Directory.CreateDirectory(Path.Combine(folder, "inputs")).FullName;

    /// <summary>Every sound that was rendered, as ears know it.</summary>
    public ImprintShelf Heard { get; } = new(Path.Combine(folder, "imprints"));

    /// <summary>Keeps a picture or film that an order brought. Returns the name to put into a recipe.</summary>
    public string Keep(byte[] media, string kind)
    {
        var name = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(media)[..12]) + "." + kind;
        var path = Path.Combine(inputs, name);
        if (File.Exists(path)) File.SetLastAccessTimeUtc(path, DateTime.UtcNow);
        else Whole.Write(path, media);
        Trim(inputs, path);
        return name;
    }

    /// <summary>The file of a recipe, rendered if it is not there. Fails with what ffmpeg said when it cannot be made.</summary>
    public Task<string> GetAsync(ClipRecipe recipe) => GetAsync(Path.Combine(clips, recipe.Hash + ".mp4"), (path, stop) =>
        ClipOven.BakeAsync(recipe, recipe.Seed is { } seed ? Path.Combine(inputs, seed) : null, path, stop));

    /// <summary>The file of a sound, likewise. What it sounds like is remembered, to be known again when somebody has it transcribed.</summary>
    public Task<string> GetAsync(SoundRecipe recipe) => GetAsync(Path.Combine(sounds, $"{recipe.Hash}.{recipe.Format}"), async (path, stop) =>
        Heard.Keep(await SoundOven.BakeAsync(recipe, path, stop)));

    private async Task<string> GetAsync(string path, Func<string, CancellationToken, Task> bake)
    {
        while (true)
        {
            var render = renders.GetOrAdd(path, _ => RenderAsync(path, bake));
            try
            {
                await render;
            }
            finally
            {
                // Only what is under way is remembered: a failure may be tried again, a success lies on disk.
                renders.TryRemove(new KeyValuePair<string, Task<string>>(path, render));
            }
            if (File.Exists(path)) return path;
        }
    }

    /// <summary>Starts rendering without waiting, so that the file is there when it is asked for.</summary>
    public void Warm(ClipRecipe recipe) => Warm(GetAsync(recipe));

    public void Warm(SoundRecipe recipe) => Warm(GetAsync(recipe));

    private static void Warm(Task render) =>
        _ = render.ContinueWith(failed => failed.Exception, TaskContinuationOptions.OnlyOnFaulted);

    public void Dispose()
    {
        // Not disposed: a render that is just starting may still take its token.
        closing.Cancel();
    }

    private async Task<string> RenderAsync(string path, Func<string, CancellationToken, Task> bake)
    {
        await Task.Yield();
        if (File.Exists(path))
        {
            File.SetLastAccessTimeUtc(path, DateTime.UtcNow);
            return path;
        }
        var stop = closing.Token;
        await oven.WaitAsync(stop);
        try
        {
            await bake(path, stop);
        }
        finally
        {
            oven.Release();
        }
        Trim(Path.GetDirectoryName(path)!, path);
        return path;
    }

    private void Trim(string shelf, string newest)
    {
        var files = new DirectoryInfo(shelf).GetFiles().OrderByDescending(file => file.LastAccessTimeUtc).ToList();
        var kept = 0L;
        foreach (var file in files)
        {
            kept += file.Length;
            if (kept > capacity && file.FullName != newest) file.Delete();
        }
    }
}
