using System.Net;
using System.Net.Sockets;
using System.Text;
using VeniceStudio.Server.Accounts;

namespace VeniceStudio.Tests.Hardship;

/// <summary>
/// On a process of its own, because a test host has threads to spare: what is promised here is lost when a fresh process runs out of them.
/// On PostgreSQL, because there the test can hold the keys back for as long as it likes.
/// </summary>
public sealed class ComingBackAtOnce
{
    private const string Password = "correct horse battery";
    private const int Pages = 200;
    private const int Probes = 50;
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(10);
    private static readonly KeyValuePair<string, string> SignIn = new("STUDIO_SIGN_IN", "true");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_hundred_signed_in_pages_wait_for_the_keys_of_a_restarted_studio_and_take_no_thread_from_anybody()
    {
        await using var ground = await Ground.LaidAsync(postgres: true, Ct);
        await GivenAPasswordAsync(ground);
        var cookies = new CookieContainer();
        using (var before = ground.Serve(SignIn))
        {
            var address = await before.OpenAsync(Ct);
            using var browser = new HttpClient(new Visitor(address, cookies)) { BaseAddress = address };
            await browser.PostAsync("/api/session", new { email = "owner@example.com", password = Password }).OkAsync();
            await before.TerminateAsync();
        }

        using var server = ground.Serve(SignIn);
        var again = await server.OpenAsync(Ct);
        var pages = Enumerable.Range(0, Pages).Select(_ => new Page(again)).ToList();
        using var probe = new Page(again);
        await AnsweredAsync([.. pages, probe], "HEAD /health/live");
        await using (var holding = await ground.Db.BeginAsync(Ct))
        {
            await holding.ExecuteAsync("LOCK TABLE protection_keys IN ACCESS EXCLUSIVE MODE");
            foreach (var page in pages) page.Ask("GET /api/clips", $"Cookie: {cookies.GetCookieHeader(again)}\r\n");
            while (await holding.OneAsync<long>("SELECT COUNT(*) FROM pg_locks WHERE NOT granted AND relation = 'protection_keys'::regclass") == 0) await Task.Delay(10, Ct);
            for (var times = 0; times < Probes; times++) await AnsweredAsync([probe], "HEAD /health/live");
        }
        await AnsweredAsync(pages);
        pages.ForEach(page => page.Dispose());
        await server.KillAsync();
    }

    private static async Task AnsweredAsync(List<Page> pages, string? when = null)
    {
        if (when is not null) pages.ForEach(page => page.Ask(when));
        var answers = await Task.WhenAll(pages.Select(page => page.StatusAsync())).WaitAsync(AtMost, Ct);
        Assert.All(answers, answer => Assert.Equal("HTTP/1.1 200 OK", answer));
    }

    private static async Task GivenAPasswordAsync(Ground ground)
    {
        using var passwords = new Passwords();
        await using var session = await ground.Db.BeginAsync(Ct);
        var owner = await session.AccountAsync(ground.AccountId);
        owner!.Rehashed(await passwords.HashAsync(Password, Ct));
        await session.RehashAsync(owner);
        await session.CommitAsync();
    }

    private sealed class Page : IDisposable
    {
        private readonly TcpClient _connection = new() { NoDelay = true };
        private readonly StreamReader _answers;
        private readonly string _host;

        public Page(Uri address)
        {
            _host = address.Authority;
            _connection.Connect(IPAddress.Loopback, address.Port);
            _answers = new StreamReader(_connection.GetStream(), Encoding.ASCII);
        }

        public void Ask(string what, string headers = "") => _connection.GetStream().Write(Encoding.ASCII.GetBytes($"{what} HTTP/1.1\r\nHost: {_host}\r\n{headers}\r\n"));

        /// <summary>The next answer's first line; its headers are read too, its body is not.</summary>
        public async Task<string?> StatusAsync()
        {
            var status = await _answers.ReadLineAsync(Ct);
            while (await _answers.ReadLineAsync(Ct) is { Length: > 0 })
            {
            }
            return status;
        }

        public void Dispose() => _connection.Dispose();
    }
}
