using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace VeniceStudio.Server.Hosting;

/// <summary>Why a start did not work, for the person who started it.</summary>
internal static class StartFailure
{
    /// <summary>A sentence with the next step, or null for a failure nobody foresaw, whose stack trace says more.</summary>
    public static string? SentenceFor(Exception failure, StudioOptions options)
    {
        foreach (var e in Chain(failure))
        {
            switch (e)
            {
                case AddressInUseException or SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse }:
                    return $"Port {options.Port} is taken by another program, perhaps another studio. Stop that one, or choose another port: PORT={Next(options.Port)}";
                case SocketException { SocketErrorCode: SocketError.AccessDenied }:
                    return $"Port {options.Port} may not be opened by this user. Choose one above 1023: PORT=8080";
                case SocketException { SocketErrorCode: SocketError.AddressNotAvailable or SocketError.HostNotFound }:
                    return $"STUDIO_HOST is {options.Host}, which is no address of this machine. Use localhost, or 0.0.0.0 for all of its addresses.";
                case PostgresException refused:
                    return $"PostgreSQL refused the studio: {refused.MessageText}. Check the user, password and database name in DATABASE_URL.";
                case NpgsqlException:
                    return "PostgreSQL cannot be reached. Check the host and port in DATABASE_URL, and that the server runs.";
                case SqliteException sqlite:
                    return $"The SQLite file in {options.DataFolder} does not open ({sqlite.Message}). Check who owns the folder and whether the disk is full; docs/OPERATIONS.md says how to restore a backup.";
                case DllNotFoundException missing:
                    return missing.Message;
                case UnauthorizedAccessException or IOException when IsOfTheDataFolder(e):
                    return $"The data folder {options.DataFolder} cannot be made or written. Check STUDIO_DATA and who owns the folder.";
                case InvalidOperationException newer when newer.Message.Contains("newer studio", StringComparison.Ordinal):
                    return newer.Message;
            }
        }
        return null;
    }

    /// <summary>Innermost first: the cause says more than what it led to.</summary>
    private static IEnumerable<Exception> Chain(Exception e)
    {
        var inner = e is AggregateException many ? many.InnerExceptions : e.InnerException is { } one ? [one] : (IEnumerable<Exception>)[];
        return inner.SelectMany(Chain).Append(e);
    }

    /// <summary>Listening fails with an IOException too; making a folder does not come from Kestrel.</summary>
    private static bool IsOfTheDataFolder(Exception e) =>
        e is UnauthorizedAccessException || e.StackTrace?.Contains("System.IO.Directory", StringComparison.Ordinal) == true
        || e.StackTrace?.Contains("System.IO.FileSystem", StringComparison.Ordinal) == true;

    private static int Next(int port) => port < 65535 ? port + 1 : 8080;
}
