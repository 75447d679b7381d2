using System.Reflection;
using System.Runtime.InteropServices;
using SQLitePCL;

namespace VeniceStudio.Server.Data;

/// <summary>Points the SQLite provider at the operating system's own library, which the distribution keeps patched.</summary>
public static class SqliteNative
{
    private static readonly Lock Gate = new();
    private static bool _ready;

    public static void Use()
    {
        lock (Gate)
        {
            if (_ready) return;
            NativeLibrary.SetDllImportResolver(typeof(SQLite3Provider_e_sqlite3).Assembly, Resolve);
            raw.SetProvider(new SQLite3Provider_e_sqlite3());
            _ready = true;
        }
    }

    private static IntPtr Resolve(string name, Assembly assembly, DllImportSearchPath? path)
    {
        if (name != "e_sqlite3") return IntPtr.Zero;
        string[] candidates = OperatingSystem.IsWindows() ? ["winsqlite3"]
            : OperatingSystem.IsMacOS() ? ["libsqlite3.dylib", "/usr/lib/libsqlite3.dylib"]
            : ["libsqlite3.so.0", "libsqlite3.so"];
        foreach (var candidate in candidates)
        {
            if (NativeLibrary.TryLoad(candidate, out var handle)) return handle;
        }
        throw new DllNotFoundException("SQLite is not on this machine. Run ./studio up, or install the package libsqlite3-0.");
    }
}
