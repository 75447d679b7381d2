using System.Text;
using VeniceStudio.Venice;

namespace VeniceStudio.Tests.Venice;

public sealed class DrawingPictures(VeniceStub venice) : IClassFixture<VeniceStub>
{
    private const string Jpeg = "\u00ff\u00d8\u00ff\u00e0 and so on";
    private static readonly PictureOrder Boat = new() { Model = "z-image-turbo", Prompt = "a boat" };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_route_is_sent_its_own_fields_and_nothing_that_is_null()
    {
        var client = venice.Begin();
        venice.Does(context => SendAsync(context, Jpeg, "image/jpeg"));

        await using (await client.Images.GenerateAsync(Boat with { Width = 1280, Height = 720, SafeMode = true, Format = "jpeg" }, Ct)) { }
        Assert.Equal(("/api/v1/image/generate", true), (venice.Last.Target, venice.Last.Json.GetProperty("return_binary").GetBoolean()));
        Assert.Equal(["format", "height", "model", "prompt", "return_binary", "safe_mode", "width"], venice.Last.Fields);
        await using (await client.Images.EditAsync(new PictureEdit { Model = "a-edit", Prompt = "night", Image = "data:image/png;base64,AAAA" }, Ct)) { }
        Assert.Equal(("/api/v1/image/edit", "image,model,prompt"), (venice.Last.Target, string.Join(',', venice.Last.Fields)));
        // T18: the sister route knows no "model".
        await using (await client.Images.BlendAsync(new PictureBlend { Model = "a-edit", Prompt = "night", Images = ["data:image/png;base64,AAAA"], Quality = "medium" }, Ct)) { }
        Assert.Equal(("/api/v1/image/multi-edit", "images,modelId,prompt,quality"), (venice.Last.Target, string.Join(',', venice.Last.Fields)));
    }

    [Theory]
    [InlineData("x-venice-is-blurred", "true", true, false)]
    [InlineData("X-Venice-Is-Content-Violation", "TRUE", false, true)]
    [InlineData("x-venice-is-adult-model-content-violation", "true", false, true)]
    [InlineData("x-venice-is-blurred", "false", false, false)]
    public async Task T16_What_the_headers_say_against_a_picture_comes_with_it(string header, string value, bool blurred, bool violation)
    {
        var client = venice.Begin();
        venice.Does(context => SendAsync(context, Jpeg, "image/jpeg", (header, value), ("x-venice-model-id", "other-model")));
        await using var picture = await client.Images.GenerateAsync(Boat, Ct);
        Assert.Equal((blurred, violation, "other-model"), (picture.Blurred, picture.Violation, picture.Model));
    }

    [Theory]
    [InlineData(Jpeg, "image/png", "image/jpeg")]
    [InlineData("RIFF1234WEBPVP8 ", "application/octet-stream", "image/webp")]
    [InlineData("\u0089PNG\r\n and so on", "image/webp", "image/png")]
    [InlineData("<html>", "image/png", "application/octet-stream")]
    public async Task T17_The_bytes_tell_their_type_and_not_the_answer(string bytes, string said, string type)
    {
        var client = venice.Begin();
        venice.Does(context => SendAsync(context, bytes, said));
        await using var picture = await client.Images.GenerateAsync(Boat, Ct);
        using var content = new MemoryStream();
        await picture.Content.CopyToAsync(content, Ct);
        Assert.Equal((type, bytes), (picture.MimeType, Encoding.Latin1.GetString(content.ToArray())));
    }

    [Fact]
    public async Task A_list_of_bare_base64_is_a_picture_too()
    {
        var client = venice.Begin();
        venice.Says(200, $$"""{"id":"x","images":["{{Convert.ToBase64String(Encoding.Latin1.GetBytes(Jpeg))}}"]}""", headers: ("x-venice-is-blurred", "true"));
        await using var picture = await client.Images.GenerateAsync(Boat, Ct);
        Assert.Equal(("image/jpeg", true, (long?)Jpeg.Length), (picture.MimeType, picture.Blurred, picture.Length));
    }

