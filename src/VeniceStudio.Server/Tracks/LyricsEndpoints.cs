using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using VeniceStudio.Media.Lyrics;
using VeniceStudio.Server.Accounts;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Server.Library;

namespace VeniceStudio.Server.Tracks;

public static class LyricsEndpoints
{
    private const int MostMegabytes = 1, MostLetters = 100_000, LongestText = 2000;

    public static void MapLyrics(this IEndpointRouteBuilder tracks)
    {
        tracks.MapGet("/{id:guid}/lyrics", ReadAsync);
        tracks.MapPut("/{id:guid}/lyrics", WriteAsync);
        tracks.MapPost("/{id:guid}/lyrics/import", ImportAsync).WithMetadata(new UploadBody.Mark());
        tracks.MapGet("/{id:guid}/lyrics/file", ExportAsync).WithMetadata(new NeverCompressed());
    }

    internal static async Task<Results<Ok<LyricsView>, NotFound>> ReadAsync(Member member, Guid id, TrackLyrics lyrics, CancellationToken ct) =>
        await lyrics.ReadAsync(member, id, ct) is { } view ? TypedResults.Ok(view) : TypedResults.NotFound();

    /// <summary>Replaces the lyrics: a text as typed, lines with times set by hand, or the word that there are none.</summary>
    internal static async Task<Results<Ok<LyricsView>, NotFound, ProblemHttpResult>> WriteAsync(
        Member member, Guid id, ChangeLyrics body, TrackLyrics lyrics, StudioDb db, CancellationToken ct)
    {
        Track? track;
        await using (var session = await db.ReadAsync(ct)) track = await session.TrackOfAsync(member.Id, id);
        if (track is null) return TypedResults.NotFound();
        if (body.Instrumental == true) return Answer(await lyrics.SilenceAsync(member, id, ct));
        if (body.Lines is { } lines)
        {
            if (lines.FirstOrDefault(line => line is null || !IsPlaced(line, track.Seconds)) is { } wrong)
                return Problems.Bad("lines", $"The times of \"{Shown(wrong.Text)}\" do not lie inside the song, or its end comes before its start.");
            return Answer(await lyrics.PlaceAsync(member, id, [.. lines.Select(ToLine)], ct));
        }
        if (body.Text is null) return Problems.Bad("text", "Send a text, lines with times, or that the song is instrumental.");
        return Answer(await lyrics.WriteAsync(member, id, body.Text, ct));
    }

    /// <summary>Takes an LRC, SRT or VTT file with its times, or a plain text.</summary>
    internal static async Task<Results<Ok<LyricsView>, NotFound, ProblemHttpResult>> ImportAsync(
        Member member, Guid id, HttpRequest request, TrackLyrics lyrics, MediaStore store, StudioDb db, CancellationToken ct)
    {
        await using (var session = await db.ReadAsync(ct))
            if (await session.TrackOfAsync(member.Id, id) is null) return TypedResults.NotFound();
        var (received, refusal) = await ReceivedFile.ReceiveAsync(request, store, MostMegabytes, ct);
        if (received is null) return refusal!;
        using (received)
        {
            var text = LyricFiles.Decoded(await File.ReadAllBytesAsync(received.Path, ct));
            try
            {
                return Answer(await lyrics.PlaceAsync(member, id, LyricFiles.Read(text).Lines, ct));
            }
            catch (LyricsException) when (IsPlain(received.Name, text))
            {
                return text.Length > MostLetters
                    ? Problems.Bad(ReceivedFile.Field, "This text is longer than any song's lyrics. Choose the right one.")
                    : Answer(await lyrics.WriteAsync(member, id, text.TrimStart('\uFEFF'), ct));
            }
            catch (LyricsException e)
            {
                return Problems.Bad(ReceivedFile.Field, e.Message);
            }
        }
    }

    /// <summary>The timed lyrics as a file to save; 409 when no line has a time.</summary>
    internal static async Task<IResult> ExportAsync(
        Member member, Guid id, [OneOf(typeof(LyricFormat))] string? format, TrackLyrics lyrics, CancellationToken ct)
    {
        if (await lyrics.SheetAsync(member, id, ct) is not { } song) return TypedResults.NotFound();
        if (!Enum.TryParse<LyricFormat>(format ?? "lrc", ignoreCase: true, out var wanted) || !Enum.IsDefined(wanted))
            return Problems.Bad("format", "Lyrics are written as lrc, srt or vtt. Ask for one of these.");
        if (song.Sheet.Timed.Count == 0) return Problems.Of(409, "not-yet", "No line of these lyrics has a time yet. Have the words recognised, or tap the lines along.");
        var extension = "." + wanted.ToString().ToLowerInvariant();
        var type = wanted == LyricFormat.Vtt ? "text/vtt; charset=utf-8" : "text/plain; charset=utf-8";
        return TypedResults.File(Encoding.UTF8.GetBytes(LyricFiles.Write(song.Sheet, wanted)), type, CleanName.ForFile(song.Track.Title, extension));
    }

    private static Results<Ok<LyricsView>, NotFound, ProblemHttpResult> Answer(LyricsView? view) => view is null ? TypedResults.NotFound() : TypedResults.Ok(view);

    private static LyricLine ToLine(LineByHand line) => line.Start is { } start
        ? new LyricLine(OneLine(line.Text), start, line.End, LyricSupport.ByHand, [])
        : LyricLine.Untimed(OneLine(line.Text));

    private static string OneLine(string? text) => (text ?? "").ReplaceLineEndings(" ") is var line && line.Length > LongestText ? line[..LongestText] : line;

    // The page rounds; half a second past the end is a decoder's difference, not a mistake.
    private static bool IsPlaced(LineByHand line, double duration) =>
        line.Start is not { } start ? line.End is null : start >= 0 && start <= duration + 0.5 && (line.End is null || (line.End >= start && line.End <= duration + 0.5));

    private static string Shown(string? text) => CleanName.Words(text, 40);

    /// <summary>A text without any times, and not one that claims by its name to have some.</summary>
    private static bool IsPlain(string? name, string text) =>
        Path.GetExtension(name ?? "").ToLowerInvariant() is not (".lrc" or ".srt" or ".vtt") && !text.Contains("-->", StringComparison.Ordinal);
}
