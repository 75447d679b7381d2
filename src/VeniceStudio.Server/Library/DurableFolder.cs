using System.Runtime.InteropServices;

namespace VeniceStudio.Server.Library;

/// <summary>Folders whose entries survive a power cut: a name is only safe once the folder that holds it has been flushed.</summary>
internal static class DurableFolder
{
    /// <summary>Makes a folder below a root, flushing each parent that gained an entry.</summary>
    public static void Make(string root, string folder)
    {
        if (Directory.Exists(folder)) return;
        var parent = Path.GetDirectoryName(folder)!;
        if (folder.Length > root.Length) Make(root, parent);
        Directory.CreateDirectory(folder);
        if (Directory.Exists(parent)) Flush(parent);
    }

    /// <summary>Flushes a folder's entries. Windows does so by itself; elsewhere .NET opens no folders, so the C library is asked.</summary>
    public static void Flush(string folder)
    {
        if (OperatingSystem.IsWindows()) return;
        var handle = Open(folder, 0);
        if (handle < 0) throw new IOException($"The folder of the library cannot be opened (error {Marshal.GetLastPInvokeError()}).", Marshal.GetLastPInvokeError());
        try
        {
            // EINVAL: a network file system that knows no such call; it has its own promises.
            if (Fsync(handle) != 0 && Marshal.GetLastPInvokeError() is not 22 and var error)
                throw new IOException($"The folder of the library cannot be flushed (error {error}).", error);
        }
        finally
        {
            _ = Close(handle);
        }
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static extern int Fsync(int handle);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    private static extern int Close(int handle);
}
