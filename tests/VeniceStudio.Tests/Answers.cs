using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace VeniceStudio.Tests;

/// <summary>Reads answers of the studio as a program would.</summary>
internal static class Answers
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage answer) => await answer.Content.ReadFromJsonAsync<JsonElement>(Ct);

    public static async Task<JsonElement> JsonAsync(this Task<HttpResponseMessage> answer) => await (await answer).JsonAsync();

    public static string? Text(this JsonElement json, string name) => json.GetProperty(name).GetString();

    /// <summary>Checks that the answer is a problem with a sentence, and gives it back.</summary>
    public static async Task<JsonElement> ProblemAsync(this HttpResponseMessage answer, HttpStatusCode status, string type)
    {
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = await answer.JsonAsync();
        Assert.Equal(type, problem.Text("type"));
        Assert.EndsWith(".", problem.Text("detail"), StringComparison.Ordinal);
        return problem;
    }

    public static async Task<JsonElement> ProblemAsync(this Task<HttpResponseMessage> answer, HttpStatusCode status, string type) =>
        await (await answer).ProblemAsync(status, type);

    public static async Task<JsonElement> OkAsync(this Task<HttpResponseMessage> answer)
    {
        var arrived = await answer;
        Assert.True(arrived.IsSuccessStatusCode, $"{arrived.StatusCode}: {await arrived.Content.ReadAsStringAsync(Ct)}");
        return arrived.StatusCode == HttpStatusCode.NoContent ? default : await arrived.JsonAsync();
    }

    public static Task<HttpResponseMessage> PostAsync(this HttpClient client, string path, object body) => client.PostAsJsonAsync(path, body, Ct);

    public static Task<HttpResponseMessage> PutAsync(this HttpClient client, string path, object body) => client.PutAsJsonAsync(path, body, Ct);

    public static Task<HttpResponseMessage> PatchAsync(this HttpClient client, string path, object body) => client.PatchAsJsonAsync(path, body, Ct);
}
