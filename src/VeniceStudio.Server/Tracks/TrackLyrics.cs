using System.Text;
using System.Text.Json;
using VeniceStudio.Media.Lyrics;
using VeniceStudio.Server.Accounts;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Events;

namespace VeniceStudio.Server.Tracks;

/// <summary>
/// A song's words: kept as typed, timed by what was recognised, by a file or by hand. What a person set wins over what a machine heard,
/// and stays when the text around it is edited.
/// </summary>
public sealed class TrackLyrics(StudioDb db, IStudioEvents events)
{
    /// <summary>A pause that ends a line where nobody has written any, in seconds, and the most words of one.</summary>
    private const double Breath = 0.7;
    private const int LongestLine = 10;

    /// <summary>The lyrics as they stand; null when the song is not this member's.</summary>
    public async Task<LyricsView?> ReadAsync(Member member, Guid id, CancellationToken ct)
    {
        if (await LoadAsync(member.Id, id, ct) is not { } song) return null;
        // Recognised while nobody could give the times to the lines: done now.
        if (song.Recognition is { State: RecognitionState.Done, Aligned: false })
        {
            await AlignAsync(id, ct);
            song = await LoadAsync(member.Id, id, ct);
        }
        return song?.ToView();
    }

    /// <summary>The lyrics as lines with times; null when the song is not this member's.</summary>
    internal async Task<(Track Track, LyricSheet Sheet)?> SheetAsync(Member member, Guid id, CancellationToken ct) =>
        await LoadAsync(member.Id, id, ct) is { } song ? (song.Track, song.Sheet) : null;

    /// <summary>Takes a text as it was typed.</summary>
    public Task<LyricsView?> WriteAsync(Member member, Guid id, string text, CancellationToken ct) => ChangeAsync(member, id, song =>
    {
        var sheet = song.Believes(text) ? LyricAligner.Align(text, song.Words, song.Duration) : Untimed(text);
        return LyricCarrying.Over(song.Sheet, sheet);
    }, ct);

    /// <summary>Takes lines with the times that a person or a file gave them.</summary>
    public Task<LyricsView?> PlaceAsync(Member member, Guid id, IReadOnlyList<LyricLine> lines, CancellationToken ct) =>
        ChangeAsync(member, id, song => LyricCarrying.ByHand(song.Sheet, lines), ct);

    /// <summary>The song has no words.</summary>
    public Task<LyricsView?> SilenceAsync(Member member, Guid id, CancellationToken ct) => ChangeAsync(member, id, _ => null, ct);

    /// <summary>Gives the times of recognised words to the creator's lines; where nobody has typed any, the words become lines.</summary>
    public async Task AlignAsync(Guid id, CancellationToken ct)
    {
        if (await LoadAsync(null, id, ct) is not { Recognition: { State: RecognitionState.Done } recognition } song) return;
        var words = song.Words;
        LyricSheet? sheet = null;
        if (words.Count > 0 && song.Track.LyricsState != LyricsState.Instrumental)
        {
            var typed = song.Sheet.Lines.Any(line => !string.IsNullOrWhiteSpace(line.Text));
            // Lines of one's own deserve times only from words that can be believed.
            if (!typed) sheet = LyricAligner.Align(TextOf(words, song.Duration), words, song.Duration);
            else if (song.Believes(song.Sheet.Text)) sheet = Merge(song.Sheet, LyricAligner.Align(song.Sheet.Text, words, song.Duration));
        }
        await using var session = await db.BeginAsync(ct);
        if (sheet is not null) await session.KeepLyricsAsync(id, Write(sheet), StateOf(sheet));
        await session.RecognitionAlignedAsync(id, recognition.EndedAt);
        session.AfterCommit(() => events.Publish(new Changed("tracks", song.Track.AccountId)));
        await session.CommitAsync();
    }

    private async Task<LyricsView?> ChangeAsync(Member member, Guid id, Func<Song, LyricSheet?> change, CancellationToken ct)
    {
        if (await LoadAsync(member.Id, id, ct) is not { } song) return null;
        var sheet = change(song);
        await using (var session = await db.BeginAsync(ct))
        {
            await session.KeepLyricsAsync(id, sheet is null ? null : Write(sheet), sheet is null ? LyricsState.Instrumental : StateOf(sheet));
            session.AfterCommit(() => events.Publish(new Changed("tracks", member.Id)));
            await session.CommitAsync();
        }
        return (await LoadAsync(member.Id, id, ct))?.ToView();
    }

    private async Task<Song?> LoadAsync(Guid? account, Guid id, CancellationToken ct)
    {
        await using var session = await db.ReadAsync(ct);
        var track = account is { } mine ? await session.TrackOfAsync(mine, id) : await session.TrackAsync(id);
        return track is null ? null : new Song(track, await session.RecognitionOfAsync(id));
    }

    /// <summary>What a person set stays; everything else is as it was just heard.</summary>
    private static LyricSheet Merge(LyricSheet before, LyricSheet heard) => before.Lines.Count != heard.Lines.Count ? heard
        : new LyricSheet([.. before.Lines.Zip(heard.Lines, (old, now) => old.Support == LyricSupport.ByHand ? old : now)]);

    /// <summary>Lines for words that nobody has written down: parted where the singer breathes.</summary>
    private static string TextOf(IReadOnlyList<HeardWord> words, double duration)
    {
        var text = new StringBuilder();
        var (count, end) = (0, 0.0);
        foreach (var word in Recognition.Trusted(words, duration).Words)
        {
            if (count > 0) text.Append(count >= LongestLine || word.Start - end > Breath ? '\n' : ' ');
            count = text.Length > 0 && text[^1] == '\n' ? 1 : count + 1;
            text.Append(word.Text.Trim().ReplaceLineEndings(" "));
            end = word.End;
        }
        return text.ToString();
    }

    private static LyricSheet Untimed(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        return new LyricSheet([.. (lines is [.., ""] ? lines[..^1] : lines).Select(LyricLine.Untimed)]);
    }

    private static LyricsState StateOf(LyricSheet sheet) => sheet.Timed.Count > 0 ? LyricsState.Timed
        : sheet.Lines.Any(line => !string.IsNullOrWhiteSpace(line.Text)) ? LyricsState.Untimed : LyricsState.None;

    private static string Write(LyricSheet sheet) => JsonSerializer.Serialize(sheet.Lines, TrackJson.Options);

    /// <summary>A song with its words, read.</summary>
    private sealed record Song(Track Track, RecognitionRow? Recognition)
    {
        public LyricSheet Sheet { get; } = new(Track.Lyrics is null ? [] : JsonSerializer.Deserialize<List<LyricLine>>(Track.Lyrics, TrackJson.Options) ?? []);

        public double Duration => Math.Max(1, Track.Seconds);

        public IReadOnlyList<HeardWord> Words { get; } = Recognition?.ReadWords() ?? [];

        /// <summary>What a text repeats may be heard repeated, so the same words can be right for one text and made up for another.</summary>
        public bool Believes(string? text) => Media.Lyrics.Recognition.Trusted(Words, Duration, text).IsBelievable;

        public LyricsView ToView() => new(
            Sheet.Text, Track.LyricsState == LyricsState.Instrumental, [.. Sheet.Lines.Select(LyricLineView.Of)], Recognition?.ToView(Believes(Sheet.Text)));
    }
}