    [Theory]
    [InlineData(500, "{}", "application/json")]
    [InlineData(200, "<html></html>", "text/html")]
    [InlineData(200, "no picture", "application/octet-stream")]
    [InlineData(200, """{"images":["not base64!"]}""", "application/json")]
    public async Task T1_What_failed_or_is_no_picture_may_have_been_paid_and_is_not_asked_again(int status, string body, string type)
    {
        var client = venice.Begin();
        venice.Says(status, body, type);
        var e = await Assert.ThrowsAsync<VeniceException>(() => client.Images.GenerateAsync(Boat, Ct));
        Assert.True(e.MayHaveBought);
        Assert.Single(venice.Heard);
    }

    [Theory]
    [InlineData("""{"data":["Anime","Cinematic"],"object":"list"}""")]
    [InlineData("""["Anime","Cinematic"]""")]
    public async Task Styles_come_in_both_shapes_that_the_documents_show(string body)
    {
        var client = venice.Begin();
        venice.Says(200, body);
        Assert.Equal(["Anime", "Cinematic"], await client.Images.StylesAsync(Ct));
    }

    [Fact]
    public async Task T19_A_price_follows_resolution_quality_and_pictures_given_along()
    {
        var client = venice.Begin();
        venice.Says(200, """
            {"object":"list","data":[
              {"id":"plain","type":"inpaint","model_spec":{"pricing":{"inpaint":{"usd":0.04}},"constraints":{"aspectRatios":["auto"],"promptCharacterLimit":1500,"combineImages":true}}},
              {"id":"single","type":"inpaint","model_spec":{"pricing":{"inpaint":{"usd":0.06}},"constraints":{"aspectRatios":[],"promptCharacterLimit":6000,"combineImages":false}}},
              {"id":"fine","type":"inpaint","model_spec":{"pricing":{"inpaint":{"usd":0.34},"resolutions":{"1K":{"usd":0.34},"2K":{"usd":0.52}},
                "quality":{"1K":{"high":{"usd":0.34},"medium":{"usd":0.08}}},"inputImages":{"included":1,"additional":{"usd":0.0092}}},
                "constraints":{"qualities":["medium","high"],"resolutions":["1K","2K"],"defaultResolution":"1K","combineImages":true,"maxInputImages":6}}}]}
            """);
        var models = (await client.Models.ListAsync("inpaint", Ct)).ToDictionary(model => model.Id, model => model.Inpaint!);
        Assert.Equal((3, 1, 6), (models["plain"].MaxInputImages, models["single"].MaxInputImages, models["fine"].MaxInputImages));
        Assert.Equal(40_000, models["plain"].Pricing.PriceOf(null, null, 3));
        Assert.Equal(80_000, models["fine"].Pricing.PriceOf(null, "medium", 1));
        Assert.Equal(98_400, models["fine"].Pricing.PriceOf("1K", "medium", 3));
        Assert.Equal(520_000, models["fine"].Pricing.PriceOf("2K", null, 1));
    }

    [Fact]
    public void T28_Orders_print_no_words_and_no_pictures() =>
        Assert.DoesNotContain("secret", $"{Boat with { Prompt = "secret" }} {new PictureEdit { Model = "m", Prompt = "secret", Image = "secret" }} {new PictureBlend { Model = "m", Prompt = "secret", Images = ["secret"] }}", StringComparison.Ordinal);

    private static async Task SendAsync(Microsoft.AspNetCore.Http.HttpContext context, string bytes, string type, params (string Name, string Value)[] headers)
    {
        context.Response.ContentType = type;
        foreach (var (name, value) in headers) context.Response.Headers[name] = value;
        await context.Response.Body.WriteAsync(Encoding.Latin1.GetBytes(bytes), context.RequestAborted);
    }
}
