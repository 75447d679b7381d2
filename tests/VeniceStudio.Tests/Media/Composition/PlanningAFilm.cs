using VeniceStudio.Media.Composition;
using VeniceStudio.Media.Editing;
using VeniceStudio.Media.Ffmpeg;

namespace VeniceStudio.Tests.Media.Composition;

/// <summary>The exact words given to ffmpeg, and what makes a segment another one.</summary>
public sealed class PlanningAFilm
{
    private static readonly SourceFile A = new("/m/a.mp4", "aaaa", ContentKind.Mp4), B = new("/m/b.webm", "bbbb", ContentKind.WebM);

    private const string Start = "-hide_banner -nostdin -v repeat+error -filter_complex_threads 1 -y -nostats -progress pipe:1 ";

    private const string Cropped = "scale=w='if(gte(iw*sar*720,ih*1280),2*ceil(720*iw*sar/ih/2-0.01),1280)':h='if(gte(iw*sar*720,ih*1280),720,2*ceil(1280*ih/iw/sar/2-0.01))'"
        + ":flags=lanczos:in_color_matrix=bt709:out_color_matrix=bt709:out_range=tv,crop=1280:720:'clip(iw*0.5-ow/2,0,iw-ow)':'clip(ih*0.5-oh/2,0,ih-oh)',"
        + "format=yuv420p,setsar=1,setparams=range=tv:color_primaries=bt709:color_trc=bt709:colorspace=bt709";

    private const string Encoded = " -map [film] -an -map_metadata -1 -r 24 -c:v libx264 -preset veryfast -crf 18 -profile:v high -pix_fmt yuv420p -threads 2 -g 48 -fflags +bitexact "
        + "-flags:v +bitexact+cgop -color_range tv -color_primaries bt709 -color_trc bt709 -colorspace bt709 -video_track_timescale 24000 -movie_timescale 24000 -f mp4 file:/s/x.mp4";

    [Fact]
    public void A_clip_is_sampled_on_the_films_grid_and_conformed() => Same(
        Start + "-threads 1 -protocol_whitelist file,pipe -f mov -i file:/m/a.mp4 -filter_complex "
            + "[0:v:0]settb=AVTB,setpts='(PTS+(-0.5)/TB)/1',fps=24:start_time=0:round=near,tpad=stop=-1:stop_mode=clone,trim=end_frame=48," + Cropped
            + ",settb=1/24,setpts=N[c0];[c0]settb=1/24,setpts=N[film]" + Encoded,
        Plan(new FilmSpan(0, 48, new ClipSource(A, 0.5, 5))).Segments[0].Arguments("/s", "/s/x.mp4"));

    [Theory]
    [InlineData("smpte170m", "bt709", true, "flags=lanczos:in_color_matrix=smpte170m:out_color_matrix=smpte170m:out_range=tv,",
        "zscale=rangein=tv:range=tv:matrixin=smpte170m:matrix=bt709:primariesin=bt709:primaries=bt709:transferin=bt709:transfer=bt709,format=yuv420p,setsar=1")]
    [InlineData("smpte170m", "bt709", false, "flags=lanczos+accurate_rnd+full_chroma_int:in_color_matrix=smpte170m:out_color_matrix=bt709:out_range=tv,", "0,ih-oh)',format=yuv420p,setsar=1")]
    [InlineData("bt2020", "bt2020", true, "flags=lanczos:in_color_matrix=bt2020:out_color_matrix=bt2020:out_range=tv,",
        "zscale=rangein=tv:range=tv:matrixin=bt2020nc:matrix=bt709:primariesin=bt2020:primaries=bt709:transferin=bt709:transfer=bt709,format=yuv420p,setsar=1")]
    [InlineData("bt2020", "bt2020", false, "flags=lanczos+accurate_rnd+full_chroma_int:in_color_matrix=bt2020:out_color_matrix=bt709:out_range=tv,",
        "colorspace=ispace=bt709:space=bt709:irange=tv:range=tv:iprimaries=bt2020:primaries=bt709:itrc=bt470m:trc=bt470m,format=yuv420p,setsar=1")]
    public void Other_colours_are_turned_after_scaling_and_make_another_segment(string matrix, string primaries, bool zimg, string scaled, string turned)
    {
        var clip = new ClipSource(A, 0.5, 5);
        var other = Plan(new FilmSpan(0, 48, clip with { Colours = new ClipColours(matrix, primaries) { HasZimg = zimg } })).Segments[0];
        Assert.Contains(scaled, other.Filter, StringComparison.Ordinal);
        Assert.Contains(turned, other.Filter, StringComparison.Ordinal);
        Assert.NotEqual(Plan(new FilmSpan(0, 48, clip)).Segments[0].Key, other.Key);
    }

