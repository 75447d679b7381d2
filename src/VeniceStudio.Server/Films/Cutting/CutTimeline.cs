using VeniceStudio.Media.Composition;
using VeniceStudio.Media.Editing;
using VeniceStudio.Media.Ffmpeg;
using VeniceStudio.Server.Library;
using VeniceStudio.Server.Projects;
using VeniceStudio.Server.Storyboard;

namespace VeniceStudio.Server.Films;

/// <summary>
/// The film that follows from board, takes and wishes. Pure: the same scene gives the same timeline. A shot's place in the film is that
/// of the song; nothing that it shows can move it.
/// </summary>
/// <param name="Scene">What it follows from.</param>
/// <param name="Spans">One for each shot, in order.</param>
internal sealed record CutTimeline(FilmScene Scene, IReadOnlyList<ShotSpan> Spans)
{
    private const int LongestSide = 1080, UsualSide = 720;

    public FrameRate Rate => Scene.Board.FrameRate;

    /// <summary>The song's length in frames.</summary>
    public int Frames => Math.Max(1, Rate.FrameAt(Scene.Board.Duration));

    /// <summary>What stands between this cut and a film, a sentence each.</summary>
    public IReadOnlyList<string> Missing =>
    [
        .. Spans.Where(span => span.Shown.As == SpanShows.None).Select(span => span.Shown.Missing!),
        .. Scene.Song is null ? ["The song's file is gone from the library. Bring the song again."] : Array.Empty<string>(),
    ];

    /// <summary>The frame: the shape that the brief asks for, as fine as most of what it shows, up to 1080 lines.</summary>
    public FrameSize Size
    {
        get
        {
            var sides = Spans.Where(span => span.Shown.As == SpanShows.Take).Select(span => SideOf(span.Shown.File)).OfType<int>().ToList();
            if (sides.Count == 0) sides = [.. Spans.Select(span => SideOf(span.Shown.File)).OfType<int>()];
            var side = sides.Count == 0 ? UsualSide : sides.GroupBy(one => one).OrderByDescending(group => group.Count()).ThenByDescending(group => group.Key).First().Key;
            return ShapeOf(Scene.Docs.Brief.Platform).Within(Math.Min(side, LongestSide));
        }
    }

    public static CutTimeline Of(FilmScene scene)
    {
        var board = scene.Board;
        var spans = new List<ShotSpan>();
        for (var i = 0; i < board.Shots.Count; i++)
        {
            var (start, end) = (board.FrameRate.FrameAt(board.Shots[i].Start), board.FrameRate.FrameAt(board.EndOf(i)));
            spans.Add(ShotSpan.Of(scene, i, start, Math.Max(1, end - start)));
        }
        return new CutTimeline(scene, spans);
    }

    public static FrameSize ShapeOf(Platform platform) => platform switch
    {
        Platform.Tall => FrameSize.Tall,
        Platform.Square => FrameSize.Square,
        _ => FrameSize.Wide,
    };

    /// <summary>The film as a value that can be composed; only where nothing is <see cref="Missing"/>.</summary>
    /// <param name="pathOf">Where a file lies.</param>
    /// <param name="coloursOf">How a clip's colours are coded.</param>
    /// <param name="song">The song's own rate and channels.</param>
    public Timeline ToTimeline(Func<MediaFile, string> pathOf, Func<MediaFile, ClipColours> coloursOf, AudioFacts song) =>
        new(Rate, Size, Frames, [.. Spans.Select(span => span.ToSpan(file => SourceOf(file, pathOf), coloursOf))])
    {
        Song = new SongSource(SourceOf(Scene.Song!, pathOf), song.SampleRate, song.Channels),
        Texts = [.. Cards(), .. Captions()],
        Logo = LogoFile is { } logo ? Mark(SourceOf(logo, pathOf), Scene.Cut.Logo!) : null,
        Fades = new FilmFades(FramesOf(Scene.Cut.FadeIn), FramesOf(Scene.Cut.FadeOut),
            Scene.Cut.FadeSong ? FramesOf(Scene.Cut.FadeIn) : 0, Scene.Cut.FadeSong ? FramesOf(Scene.Cut.FadeOut) : 0),
    };

    /// <summary>The wishes with every choice that the studio made written out.</summary>
    public Cut Settled() => Scene.Cut with
    {
        Spans =
        [
            .. Spans.Select(span => Scene.Cut.Of(span.Shot.Id) with
            {
                TakeId = span.Shown.As == SpanShows.Take ? span.Shown.Id : null,
                FootageId = span.Shown.As == SpanShows.Footage ? span.Shown.Id : null,
                Still = span.Shown.As == SpanShows.Still,
                InSeconds = span.IsClip ? span.In : null,
            }),
        ],
    };

    private MediaFile? LogoFile => Scene.Cut.Logo is { } logo ? Scene.File(logo.MediaId ?? Scene.Docs.Look.LogoId) : null;

    private int FramesOf(double seconds) => Rate.FrameAt(Math.Clamp(seconds, 0, Scene.Board.Duration));

    private IEnumerable<ScreenText> Cards()
    {
        var cut = Scene.Cut;
        if (cut.TitleCard is { } title) foreach (var text in Media.Composition.Cards.Opening(title.Title, title.Under, FramesOf(title.Seconds))) yield return text;
        if (cut.EndCard is { } end) foreach (var text in Media.Composition.Cards.Closing(end.Title, end.Under, Frames, FramesOf(end.Seconds))) yield return text;
    }

    private IReadOnlyList<ScreenText> Captions() => Scene.Cut.Captions is { As: CaptionsAs.Burned } captions
        ? LyricCaptions.Of(Scene.Lyrics, captions.Style switch
        {
            CaptionStyle.Boxed => TextStyle.Boxed,
            CaptionStyle.Large => TextStyle.Large,
            CaptionStyle.Sung => TextStyle.Sung,
            _ => TextStyle.Caption,
        }, Rate, Frames)
        : [];

    private LogoMark Mark(SourceFile file, CutLogo logo)
    {
        var frames = logo.Seconds is { } seconds ? Math.Min(Frames, FramesOf(seconds)) : Frames;
        return new LogoMark(file, Frames - frames, frames) { Place = logo.Place };
    }

    private static SourceFile SourceOf(MediaFile file, Func<MediaFile, string> pathOf) => new(pathOf(file), file.Sha256, FileKinds.Of(file.Extension));

    private static int? SideOf(MediaFile? file) => file is { Width: { } width, Height: { } height } ? Math.Min(width, height) / 2 * 2 : null;
}
