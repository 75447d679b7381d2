using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Polly;

namespace VeniceStudio.Venice.Wire;

/// <summary>The line to Venice: says a call, reads the answer, tells the observer, and knows which calls may be repeated.</summary>
internal sealed class Line(HttpClient http, VeniceOptions options, TimeProvider time, IVeniceObserver? observer)
{
    private readonly ResiliencePipeline asking = Repetition.OfAsking(time);
    private readonly ResiliencePipeline buying = Repetition.OfBuying(time);
    // A key pasted with a line break is still that key, and a blank setting is none.
    private readonly string? key = string.IsNullOrWhiteSpace(options.ApiKey) ? null : options.ApiKey.Trim();
    private readonly string root = options.BaseUrl.AbsoluteUri.TrimEnd('/');

    public TimeProvider Time => time;

    public Call Get(string route, string query = "") => new(HttpMethod.Get, route, new Uri($"{root}/{route}{query}"), options.AskTimeout)
    {
        Key = key,
    };

    public Call Post<T>(string route, T body, JsonTypeInfo<T> type) =>
        new(HttpMethod.Post, route, new Uri($"{root}/{route}"), options.AskTimeout)
        {
            Key = key,
            Body = JsonSerializer.SerializeToUtf8Bytes(body, type),
        };

    public Call Purchase<T>(string route, T body, JsonTypeInfo<T> type) =>
        Post(route, body, type) with { Buys = true, Timeout = options.BuyTimeout };

    public Call Purchase(string route, FormBody form) => new(HttpMethod.Post, route, new Uri($"{root}/{route}"), options.BuyTimeout)
    {
        Key = key,
        Body = form.ToBytes(),
        BodyType = form.ContentType,
        Buys = true,
    };

    /// <summary>A one-time link is its own secret: the key stays at home.</summary>
    public Call SharedLink(HttpMethod method, Uri address) => new(method, Call.SharedLink, address, options.AskTimeout);

    /// <summary>A call that costs nothing; repeated a few times.</summary>
    public async Task<T> AskAsync<T>(Call call, Func<Reply, CancellationToken, Task<T>> read, CancellationToken ct) =>
        await asking.ExecuteAsync(token => new ValueTask<T>(OnceAsync(call, read, token)), ct);

    /// <summary>A call that is billed when it is taken; repeated only after an outright refusal.</summary>
    public async Task<T> BuyAsync<T>(Call call, Func<Reply, CancellationToken, Task<T>> read, CancellationToken ct) =>
        await buying.ExecuteAsync(token => new ValueTask<T>(OnceAsync(call, read, token)), ct);

    /// <summary>One try, for callers that do their own waiting.</summary>
    public async Task<T> OnceAsync<T>(Call call, Func<Reply, CancellationToken, Task<T>> read, CancellationToken ct)
    {
        var start = time.GetTimestamp();
        using var limit = new CancellationTokenSource(call.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        using var request = call.ToRequest();
        Reply? reply = null;
        VeniceException? failure = null;
        var done = false;
        try
        {
            reply = new Reply(await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token), call, options, time);
            if (!reply.Response.IsSuccessStatusCode) throw await reply.RefusalAsync(either.Token);
            var result = await read(reply, either.Token);
            done = true;
            return result;
        }
        catch (Exception e) when (Failure(e) is { } known)
        {
            failure = known;
            if (ReferenceEquals(e, known)) throw;
            throw known;
        }
        finally
        {
            reply?.Release(failed: !done);
            // A call that its caller gave up is no exchange.
            if (done || failure is not null) Tell(call, reply, failure, time.GetElapsedTime(start));
        }

        VeniceException? Failure(Exception e) => e switch
        {
            VeniceException told => told,
            OperationCanceledException when ct.IsCancellationRequested => null,
            OperationCanceledException => Silent(VeniceErrorKind.TimedOut, e),
            // A line that is cut between being laid and being used comes as the socket's own exception.
            HttpRequestException or IOException or SocketException => Silent(reply is null ? VeniceErrorKind.Unreachable : VeniceErrorKind.Unreadable, e),
            _ => null,
        };

        VeniceException Silent(VeniceErrorKind kind, Exception e) =>
            Fault.Silent(call, kind, request.Content is OrderContent { Begun: true }, time.GetUtcNow(), reply?.Response, e);
    }

    private void Tell(Call call, Reply? reply, VeniceException? failure, TimeSpan elapsed)
    {
        if (observer is null) return;

        var response = reply?.Response;
        var answer = new VeniceAnswer($"{call.Method} {call.Route}", (int?)response?.StatusCode, failure?.Kind, elapsed)
        {
            BalanceMicroDollars = Money.Balance(LenientJson.ToNumber(response?.Header("x-venice-balance-usd"))),
            RequestsRemaining = response?.RequestsRemaining(),
            RateResetsAt = response?.RequestsResetAt(time.GetUtcNow()),
            ModelId = response?.Header("x-venice-model-id"),
            Deprecation = response?.Header("x-venice-model-deprecation-warning") ?? response?.Header("x-venice-model-deprecation-date"),
            RequestId = response?.RequestId(),
            SentBytes = call.Body?.Length ?? 0,
            ReceivedBytes = reply?.ReceivedBytes,
        };
        try
        {
            observer.Answered(answer);
        }
        catch (Exception)
        {
            // A purchase may just have been made: its ticket is worth more than the observer's trouble.
        }
    }
}
