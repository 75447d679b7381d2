using System.Net;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Npgsql;
using VeniceStudio.Server.Accounts;
using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Server.Work;

namespace VeniceStudio.Tests;

/// <summary>
/// The whole studio on a real port with a real database in a folder of its own, and a clock that the test moves. Derive to change
/// the settings; use <see cref="SqliteStudio"/> or <see cref="PostgresStudio"/> as class fixtures.
/// </summary>
public abstract class StudioApp : IAsyncLifetime
{
    private WebApplication? _app;

    public string Folder { get; } = Directory.CreateTempSubdirectory("studio-test-").FullName;

    public ManualTime Clock { get; } = new();

    public WebApplication App => _app ?? throw new InvalidOperationException("The studio has not started.");

    public IServiceProvider Services => App.Services;

    public StudioDb Db => Services.GetRequiredService<StudioDb>();

    public Uri Address => new(App.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>Nobody is let in by being at this computer, and no rate limit is met: tests of those say otherwise.</summary>
    protected virtual StudioOptions Options =>
        new() { Port = 0, Host = "127.0.0.1", Data = Folder, RequireSignIn = true, RateFactor = 1000, LogLevel = "Fatal" };

    protected virtual void Adjust(WebApplicationBuilder builder)
    {
    }

    public virtual async ValueTask InitializeAsync() => await StartAsync();

    /// <summary>Does every step of the clips' pipeline that is due, moving the clock to what is due next, until nothing is.</summary>
    public Task RunUntilIdleAsync() => RunUntilAsync(TimeSpan.FromDays(3));

    /// <summary>The same, for a stretch of time only.</summary>
    public async Task RunUntilAsync(TimeSpan within)
    {
        var ct = TestContext.Current.CancellationToken;
        var worker = Services.GetRequiredService<PipelineWorker<Clip>>();
        var pipeline = Services.GetRequiredService<IPipeline<Clip>>();
        var end = Clock.GetUtcNow() + within;
        while (true)
        {
            await worker.RunDueAsync(ct);
            if (await pipeline.NextDueAsync(ct) is not { } due || due > end) break;
            if (due > Clock.GetUtcNow()) Clock.Advance(due - Clock.GetUtcNow());
            await Services.GetRequiredService<VeniceWatch>().LookAsync(ct);
        }
    }

    protected Task StartAsync() => OpenAsync(Options);

    /// <summary>Stops the studio and starts it again on the same data, on the same port: for a browser nothing has moved.</summary>
    public async Task RestartAsync()
    {
        var port = Address.Port;
        await App.StopAsync();
        await App.DisposeAsync();
        await OpenAsync(Options with { Port = port });
    }

    private async Task OpenAsync(StudioOptions options)
    {
        _app = Studio.Build(options, Clock, Adjust);
        await Studio.StartAsync(_app);
        Services.GetRequiredService<FirstAnswer>().Given();   // the clock stands still: nobody would begin without a visitor
    }

    /// <summary>Nobody in particular: keeps cookies, follows no redirects, adds nothing by itself.</summary>
    public HttpClient NewClient() => new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Address };

    /// <summary>A browser on a page of the studio, signed out: keeps cookies and sends the write token along.</summary>
    public HttpClient NewBrowser(CookieContainer? cookies = null) => new(new Visitor(Address, cookies ?? new CookieContainer())) { BaseAddress = Address };

    /// <summary>A new owner with a signed-in browser.</summary>
    public Task<SignedIn> OwnerAsync() => SignedInAsync(MemberRole.Owner);

    /// <summary>A new member with a signed-in browser.</summary>
    public Task<SignedIn> MemberAsync(string name = "Member") => SignedInAsync(MemberRole.Member, name);

    /// <summary>
    /// A new account with a signed-in browser. It has no password (hashing takes a tenth of a second): its session cookie is sealed as
    /// a sign-in would seal it.
    /// </summary>
    public async Task<SignedIn> SignedInAsync(MemberRole role, string name = "Somebody")
    {
        var account = await GivenAnAccountAsync(role, name);
        var format = Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(Door.Cookie).TicketDataFormat;
        var properties = new AuthenticationProperties { IssuedUtc = Clock.GetUtcNow(), ExpiresUtc = Clock.GetUtcNow() + CookieDoor.Lifetime, IsPersistent = true };
        var cookies = new CookieContainer();
        cookies.Add(Address, new Cookie(Door.CookieName, format.Protect(new AuthenticationTicket(account.ToPrincipal(Door.Cookie), properties, Door.Cookie))));
        return new SignedIn(account.Id, account.Email, role, NewBrowser(cookies), cookies);
    }

    /// <summary>A script with a bearer token of this account; sends no cookie.</summary>
    public async Task<HttpClient> WithTokenAsync(Guid accountId)
    {
        var secret = Secret.New(Secret.TokenPrefix);
        await using (var session = await Db.BeginAsync(TestContext.Current.CancellationToken))
        {
            await session.InsertAsync(ScriptToken.New(accountId, "a script", secret, session.Now));
            await session.CommitAsync();
        }
        var client = NewClient();
        client.DefaultRequestHeaders.Authorization = new("Bearer", secret);
        return client;
    }

    internal async Task<Account> GivenAnAccountAsync(MemberRole role, string name = "Somebody", string? password = null)
    {
        var ct = TestContext.Current.CancellationToken;
        var hash = password is null ? null : await Services.GetRequiredService<Passwords>().HashAsync(password, ct);
        await using var session = await Db.BeginAsync(ct);
        var account = Account.New($"{Guid.NewGuid():N}@example.com", name, role, hash, session.Now);
        await session.InsertAsync(account);
        await session.CommitAsync();
        return account;
    }

    public virtual async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }
}

public class SqliteStudio : StudioApp;

/// <summary>The studio on PostgreSQL: a database of its own on the server that <c>./studio test</c> starts.</summary>
public class PostgresStudio : StudioApp
{
    private readonly string _database = "test_" + Guid.NewGuid().ToString("N");

    private static string Server => Environment.GetEnvironmentVariable("STUDIO_TEST_POSTGRES")
        ?? throw new InvalidOperationException("STUDIO_TEST_POSTGRES is not set. Run the tests with ./studio test, which starts a PostgreSQL server.");

    protected override StudioOptions Options => base.Options with
    {
        DatabaseUrl = new NpgsqlConnectionStringBuilder(Server) { Database = _database }.ToString(),
    };

    public override async ValueTask InitializeAsync()
    {
        await RunAsync($"CREATE DATABASE {_database}");
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        await RunAsync($"DROP DATABASE IF EXISTS {_database} WITH (FORCE)");
        GC.SuppressFinalize(this);
    }

    private static async Task RunAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(Server);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
