using VeniceStudio.Media.Composition;
using VeniceStudio.Media.Editing;
using VeniceStudio.Server.Library;
using VeniceStudio.Server.Storyboard;

namespace VeniceStudio.Server.Films;

/// <summary>A shot's stretch of the film: what it shows, from where, and how the film comes to it.</summary>
/// <param name="Index">Its place among the shots, from 0.</param>
/// <param name="In">Seconds into the clip.</param>
/// <param name="Speed">As wished; composing slows further where the clip is a little short.</param>
/// <param name="OnBeat">It begins within a frame of a beat, or with the film.</param>
internal sealed record ShotSpan(
    int Index, Shot Shot, int Start, int Frames, Shown Shown, double In, double Speed, WhenShort Rule, Transition Transition, SubjectPoint Subject, bool OnBeat)
{
    /// <summary>How far a clip may be slowed before anybody sees it.</summary>
    private const double Slowest = 0.85;

    public bool IsClip => Shown.File is { Kind: MediaKind.Video };

    /// <summary>Seconds of clip a second of film, with what fitting a short clip takes.</summary>
    public double RunsAt(FrameRate rate)
    {
        if (!IsClip || Shown.File!.Seconds is not { } seconds) return 1;
        var fitting = (seconds - In) * rate.PerSecond / Frames;
        return fitting < Speed ? Math.Max(Slowest, fitting) : Speed;
    }

    public static ShotSpan Of(FilmScene scene, int index, int start, int frames)
    {
        var (board, shot) = (scene.Board, scene.Board.Shots[index]);
        var (wish, source, shown) = (scene.Cut.Of(shot.Id), scene.Board.Source(shot), Shown.Of(scene, shot));
        var transition = index == 0 ? Transition.Cut : TransitionOf(wish, board.WordsOf(board.Shots[index - 1]).Transition, board.FrameRate);
        var seconds = shown.File is { Kind: MediaKind.Video } file ? file.Seconds ?? 0 : 0;
        return new ShotSpan(
            index, shot, start, frames, shown, InOf(wish, source, transition, seconds, frames, board.FrameRate), wish.Speed ?? 1, wish.Rule ?? WhenShort.Hold,
            transition, shot.Subject.Guessed ? source.Subject : shot.Subject,
            index == 0 || (scene.Heard is { } heard && heard.Grid.IsSteady && heard.Grid.Beats.Any(beat => Math.Abs(board.FrameRate.FrameAt(beat.Seconds) - start) <= 1)));
    }

    public FilmSpan ToSpan(Func<MediaFile, SourceFile> sourceOf, Func<MediaFile, ClipColours> coloursOf)
    {
        var file = Shown.File!;
        SpanSource source = IsClip
            ? new ClipSource(sourceOf(file), In, file.Seconds ?? 0) { Speed = Speed, Colours = coloursOf(file) }
            : new PictureSource(sourceOf(file), file.Width ?? 0, file.Height ?? 0, MoveOf());
        return new FilmSpan(Start, Frames, source) { In = Transition, WhenShort = Rule, Subject = new Focus(Subject.X, Subject.Y) };
    }

    /// <summary>Neighbouring stills move in different ways, and each the same way in every film.</summary>
    private SlowMove MoveOf()
    {
        var focus = new Focus(Subject.X, Subject.Y);
        return (Index % 4) switch
        {
            0 => SlowMove.In(focus),
            1 => SlowMove.Rightwards(focus),
            2 => SlowMove.Out(focus),
            _ => SlowMove.Leftwards(focus),
        };
    }

    /// <summary>
    /// By wish; else from the start, where what is sung fits the lips. A clip with time to spare gives some of it to the transition that
    /// leads to it, as long as nobody sings.
    /// </summary>
    private static double InOf(CutSpan wish, Shot source, Transition transition, double seconds, int frames, FrameRate rate)
    {
        var spare = Math.Max(0, seconds - frames / rate.PerSecond);
        // At least two frames have to lie behind it.
        var last = Math.Max(0, seconds - 2 / rate.PerSecond);
        if (wish.InSeconds is { } wished) return Math.Clamp(wished, 0, last);
        return source.Words.Sung.Length > 0 ? 0 : Math.Min(spare, transition.Frames / 2 / rate.PerSecond);
    }

    private static Transition TransitionOf(CutSpan wish, string words, FrameRate rate)
    {
        var kind = wish.Transition ?? Transitions.Named(words);
        var seconds = Math.Clamp(wish.TransitionSeconds ?? Transitions.UsualSeconds(kind), 0.04, 2);
        return kind == TransitionKind.Cut ? Transition.Cut : new Transition(kind, Math.Max(2, rate.FrameAt(seconds)));
    }
}
