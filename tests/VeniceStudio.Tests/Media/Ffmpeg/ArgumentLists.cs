using VeniceStudio.Media.Ffmpeg;

namespace VeniceStudio.Tests.Media.Ffmpeg;

/// <summary>The exact words given to ffmpeg: a change here is a decision, not an accident.</summary>
public sealed class ArgumentLists
{
    private const string Start = "-hide_banner -nostdin -v repeat+error -filter_threads 2 -threads 2";

    [Fact]
    public void Probing() => Same(
        "-hide_banner -v error -threads 2 -show_entries format=duration:format_tags=title,TITLE,artist,ARTIST:stream=codec_type,codec_name,width,height,pix_fmt,color_space,color_primaries,avg_frame_rate,sample_rate,channels,duration:stream_tags=title,TITLE,artist,ARTIST:stream_disposition=attached_pic:stream_side_data=rotation -of json -protocol_whitelist file,pipe -f mov -i file:/m/a.mp4",
        MediaProbe.Arguments("/m/a.mp4", ContentKind.Mp4));

    [Fact]
    public void Checking_a_clip() => Same(
        $"{Start} -protocol_whitelist file,pipe -f matroska -i file:/m/a.webm -map 0:v:0 -fps_mode passthrough "
            + "-vf scale=128:72:flags=neighbor,format=gray -f rawvideo pipe:1",
        ClipCheck.Arguments("/m/a.webm", ContentKind.WebM));

    [Fact]
    public void Looking_for_a_poster() => Same(
        $"{Start} -t 30 -protocol_whitelist file,pipe -f mov -i file:/m/a.mp4 -map 0:v:0 -fps_mode passthrough "
            + "-vf scale=128:72:flags=neighbor,format=gray -f rawvideo pipe:1",
        Poster.LookArguments("/m/a.mp4", ContentKind.Mp4));

    [Fact]
    public void Taking_a_poster() => Same(
        $"{Start} -y -protocol_whitelist file,pipe -f mov -i file:/m/a.mp4 -map 0:v:0 -frames:v 1 -map_metadata -1 -fflags +bitexact -flags +bitexact "
            + @"-vf select=eq(n\,3),scale=trunc(iw*sar/2)*2:ih,setsar=1,scale='min(640,iw)':-2:flags=lanczos:out_range=pc,format=yuvj420p "
            + "-c:v mjpeg -q:v 4 -f image2pipe file:/m/a.jpg",
        Poster.TakeArguments("/m/a.mp4", ContentKind.Mp4, 3, "/m/a.jpg", 640));

    [Fact]
    public void Fitting_a_turned_picture() => Same(
        $"{Start} -y -noautorotate -max_pixels 100000000 -protocol_whitelist file,pipe -f jpeg_pipe -i file:/m/a.jpg "
            + "-filter_complex [0:v]transpose=clock[up];[up]scale=900:1200:flags=lanczos:out_range=pc,format=yuvj420p[out] -map [out] -frames:v 1 "
            + "-map_metadata -1 -fflags +bitexact -flags +bitexact -c:v mjpeg -q:v 2 -f image2pipe file:/m/b.jpg",
        ImageFit.Arguments("/m/a.jpg", ImagePlan.Of(new ImageHeader(ContentKind.Jpeg, 1200, 900, Orientation: 6), new ImageLimits()), 2, "/m/b.jpg"));

    [Fact]
    public void Cutting_sound() => Same(
        $"{Start} -y -protocol_whitelist file,pipe -f mp3 -i file:/m/a.mp3 -vn -sn -dn -filter_complex "
            + "[0:a:0]aresample=44100,aformat=sample_fmts=s16:channel_layouts=mono|stereo,asetpts=N/SR/TB,"
            + "atrim=start_sample=44100:end_sample=132300,asetpts=PTS-STARTPTS,asplit[kept][counted] "
            + "-map [kept] -map_metadata -1 -fflags +bitexact -flags:a +bitexact -c:a pcm_s16le -f wav file:/m/b.wav -map [counted] -ac 1 -f u8 pipe:1",
        AudioCut.Arguments("/m/a.mp3", ContentKind.Mp3, 44_100, 88_200, AudioCutFormat.Wav, "/m/b.wav"));

    private static void Same(string words, IReadOnlyList<string> arguments) => Assert.Equal(words, string.Join(' ', arguments));
}
