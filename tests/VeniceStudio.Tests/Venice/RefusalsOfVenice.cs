using Microsoft.AspNetCore.Http;
using VeniceStudio.Venice;

namespace VeniceStudio.Tests.Venice;

public sealed class RefusalsOfVenice(VeniceStub venice) : IClassFixture<VeniceStub>
{
    private static readonly VideoOrder Order = new() { Model = "wan-2.6-text-to-video", Prompt = "a gondola at dusk" };
    private static readonly VideoTicket Ticket = new("wan-2.6-text-to-video", "q1", null);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(400, """{"error":"This model does not support aspect_ratio"}""", VeniceErrorKind.BadRequest)]
    [InlineData(400, """{"error":{"message":"Too long","type":"invalid_request_error","param":"messages","code":"context_length_exceeded"}}""", VeniceErrorKind.BadRequest)]
    [InlineData(400, """{"error":"REQUEST_ID_NOT_FOUND"}""", VeniceErrorKind.NotFound)]
    [InlineData(401, """{"error":"Authentication failed"}""", VeniceErrorKind.KeyRejected)]
    [InlineData(401, """{"error":"This is a Pro-only model"}""", VeniceErrorKind.Forbidden)]
    [InlineData(401, """{"error":"No","code":"PRO_ONLY_MODEL"}""", VeniceErrorKind.Forbidden)]
    [InlineData(402, """{"error":"Insufficient USD or Diem balance to complete request."}""", VeniceErrorKind.NoBalance)]
    [InlineData(402, """{"error":{"message":"Pay","code":"INSUFFICIENT_BALANCE"}}""", VeniceErrorKind.NoBalance)]
    [InlineData(402, """{"error":"Payment required","code":"PAYMENT_REQUIRED","reason":"insufficient_balance","suggestedTopUpUsd":5}""", VeniceErrorKind.NoBalance)]
    [InlineData(402, """{"error":"API_KEY_USD_SPEND_LIMIT_EXCEEDED"}""", VeniceErrorKind.KeySpendLimit)]
    [InlineData(402, """{"error":"x","code":"API_KEY_DIEM_SPEND_LIMIT_EXCEEDED"}""", VeniceErrorKind.KeySpendLimit)]
    [InlineData(402, """{"x402Version":2,"error":"Payment required","resource":{},"accepts":[],"authOptions":{}}""", VeniceErrorKind.NoKey)]
    [InlineData(403, """{"error":"Model is not available in your region"}""", VeniceErrorKind.RegionBlocked)]
    [InlineData(403, """{"error":"API access disabled"}""", VeniceErrorKind.Forbidden)]
    [InlineData(404, """{"error":"Specified model not found"}""", VeniceErrorKind.NotFound)]
    [InlineData(409, """{"error":"Conflict"}""", VeniceErrorKind.BadRequest)]
    [InlineData(410, """{"error":"Model retired"}""", VeniceErrorKind.Retired)]
    [InlineData(413, """{"code":"PAYLOAD_TOO_LARGE","error":"Body too large"}""", VeniceErrorKind.TooLarge)]
    [InlineData(413, "<html><head><title>413 Request Entity Too Large</title></head></html>", VeniceErrorKind.TooLarge)]
    [InlineData(415, """{"error":"Bad content type"}""", VeniceErrorKind.WrongMediaType)]
    [InlineData(422, """{"error":"Your prompt violates the content policy"}""", VeniceErrorKind.Refused)]
    [InlineData(422, """{"error":"IMAGE_ASPECT_RATIO_OUT_OF_BOUNDS"}""", VeniceErrorKind.BadRequest)]
    [InlineData(429, """{"error":"Rate limit exceeded"}""", VeniceErrorKind.RateLimited)]
    [InlineData(429, """{"error":"Busy","code":"MODEL_OVERLOADED"}""", VeniceErrorKind.AtCapacity)]
    [InlineData(500, """{"error":"Inference processing failed"}""", VeniceErrorKind.Failed)]
    [InlineData(502, "<html><title>502 Bad Gateway</title></html>", VeniceErrorKind.Failed)]
    [InlineData(503, """{"error":"The model is at capacity. Please try again later."}""", VeniceErrorKind.AtCapacity)]
    [InlineData(504, "", VeniceErrorKind.TimedOut)]
    [InlineData(524, "error code: 524", VeniceErrorKind.TimedOut)]
    [InlineData(418, "", VeniceErrorKind.BadRequest)]
    public async Task Every_refusal_has_a_kind_and_a_sentence_with_a_next_step(int status, string body, VeniceErrorKind kind)
    {
        var client = venice.Begin();
        venice.Says(status, body, headers: ("CF-RAY", "8f1-VCE"));

        var e = await Assert.ThrowsAsync<VeniceException>(() => client.Video.QueueAsync(Order, Ct));

        Assert.Equal((kind, status, "8f1-VCE"), (e.Kind, e.Status, e.RequestId));
        Assert.Equal(status >= 500, e.MayHaveBought);
        Assert.Equal(status < 500, e.Message.Contains("Nothing was charged", StringComparison.Ordinal));
        Assert.EndsWith(".", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('<', e.Message);
        Assert.DoesNotContain('{', e.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("\"just text\"")]
    [InlineData("{\"error\":null}")]
    [InlineData("{\"error\":[1,2]}")]
    [InlineData("{\"error\":{}}")]
    [InlineData("{\"error\":\"x\",\"details\":\"y\",\"issues\":{}}")]
    [InlineData("{\"error\":\"x\",\"issues\":[null,3]}")]
    [InlineData("{\"error\":\"cut o")]
    public async Task A_refusal_in_any_shape_is_still_a_refusal(string body)
    {
        var client = venice.Begin();
        venice.Says(400, body);

        var e = await Assert.ThrowsAsync<VeniceException>(() => client.Video.QueueAsync(Order, Ct));
        Assert.Equal(VeniceErrorKind.BadRequest, e.Kind);
        Assert.DoesNotContain('{', e.Message);
    }

    [Fact]
    public async Task T10_a_missing_key_is_not_reported_as_missing_money()
    {
        var client = venice.Begin(key: null);
        venice.Says(402, """{"x402Version":2,"error":"Payment required","resource":{},"accepts":[],"authOptions":{}}""", headers: ("PAYMENT-REQUIRED", "e30="));

        var e = await Assert.ThrowsAsync<VeniceException>(() => client.Video.QueueAsync(Order, Ct));

        Assert.Equal(VeniceErrorKind.NoKey, e.Kind);
        Assert.Contains("VENICE_API_KEY", e.Message, StringComparison.Ordinal);
        Assert.Empty(venice.Last.Authorization);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("  ", "")]
    [InlineData(" vk-1\n", "Bearer vk-1")]
    public async Task A_key_pasted_carelessly_is_still_the_key_and_a_blank_one_is_none(string key, string sent)
    {
        var client = venice.Begin(key: key);
        venice.Says(402, """{"error":"Payment required"}""");

        var e = await Assert.ThrowsAsync<VeniceException>(() => client.Video.QueueAsync(Order, Ct));

        Assert.Equal(sent, venice.Last.Authorization);
        Assert.Equal(sent.Length == 0 ? VeniceErrorKind.NoKey : VeniceErrorKind.NoBalance, e.Kind);
    }

    [Fact]
    public async Task A_no_whose_words_break_off_is_still_a_no()
    {
        var client = venice.Begin();
        venice.Does(context =>
        {
            context.Response.StatusCode = 422;
            context.Response.ContentLength = 100;
            return context.Response.WriteAsync("""{"error":"Your pro""", Ct);
        });

        var e = await Assert.ThrowsAsync<VeniceException>(() => client.Video.QueueAsync(Order, Ct));
        Assert.Equal(VeniceErrorKind.Refused, e.Kind);
        Assert.False(e.MayHaveBought);
    }

    [Fact]
    public async Task T14_a_wrong_duration_names_the_field_and_the_values_that_Venice_takes()
    {
        var client = venice.Begin();
        venice.Says(400, """{"error":"Invalid request parameters","details":{"_errors":[]},"issues":[{"code":"invalid_enum_value","path":["duration"],"expected":"'5s' | '10s'","message":"Invalid enum value"}]}""");

        var e = await Assert.ThrowsAsync<VeniceException>(() => client.Video.QuoteAsync(Order.ToQuote(), Ct));

        Assert.Equal("duration", e.Field);
        Assert.Equal(["5s", "10s"], e.Allowed);
        Assert.Contains("it takes 5s, 10s", e.Message, StringComparison.Ordinal);
        Assert.Contains("Invalid enum value", e.VeniceText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"error":"Invalid","details":{"_errors":[],"consents":{"_errors":[],"seedance":{"_errors":["Required"]}}}}""", "consents.seedance", "Required")]
    [InlineData("""{"error":"Invalid","details":{"_errors":[],"prompt":{"_errors":["Field is required"]}}}""", "prompt", "Field is required")]
    [InlineData("""{"error":"Invalid request parameters","issues":[{"code":"too_big","maximum":4096,"path":["elements",0,"input"]}]}""", "elements.0.input", "at most 4096")]
    [InlineData("""{"error":{"message":"Too long","param":"messages"}}""", "messages", "Too long")]
    public async Task A_nested_complaint_is_found_and_told(string body, string field, string words)
    {
        var client = venice.Begin();
        venice.Says(400, body);

        var e = await Assert.ThrowsAsync<VeniceException>(() => client.Video.QueueAsync(Order, Ct));
        Assert.Equal(field, e.Field);
        Assert.Contains(words, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_prompt_brings_the_words_that_Venice_suggests()
    {
        var client = venice.Begin();
        venice.Says(422, """{"error":"Your prompt violates the content policy","suggested_prompt":"a calm gondola"}""");

        var e = await Assert.ThrowsAsync<VeniceException>(() => client.Video.QueueAsync(Order, Ct));
        Assert.Equal("a calm gondola", e.SuggestedPrompt);
        Assert.False(e.MayPass);
    }

    [Theory]
    [InlineData("""{"error":{"message":"No","type":"provider_content_policy","recommended_model":"wan-2-7-text-to-video","credits_refunded":true}}""", true, "The price was returned")]
    [InlineData("""{"error":{"message":"No","type":"provider_content_policy","credits_refunded":false}}""", false, "Venice kept the price")]
    [InlineData("""{"error":"No","credits_refunded":true}""", true, "The price was returned")]
    [InlineData("""{"error":"No"}""", null, "shows in the balance")]
    public async Task A_video_stopped_by_the_policy_says_whether_the_price_came_back(string body, bool? refunded, string sentence)
    {
        var client = venice.Begin();
        venice.Says(422, body);

        var e = await Assert.ThrowsAsync<VeniceException>(() => client.Video.RetrieveAsync(Ticket, Ct));

        Assert.Equal(VeniceErrorKind.Refused, e.Kind);
        Assert.Equal(refunded, e.CreditsRefunded);
        Assert.Contains(sentence, e.Message, StringComparison.Ordinal);
        Assert.Equal(body.Contains("recommended", StringComparison.Ordinal) ? "wan-2-7-text-to-video" : null, e.RecommendedModel);
    }

    [Fact]
    public async Task T27_a_consent_is_brought_to_a_person_whole_and_never_given()
    {
        var client = venice.Begin();
        var policy = string.Concat(Enumerable.Repeat("You confirm that you may use this face. ", 40));
        venice.Says(409, $$"""{"error":{"code":"needs_consent","message":"Consent needed"},"consent_flow":"seedance","face_media_roles":["image","end_image"],"consent":{"consent_version":"v2.0","policy_text":"{{policy}}"},"docs_url":"https://docs.venice.ai/consent"}""");

        var e = await Assert.ThrowsAsync<VeniceException>(() => client.Video.QueueAsync(Order, Ct));

        Assert.Equal(VeniceErrorKind.NeedsConsent, e.Kind);
        Assert.Equal(("seedance", "v2.0", policy), (e.Consent!.Flow, e.Consent.Version, e.Consent.PolicyText));
        Assert.Equal(["image", "end_image"], e.Consent.FaceMediaRoles);
        Assert.Equal("https://docs.venice.ai/consent", e.Consent.DocsUrl!.AbsoluteUri);
        Assert.Single(venice.Heard);
        Assert.DoesNotContain("consents", venice.Last.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task T28_what_Venice_says_is_shown_without_keys_links_pictures_or_length()
    {
        var client = venice.Begin();
        venice.Says(400, $$"""{"error":"Bad {{VeniceStub.Key}} at https://private-share.venice.ai/v1/share/read/s3cr3t with data:image/png;base64,AAAABBBB and Bearer abcdefghijklm {{new string('x', 900)}}"}""");

        var e = await Assert.ThrowsAsync<VeniceException>(() => client.Video.QueueAsync(Order, Ct));

        foreach (var secret in new[] { VeniceStub.Key, "s3cr3t", "AAAABBBB", "abcdefghijklm" })
            Assert.DoesNotContain(secret, e.ToString(), StringComparison.Ordinal);
        Assert.Equal(500, e.VeniceText!.Length);
        Assert.DoesNotContain(VeniceStub.Key, new VeniceOptions { ApiKey = VeniceStub.Key }.ToString(), StringComparison.Ordinal);
    }
}
