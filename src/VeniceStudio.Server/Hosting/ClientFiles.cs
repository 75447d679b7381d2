using System.Collections.Frozen;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;

namespace VeniceStudio.Server.Hosting;

/// <summary>
/// Serves the built client. The folder is listed once, at the first visit, and only what is on the list is ever opened: no path that a
/// visitor invents reaches the disk. Not listed: names that begin with a dot, source maps, links, and the packed siblings
/// (<c>.br</c>, <c>.gz</c>) as files of their own. A page's address that is no file gets the client, which knows the page.
/// </summary>
internal sealed class ClientFiles(RequestDelegate next, StudioOptions options)
{
    private const string Page = "/index.html";
    private readonly Lazy<FrozenDictionary<string, ClientFile>> _files = new(() => List(options.ClientFolder));

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (IsServers(request.Path) || !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))) return next(context);

        var path = request.Path.Value is null or "/" ? Page : request.Path.Value;
        if (_files.Value.TryGetValue(path, out var file)) return file.SendAsync(context);
        if (!IsAPage(request)) return MissingAsync(context, "There is no such file. Reload the page: the studio may have been renewed.");
        if (_files.Value.TryGetValue(Page, out var page)) return page.SendAsync(context);
        return MissingAsync(context, "The studio's pages are not built. Run ./studio up, which builds them; the API is at /swagger.");
    }

    /// <summary>Addresses that the server itself answers.</summary>
    public static bool IsServers(PathString path) =>
        path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        || path.StartsWithSegments("/swagger", StringComparison.OrdinalIgnoreCase)
        || path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase);

    /// <summary>Somebody opens a page (a name without an ending); not a script asking for a file that a newer build has renamed.</summary>
    private static bool IsAPage(HttpRequest request)
    {
        var path = request.Path.Value ?? "";
        return !Path.HasExtension(path)
            && !path.Contains("/.", StringComparison.Ordinal)
            && !path.StartsWith("/assets/", StringComparison.OrdinalIgnoreCase)
            && (request.Headers.Accept.Count == 0 || request.Headers.Accept.ToString() is { } accept
                && (accept.Contains("text/html", StringComparison.OrdinalIgnoreCase) || accept.Contains("*/*", StringComparison.Ordinal)));
    }

    private static Task MissingAsync(HttpContext context, string sentence)
    {
        context.Response.Headers[HeaderNames.CacheControl] = "no-store";
        return Problems.Of(404, "not-found", sentence).ExecuteAsync(context);
    }

    private static FrozenDictionary<string, ClientFile> List(string folder)
    {
        if (!Directory.Exists(folder)) return FrozenDictionary<string, ClientFile>.Empty;
        var types = new FileExtensionContentTypeProvider();
        types.Mappings[".webmanifest"] = "application/manifest+json";
        var found = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden };
        return new DirectoryInfo(folder).EnumerateFiles("*", found)
            .Select(file => (File: file, Path: "/" + Path.GetRelativePath(folder, file.FullName).Replace('\\', '/')))
            .Where(entry => IsPublic(entry.Path) && types.TryGetContentType(entry.Path, out _))
            .ToFrozenDictionary(
                entry => entry.Path,
                entry => new ClientFile(entry.File, entry.Path, types.Mappings[Path.GetExtension(entry.Path)]),
                StringComparer.Ordinal);
    }

    private static bool IsPublic(string path) =>
        !path.Contains("/.", StringComparison.Ordinal) && Path.GetExtension(path) is not (".map" or ".br" or ".gz");
}