    [Theory]
    [InlineData("", "", 640, "yuv420p", "smpte170m", "bt709")]
    [InlineData("unknown", "unknown", 1280, "yuv420p", "bt709", "bt709")]
    [InlineData("bt470bg", "bt470bg", 1920, "yuv420p", "bt470bg", "bt470bg")]
    [InlineData("", "bt2020", 640, "yuv420p10le", "bt2020", "bt2020")]
    [InlineData("bt2020nc", "unknown", 3840, "yuv420p10le", "bt2020", "bt2020")]
    [InlineData("gbr", "bt709", 320, "gbrp", "bt709", "bt709")]
    public void Colours_are_what_the_file_says_and_else_what_players_take_them_for(string space, string said, int width, string format, string matrix, string primaries) =>
        Assert.Equal(new ClipColours(matrix, primaries), ClipColours.Of(new VideoFacts(width, width * 9 / 16, "h264", format, 24, 0) { ColourSpace = space, ColourPrimaries = said }));

    [Fact]
    public void The_frames_in_which_two_spans_meet_are_a_segment_of_their_own()
    {
        var plan = Plan(
            new FilmSpan(0, 48, new ClipSource(A, 0, 5)),
            new FilmSpan(48, 48, new ClipSource(B, 10, 20)) { In = new(TransitionKind.CrossFade, 8) });
        Assert.Equal([(0, 44), (44, 8), (52, 44)], plan.Segments.Select(segment => (segment.Start, segment.Frames)));
        Same(
            Start + "-threads 1 -protocol_whitelist file,pipe -f mov -i file:/m/a.mp4 -threads 1 -ss 6 -protocol_whitelist file,pipe -f matroska -i file:/m/b.webm -filter_complex "
                + "[0:v:0]settb=AVTB,setpts='(PTS+(-1.791667)/TB)/1',fps=24:start_time=0:round=near,tpad=stop=-1:stop_mode=clone,trim=end_frame=10," + Cropped + ",settb=1/24,setpts=N[c0];"
                + "[1:v:0]settb=AVTB,setpts='(PTS+(-3.791667)/TB)/1',fps=24:start_time=0:round=near,tpad=stop=-1:stop_mode=clone,trim=end_frame=10," + Cropped + ",settb=1/24,setpts=N[c1];"
                + "[c0][c1]xfade=transition=fade:duration=0.375:offset=0,trim=start_frame=1:end_frame=9,settb=1/24,setpts=N,"
                + "format=yuv420p,setsar=1,setparams=range=tv:color_primaries=bt709:color_trc=bt709:colorspace=bt709[c2];[c2]settb=1/24,setpts=N[film]" + Encoded,
            plan.Segments[1].Arguments("/s", "/s/x.mp4"));
    }

    [Fact]
    public void Segments_and_song_are_joined_without_encoding()
    {
        var film = Film(new FilmSpan(0, 24, new ClipSource(A, 0, 5))) with { Rate = new FrameRate(24000, 1001), Song = new(new("/m/s.mp3", "ssss", ContentKind.Mp3), 44_100, 2) };
        var plan = CompositionPlan.Of(film, "5.1");
        Same("-hide_banner -nostdin -v repeat+error -filter_threads 2 -threads 2 -y -protocol_whitelist file,pipe -f concat -safe 1 -i file:/s/list -protocol_whitelist file,pipe -f mov -i file:/s/song.mp4 "
                + "-map 0:v:0 -map 1:a:0 -map_metadata -1 -c copy -bsf:v setts=pts=round(PTS/1001)*1001:dts=round(DTS/1001)*1001:duration=1001 -video_track_timescale 24000 -movie_timescale 24000 "
                + "-fflags +bitexact -movflags +faststart -f mp4 file:/s/film.mp4",
            plan.JoinArguments("/s/list", "/s/song.mp4", "/s/film.mp4"));
        Assert.Equal($"ffconcat version 1.0\nfile {plan.Segments[0].Key}.mp4\nduration 1.001000\n", plan.JoinList());
        Same("-hide_banner -nostdin -v repeat+error -filter_threads 2 -threads 2 -y -protocol_whitelist file,pipe -f mp3 -i file:/m/s.mp3 -vn -sn -dn -map 0:a:0 -map_metadata -1 "
                + "-af aformat=channel_layouts=mono|stereo,asetpts=N/SR/TB,apad,atrim=end=1.001 -c:a aac -b:a 256k -fflags +bitexact -flags:a +bitexact -f mp4 file:/s/song.mp4",
            plan.Song!.Arguments("/s/song.mp4"));
    }

