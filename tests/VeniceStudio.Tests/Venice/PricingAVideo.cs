using VeniceStudio.Venice;

namespace VeniceStudio.Tests.Venice;

public sealed class PricingAVideo(VeniceStub venice) : IClassFixture<VeniceStub>
{
    private static readonly VideoQuote Quote = new() { Model = "wan-2.6-text-to-video", Duration = "5s" };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"quote":0.1234561}""", 123_457)]
    [InlineData("""{"quote":"0.56"}""", 560_000)]
    [InlineData("""{"quote":5.6e-1,"currency":"USD"}""", 560_000)]
    [InlineData("""{"quote":0}""", 0)]
    public async Task A_price_is_whole_micro_dollars_rounded_up(string body, long price)
    {
        var client = venice.Begin();
        venice.Says(200, body);

        Assert.Equal(price, await client.Video.QuoteAsync(Quote, Ct));
    }

    [Theory]
    [InlineData("""{"quote":-1}""")]
    [InlineData("""{"quote":1e300}""")]
    [InlineData("""{"quote":null}""")]
    [InlineData("{}")]
    public async Task A_price_that_is_none_is_not_invented(string body)
    {
        var client = venice.Begin();
        venice.Says(200, body);

        var e = await Assert.ThrowsAsync<VeniceException>(() => client.Video.QuoteAsync(Quote, Ct));
        Assert.Equal(VeniceErrorKind.Unreadable, e.Kind);
    }
}
