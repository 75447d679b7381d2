using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using VeniceStudio.Simulator.Faults;
using VeniceStudio.Tests.Clips;
using VeniceStudio.Tests.Library;

namespace VeniceStudio.Tests.Hardship;

/// <summary>Everything is used, everything that comes out is kept, and nothing of it may hold what opens something.</summary>
public sealed class Secrets(StudioOverheard studio) : IClassFixture<StudioOverheard>
{
    private static readonly FaultMoment[] OfOrders = [FaultMoment.Request, FaultMoment.Queue, FaultMoment.Job, FaultMoment.Delivery];

    /// <summary>As a tag of one order these would last for ever; they are met once, by whichever order comes.</summary>
    private static readonly string[] Passing = ["429", "429-bare", "abuse"];

    private readonly StringBuilder _seen = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Neither_the_key_nor_a_link_nor_a_token_leaves_the_studio_whatever_goes_wrong()
    {
        using var owner = await studio.OwnerAsync();
        var (events, closing) = await ListenAsync(owner.Client);
        var secret = (await owner.Client.PostAsync("/api/tokens", new { name = "a script" }).OkAsync()).Text("secret")!;
        using var script = studio.NewClient();
        script.DefaultRequestHeaders.Authorization = new("Bearer", secret);

        // Every way in which an order can go wrong, and what goes wrong after it was taken by each way of delivery; not what only takes long.
        foreach (var fault in Passing) studio.Venice.Faults.Add("video/queue", fault, times: 1);
        foreach (var fault in FaultKinds.All.Where(fault => OfOrders.Contains(fault.Moment) && !fault.Name.StartsWith("slow", StringComparison.Ordinal)
            && fault.Name != "stuck" && !Passing.Contains(fault.Name)))
        {
            var taken = fault.Moment is FaultMoment.Job or FaultMoment.Delivery;
            foreach (var model in taken ? new[] { Orders.Model, Orders.LinkModel } : [Orders.LinkModel])
            {
                await KeepAsync(await script.PostOrderAsync(Orders.Body($"A gondola [sim:{fault.Name}]", model, cleanUp: true)));
            }
        }
        await studio.RunUntilIdleAsync();
        Assert.Contains(studio.Venice.Jobs, job => job.ShareToken is not null);
        await ReadEverythingAsync(script, owner.Client);
        await ChatAsync(script);
        await closing.CancelAsync();
        _seen.Append(await events);

        foreach (var line in studio.Log.Lines) _seen.AppendLine(line);
        var seen = _seen.ToString();
        Assert.DoesNotContain(VeniceBeside.Key, seen, StringComparison.Ordinal);
        Assert.DoesNotContain(S3Server.Secret, seen, StringComparison.Ordinal);
        Assert.DoesNotContain("/share/", seen, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, seen, StringComparison.Ordinal);
        Assert.All(studio.Venice.Jobs.Select(job => job.ShareToken).OfType<string>(), token => Assert.DoesNotContain(token, seen, StringComparison.Ordinal));
    }

    /// <summary>Every GET of the API's own description, with real ids and with ids of nothing, and pages that are not there.</summary>
    private async Task ReadEverythingAsync(HttpClient script, HttpClient browser)
    {
        var description = await script.GetStringAsync("/swagger/v1/swagger.json", Ct);
        _seen.AppendLine(description);
        var clips = (await script.GetAsync("/api/clips?limit=100", Ct).OkAsync()).GetProperty("items").EnumerateArray().ToList();
        var ids = clips.Select(clip => clip.GetProperty("id").GetGuid())
            .Concat(clips.Select(clip => clip.GetProperty("media")).Where(media => media.ValueKind == JsonValueKind.Object).Select(media => media.GetProperty("id").GetGuid()))
            .Append(Guid.NewGuid()).ToList();
        var paths = JsonDocument.Parse(description).RootElement.GetProperty("paths").EnumerateObject()
            .Where(path => path.Value.TryGetProperty("get", out _) && path.Name != "/api/events").Select(path => path.Name).ToList();
        Assert.NotEmpty(paths);
        foreach (var path in paths.SelectMany(path => path.Contains('{') ? ids.Select(id => path[..path.IndexOf('{')] + id + path[(path.IndexOf('}') + 1)..]) : [path]))
        {
            await KeepAsync(await script.GetAsync(path, Ct));
        }
        foreach (var path in paths.Append("/").Append("/create").Append("/api/nothing").Append("/api/clips/zip?ids=x").Append("/assets/nothing.js"))
        {
            await KeepAsync(await browser.GetAsync(path.Replace("{id}", "not-an-id", StringComparison.Ordinal), Ct));
        }
    }

    private async Task ChatAsync(HttpClient script)
    {
        foreach (var fault in new[] { "401", "402-no-key", "500", "503", "html", "garbled", "chat-cut", "chat-error-frame", "chat-empty" })
        {
            foreach (var stream in new[] { false, true })
            {
                var body = new { model = "default", stream, messages = new[] { new { role = "user", content = $"Say hello [sim:{fault}]" } } };
                using var request = new HttpRequestMessage(HttpMethod.Post, "/api/chat/completions") { Content = JsonContent.Create(body) };
                // Headers only: a stream that Venice breaks off ends while it is read.
                await KeepAsync(await script.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Ct));
            }
        }
    }

    private async Task KeepAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            _seen.AppendLine(answer.ToString());
            try
            {
                _seen.AppendLine(Encoding.Latin1.GetString(await answer.Content.ReadAsByteArrayAsync(Ct)));
            }
            catch (Exception e) when (e is HttpRequestException or IOException)
            {
                // Venice broke off, and so did the studio.
            }
        }
    }

    private static async Task<(Task<string> Heard, CancellationTokenSource Closing)> ListenAsync(HttpClient client)
    {
        var closing = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var answer = await client.GetAsync("/api/events", HttpCompletionOption.ResponseHeadersRead, closing.Token);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (HearAsync(), closing);

        async Task<string> HearAsync()
        {
            var heard = new StringBuilder(answer.ToString());
            try
            {
                using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(closing.Token));
                while (await reader.ReadLineAsync(closing.Token) is { } line) heard.AppendLine(line);
            }
            catch (OperationCanceledException)
            {
                answer.Dispose();
            }
            return heard.ToString();
        }
    }
}
