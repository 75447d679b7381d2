using System.Text;
using VeniceStudio.Server.Library;

namespace VeniceStudio.Server.Films;

/// <summary>Writes a small file so that it is there whole or not at all.</summary>
internal static class WholeFile
{
    public static async Task WriteAsync(MediaStore store, string target, string text, CancellationToken ct)
    {
        var part = store.NewTemporary(".part");
        try
        {
            await using (var file = store.Opening(part)) await file.WriteAsync(Encoding.UTF8.GetBytes(text), ct);
            File.Move(part, target, overwrite: true);
        }
        finally
        {
            MediaStore.Forget(part);
        }
    }
}