    [Fact]
    public void Rounding_never_adds_up_over_a_long_film()
    {
        var spans = Enumerable.Range(0, 400).Select(i => new FilmSpan(i * 19, 19, new ClipSource(A, 0, 5))).ToArray();
        var list = CompositionPlan.Of(Film(spans) with { Rate = new FrameRate(24000, 1001) }, "5.1").JoinList();
        var sum = list.Split('\n').Where(line => line.StartsWith("duration ", StringComparison.Ordinal)).Sum(line => decimal.Parse(line[9..], System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(Math.Round(400 * 19 * 1001 / 24000m, 6), sum);
    }

    [Fact]
    public void A_key_holds_what_is_seen_and_not_where_files_lie()
    {
        var key = KeyOf(new ClipSource(A, 0.5, 5));
        Assert.Equal(key, KeyOf(new ClipSource(A with { Path = "/elsewhere/a.mp4" }, 0.5, 5)));
        Assert.NotEqual(key, KeyOf(new ClipSource(A with { Hash = "cccc" }, 0.5, 5)));
        Assert.NotEqual(key, KeyOf(new ClipSource(A, 0.6, 5)));
        Assert.NotEqual(key, Plan("5.2", new FilmSpan(0, 48, new ClipSource(A, 0.5, 5))).Segments[0].Key);
        Assert.NotEqual(key, Plan(new FilmSpan(0, 48, new ClipSource(A, 0.5, 5)) { Subject = new(0.2, 0.5) }).Segments[0].Key);
    }

    [Fact]
    public void Another_take_in_one_shot_of_many_changes_its_segments_alone()
    {
        FilmSpan[] spans = [.. Enumerable.Range(0, 10).Select(i => new FilmSpan(i * 24, 24, new ClipSource(A with { Hash = $"{i}" }, 0, 5)) { In = i % 3 == 0 ? new(TransitionKind.CrossFade, 6) : Transition.Cut })];
        var before = Plan(spans).Segments.Select(segment => segment.Key).ToHashSet();
        spans[4] = spans[4] with { Source = new ClipSource(B, 1, 5) };
        Assert.Single(Plan(spans).Segments, segment => !before.Contains(segment.Key));
        spans[3] = spans[3] with { Source = new ClipSource(B, 2, 5) };
        Assert.Equal(3, Plan(spans).Segments.Count(segment => !before.Contains(segment.Key)));   // both bodies, and the fade into the one
    }

    [Fact]
    public void Footage_that_is_shown_again_is_encoded_once()
    {
        var plan = Plan(new FilmSpan(0, 24, new ClipSource(A, 0, 5)), new FilmSpan(24, 24, new ClipSource(B, 0, 5)), new FilmSpan(48, 24, new ClipSource(A, 0, 5)));
        Assert.Equal(plan.Segments[0].Key, plan.Segments[2].Key);
    }

    [Fact]
    public void Words_change_only_the_segments_that_show_them()
    {
        FilmSpan[] spans = [.. Enumerable.Range(0, 4).Select(i => new FilmSpan(i * 24, 24, new ClipSource(A with { Hash = $"{i}" }, 0, 5)))];
        var plain = CompositionPlan.Of(Film(spans), "5.1");
        var worded = CompositionPlan.Of(Film(spans) with { Texts = [new(30, 10, "la la", TextStyle.Caption)] }, "5.1");
        Assert.Equal([true, false, true, true], plain.Segments.Zip(worded.Segments, (one, other) => one.Key == other.Key));
    }

    [Fact]
    public void Long_and_patched_spans_are_parted_without_a_gap()
    {
        var plan = Plan(
            new FilmSpan(0, 1000, new ClipSource(A, 0, 60)),
            new FilmSpan(1000, 700, new ClipSource(B, 0, 2)) { WhenShort = WhenShort.PingPong });
        var at = 0;
        foreach (var segment in plan.Segments)
        {
            Assert.Equal(at, segment.Start);
            Assert.InRange(segment.Inputs.Count, 1, 6);
            at += segment.Frames;
        }
        Assert.Equal(1700, at);
    }

    [Theory]
    [InlineData(0, 24, 30, 24, "gap")]
    [InlineData(0, 24, 20, 24, "overlap")]
    [InlineData(0, 24, 24, 0, "no frames")]
    public void A_timeline_with_a_fault_is_refused_with_a_sentence(int start, int frames, int second, int more, string words)
    {
        var e = Assert.Throws<ArgumentException>(() => Plan(new FilmSpan(start, frames, ColourSource.Black), new FilmSpan(second, more, ColourSource.Black)));
        Assert.Contains(words, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_shape_keeps_the_cuts()
    {
        var film = Film(new FilmSpan(0, 24, new ClipSource(A, 0, 5)), new FilmSpan(24, 30, new ClipSource(B, 0, 5)) { In = new(TransitionKind.Whip, 6) });
        var tall = CompositionPlan.Of(film.InShape(FrameSize.Tall), "5.1");
        Assert.Equal(CompositionPlan.Of(film, "5.1").Segments.Select(segment => (segment.Start, segment.Frames)), tall.Segments.Select(segment => (segment.Start, segment.Frames)));
        Assert.Equal(new FrameSize(720, 1280), FrameSize.Tall.Within(720));
    }

    private static string KeyOf(ClipSource clip) => Plan(new FilmSpan(0, 48, clip)).Segments[0].Key;

    private static Timeline Film(params FilmSpan[] spans) => new(new FrameRate(24, 1), new FrameSize(1280, 720), spans[^1].End, spans);

    private static CompositionPlan Plan(params FilmSpan[] spans) => Plan("5.1", spans);

    private static CompositionPlan Plan(string encoder, params FilmSpan[] spans) => CompositionPlan.Of(Film(spans), encoder);

    private static void Same(string words, IReadOnlyList<string> arguments) => Assert.Equal(words, string.Join(' ', arguments));
}
