namespace VeniceStudio.Server.Hosting;

/// <summary>What kind of call a request is, as far as limits go. Kept in one table so that a limit can be read off at a glance.</summary>
internal sealed record CallKind(string Name, int PerMinute, bool ByAddress = false)
{
    /// <summary>Guessing passwords, codes and invitations. By address: nobody is signed in yet.</summary>
    public static readonly CallKind SignIn = new("sign-in", 60, ByAddress: true);

    /// <summary>Whatever Venice bills as a video.</summary>
    public static readonly CallKind Order = new("order", 120);

    public static readonly CallKind Upload = new("upload", 60);

    /// <summary>A piece of a song: a quick line sends several a second.</summary>
    public static readonly CallKind Piece = new("piece", 1200);

    /// <summary>Whatever Venice bills as text.</summary>
    public static readonly CallKind Prompt = new("prompt", 60);

    /// <summary>Everything else. 200 open browsers that poll every ten seconds make some 80 calls a second.</summary>
    public static readonly CallKind General = new("general", 18_000);

    public static CallKind Of(HttpRequest request)
    {
        if (!HttpMethods.IsPost(request.Method) && !HttpMethods.IsPut(request.Method)) return General;
        var path = request.Path.Value?.TrimEnd('/').ToLowerInvariant() ?? "";
        return path switch
        {
            "/api/session" or "/api/setup" or "/api/invitations/open" or "/api/invitations/accept" or "/api/account/password" => SignIn,
            "/api/clips" or "/api/video/queue" => Order,
            "/api/prompts" or "/api/chat/completions" => Prompt,
            _ when HttpMethods.IsPut(request.Method) && path.StartsWith("/api/uploads/", StringComparison.Ordinal) => Piece,
            _ when path.StartsWith("/api/uploads/", StringComparison.Ordinal) => Upload,
            _ when path.StartsWith("/api/clips/", StringComparison.Ordinal) && OrdersAgain(path) => Order,
            _ => General,
        };
    }

    private static bool OrdersAgain(string path) =>
        path.EndsWith("/retry", StringComparison.Ordinal) || path.EndsWith("/resend", StringComparison.Ordinal);

    /// <summary>Routes in Venice's own shape, whose bodies may carry pictures and sound.</summary>
    public static bool IsVenicesOwn(PathString path) =>
        path.StartsWithSegments("/api/video", StringComparison.OrdinalIgnoreCase)
        || path.StartsWithSegments("/api/chat", StringComparison.OrdinalIgnoreCase);
}
