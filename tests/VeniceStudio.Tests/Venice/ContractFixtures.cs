using VeniceStudio.Venice;

namespace VeniceStudio.Tests.Venice;

/// <summary>The recorded answers of the video, chat and account routes, each as it stands in the contract, read through the client.</summary>
public sealed class ContractFixtures(VeniceStub venice) : IClassFixture<VeniceStub>
{
    private static readonly VideoTicket Ticket = new("wan-2.6-text-to-video", "q1", null);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"model":"wan-2.6-text-to-video","queue_id":"123e4567-e89b-12d3-a456-426614174000"}""", false)]
    [InlineData("""{"model":"grok-imagine-text-to-video-private","queue_id":"q","download_url":"https://private-share.venice.ai/v1/share/read/x"}""", true)]
    public async Task Queue_answers(string body, bool hasLink)
    {
        var ticket = await Client(200, body).Video.QueueAsync(new VideoOrder { Model = "m" }, Ct);
        Assert.Equal(hasLink, ticket.DownloadUrl is not null);
    }

    [Theory]
    [InlineData("""{"status":"PROCESSING","average_execution_time":145000,"execution_duration":53200}""", typeof(VideoProgress.Working))]
    [InlineData("""{"status":"COMPLETED","average_execution_time":145000,"execution_duration":150210}""", typeof(VideoProgress.Finished))]
    [InlineData("""{"status":"FAILED","average_execution_time":0,"execution_duration":0,"error":"…"}""", typeof(VideoProgress.Ended))]
    public async Task Retrieve_answers(string body, Type progress) =>
        Assert.IsType(progress, await Client(200, body).Video.RetrieveAsync(Ticket, Ct));

    [Theory]
    [InlineData(404, """{"error":"Media could not be found. Request may be invalid, expired, or deleted."}""", VeniceErrorKind.NotFound)]
    [InlineData(422, """{"error":{"message":"…","type":"provider_content_policy","recommended_model":"wan-2-7-text-to-video","credits_refunded":true}}""", VeniceErrorKind.Refused)]
    [InlineData(422, """{"error":"…","credits_refunded":true}""", VeniceErrorKind.Refused)]
    [InlineData(503, """{"error":"The model is at capacity. Please try again later."}""", VeniceErrorKind.AtCapacity)]
    [InlineData(401, """{"error":"Authentication failed"}""", VeniceErrorKind.KeyRejected)]
    [InlineData(402, """{"error":"Insufficient USD or Diem balance to complete request. …"}""", VeniceErrorKind.NoBalance)]
    [InlineData(402, """{"x402Version":2,"error":"Payment required","resource":{},"accepts":[],"authOptions":{}}""", VeniceErrorKind.NoKey)]
    [InlineData(429, """{"error":"Rate limit exceeded"}""", VeniceErrorKind.RateLimited)]
    public async Task Retrieve_refusals(int status, string body, VeniceErrorKind kind)
    {
        var e = await Assert.ThrowsAsync<VeniceException>(() => Client(status, body).Video.RetrieveAsync(Ticket, Ct));
        Assert.Equal(kind, e.Kind);
        Assert.False(e.MayHaveBought);
    }

    [Fact]
    public async Task Quote_and_complete_answers()
    {
        Assert.Equal(560_000, await Client(200, """{"quote":0.56}""").Video.QuoteAsync(new VideoQuote { Model = "m" }, Ct));
        Assert.True(await Client(200, """{"success":true}""").Video.CompleteAsync(Ticket, Ct));
    }

    [Fact]
    public async Task Balance_answer() => Assert.Equal(
        new VeniceBalance(true, "USD", 25_000_000, null),
        await Client(200, """{"canConsume":true,"consumptionCurrency":"USD","balances":{"diem":null,"usd":25},"diemEpochAllocation":0}""").Account.BalanceAsync(Ct));

    [Fact]
    public async Task Chat_stream()
    {
        var client = venice.Begin();
        venice.Says(200, "data: {\"id\":\"chatcmpl-1\",\"object\":\"chat.completion.chunk\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"{\"},\"finish_reason\":null}]}\n\ndata: [DONE]\n\n", "text/event-stream");

        var request = new ChatRequest { Model = "default", Messages = [new ChatMessage("user", "x")] };
        var pieces = await client.Chat.StreamAsync(request, Ct).ToListAsync(Ct);
        Assert.Equal("{", Assert.Single(pieces).Text);
    }

    private VeniceClient Client(int status, string body)
    {
        var client = venice.Begin();
        venice.Says(status, body);
        return client;
    }
}
