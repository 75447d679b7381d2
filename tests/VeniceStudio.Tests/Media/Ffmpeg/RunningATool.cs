using System.Diagnostics;
using VeniceStudio.Media.Ffmpeg;

namespace VeniceStudio.Tests.Media.Ffmpeg;

public sealed class RunningATool(MediaBench bench) : IClassFixture<MediaBench>
{
    private static readonly string[] HostileNames =
        ["-i.mp4", "two words %d %03d.mp4", "line\nbreak.mp4", "pipe:0", "concat:a|b.mp4", "http:x.mp4", "quote'\"$(touch x);&.mp4"];

    [Fact]
    public async Task A_tool_that_never_ends_is_stopped_at_its_limit_together_with_its_children()
    {
        var (call, pidFile) = Endless(TimeSpan.FromSeconds(2));
        var e = await Assert.ThrowsAsync<MediaException>(() => ToolRun.RunAsync(call, null, null, MediaBench.Ct));
        Assert.Equal(MediaFault.Tool, e.Fault);
        Assert.Contains("longer than 2 seconds", e.Message, StringComparison.Ordinal);
        // On a machine too busy to start the shell in time there is no child to look for; the next test waits for it.
        if (File.Exists(pidFile)) AssertGone(pidFile);
    }

    [Fact]
    public async Task Cancelling_stops_a_tool_together_with_its_children()
    {
        var (call, pidFile) = Endless(TimeSpan.FromMinutes(5));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(MediaBench.Ct);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ToolRun.RunAsync(call, null, _ => stop.Cancel(), stop.Token));
        AssertGone(pidFile);
    }

    [Fact]
    public async Task A_tool_sees_none_of_the_studios_secrets_and_reads_nothing()
    {
        Environment.SetEnvironmentVariable("STUDIO_TEST_SECRET", "planted");
        var call = new ToolCall("/bin/sh", ["-c", "env; cat"], TimeSpan.FromSeconds(20));
        var said = await ToolRun.ReadAsync(call, 64 * 1024, MediaBench.Ct);
        Assert.Equal(0, said.ExitCode);
        Assert.Contains("PATH=", said.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("planted", said.Text, StringComparison.Ordinal);
        Environment.SetEnvironmentVariable("STUDIO_TEST_SECRET", null);
    }

    [Fact]
    public async Task A_reader_that_gives_up_ends_the_run_at_once()
    {
        var call = new ToolCall("/bin/sh", ["-c", "yes"], TimeSpan.FromMinutes(5));
        var e = await Assert.ThrowsAsync<MediaException>(() => ToolRun.ReadAsync(call, 1024, MediaBench.Ct));
        Assert.Equal(MediaFault.Broken, e.Fault);
    }

    [Fact]
    public async Task Ctrl_C_that_reaches_the_tool_before_the_studio_is_the_studios_stop_and_no_fault_of_the_file()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(MediaBench.Ct);
        const string Script = "echo $$; exec \"$0\" -v error -re -f lavfi -i testsrc2=s=16x16 -f rawvideo -";
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            ToolRun.RunAsync(new ToolCall("/bin/sh", ["-c", Script, bench.Tools.Ffmpeg], TimeSpan.FromMinutes(5)), InterruptAsync, null, stop.Token));

        // ffmpeg hears it and ends on its own account; only then does the studio's word arrive.
        async Task InterruptAsync(Stream output, CancellationToken ct)
        {
            var pid = "";
            for (int letter; (letter = output.ReadByte()) != '\n';) pid += (char)letter;
            await output.ReadExactlyAsync(new byte[16 * 16 * 3], ct);
            using var kill = Process.Start("kill", ["-INT", pid]);
            await output.CopyToAsync(Stream.Null, ct);
            stop.CancelAfter(TimeSpan.FromMilliseconds(200));
        }
    }

    [Theory]
    [InlineData("kill -TERM $$", "ended from outside")]
    [InlineData("kill -9 $$", "memory")]
    [InlineData("echo 'av_interleaved_write_frame(): No space left on device' >&2; exit 1", "disk is full")]
    public async Task What_the_machine_lacks_is_not_blamed_on_the_file(string script, string words)
    {
        var call = new ToolCall("/bin/sh", ["-c", script], TimeSpan.FromSeconds(20));
        var e = await Assert.ThrowsAsync<MediaException>(() => ToolRun.RunAsync(call, null, null, MediaBench.Ct));
        Assert.Equal(MediaFault.Tool, e.Fault);
        Assert.Contains(words, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_end_of_a_long_complaint_is_kept()
    {
        var call = new ToolCall("/bin/sh", ["-c", "i=0; while [ $i -lt 2000 ]; do echo line $i >&2; i=$((i+1)); done; exit 3"], TimeSpan.FromSeconds(20));
        var lines = 0;
        var outcome = await ToolRun.RunAsync(call, null, _ => lines++, MediaBench.Ct);
        Assert.Equal((3, 2000), (outcome.ExitCode, lines));
        Assert.Equal(4096, outcome.ErrorTail.Length);
        Assert.EndsWith("line 1999\n", outcome.ErrorTail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hostile_name_is_only_a_name()
    {
        var clip = await bench.MakeAsync("good.mp4", MediaBench.Clip);
        var folder = Directory.CreateDirectory(Path.Combine(bench.Folder, "odd %d 'folder'")).FullName;
        foreach (var name in HostileNames)
        {
            var hostile = Path.Combine(folder, name);
            File.Copy(clip, hostile);
            Assert.IsType<ClipVerdict.Sound>(await new ClipCheck(bench.Tools).CheckAsync(hostile, new ClipExpectation(2), MediaBench.Ct));
        }

        var poster = Path.Combine(folder, "-y %03d concat:a|b.jpg");
        await new Poster(bench.Tools).MakeAsync(Path.Combine(folder, HostileNames[1]), poster, 80, MediaBench.Ct);
        var cut = await new AudioCut(bench.Tools).CutAsync(Path.Combine(folder, HostileNames[3]), folder, 0, 1, MediaBench.Ct);
        Assert.True(File.Exists(poster) && File.Exists(cut.Path));
        Assert.Equal(HostileNames.Length + 2, Directory.GetFileSystemEntries(folder).Length);
    }

    [Theory]
    [InlineData("#EXTM3U\n#EXTINF:1,\nfile:///etc/hostname\n")]
    [InlineData("ffconcat version 1.0\nfile '/etc/hostname'\n")]
    public async Task A_list_of_other_files_is_never_opened(string list)
    {
        var path = bench.Write("list.mp4", System.Text.Encoding.UTF8.GetBytes(list));
        var e = await Assert.ThrowsAsync<MediaException>(() => new MediaProbe(bench.Tools).ProbeAsync(path, MediaBench.Ct));
        Assert.Equal(MediaFault.WrongKind, e.Fault);
    }

    [Fact]
    public async Task The_version_is_told_and_a_missing_tool_is_null()
    {
        Assert.Matches("^n?[0-9]", await bench.Tools.VersionAsync(MediaBench.Ct));
        Assert.Null(await new FfmpegTools(bench.PathOf("none")).VersionAsync(MediaBench.Ct));
        Assert.Null(FfmpegTools.Find(bench.PathOf("nowhere")));
        Assert.Equal(bench.Tools, FfmpegTools.Find(bench.Tools.Ffmpeg));
        Assert.Equal(bench.Tools, FfmpegTools.Find(Path.GetDirectoryName(bench.Tools.Ffmpeg)));
    }

    /// <summary>A shell that starts a child, writes the child's id down, says a word, and waits for ever.</summary>
    private (ToolCall Call, string PidFile) Endless(TimeSpan limit)
    {
        var pidFile = bench.PathOf($"{Guid.CreateVersion7()}.pid");
        return (new ToolCall("/bin/sh", ["-c", $"sleep 600 & echo $! > '{pidFile}'; echo ready >&2; wait"], limit), pidFile);
    }

    private static void AssertGone(string pidFile)
    {
        var pid = int.Parse(File.ReadAllText(pidFile), System.Globalization.CultureInfo.InvariantCulture);
        try
        {
            using var child = Process.GetProcessById(pid);
            Assert.True(child.WaitForExit(5000), "The child still runs.");
        }
        catch (ArgumentException)
        {
            // No such process: as promised.
        }
    }
}
