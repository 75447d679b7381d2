using System.Net.Sockets;
using VeniceStudio.Tests.Clips;

namespace VeniceStudio.Tests.Hardship;

/// <summary>One order that its sender repeats, with the same key, until some process has answered it.</summary>
internal sealed class Errand(int number, string tag = "")
{
    private readonly string _key = Guid.NewGuid().ToString();

    /// <summary>Unlike any other, so that Venice's job can be told from the others' without an id.</summary>
    public string Prompt { get; } = $"Gondola {number} at dusk{tag}";

    public bool Answered { get; private set; }

    /// <summary>Every third clip comes by link, every second is deleted at Venice once it is safe.</summary>
    private object Body => Orders.Body(Prompt, number % 3 == 0 ? Orders.LinkModel : Orders.Model, cleanUp: number % 2 == 0);

    public async Task SendAsync(HttpClient client)
    {
        try
        {
            using var answer = await client.PostOrderAsync(Body, _key);
            Answered |= answer.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or SocketException or IOException or OperationCanceledException)
        {
            // Killed in the middle: whether it was written is unknown, which is what the key is for.
        }
    }
}
