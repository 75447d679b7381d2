namespace VeniceStudio.Server.Hosting;

/// <summary>Where Venice answers and the key to show there. It never prints the key.</summary>
public sealed record VeniceTarget(Uri Base, string Key)
{
    /// <summary>The address of a route such as <c>video/quote</c>, whatever path and ending the base has.</summary>
    public Uri Of(string route) => new($"{Base.AbsoluteUri.TrimEnd('/')}/{route}");

    public override string ToString() => Base.GetLeftPart(UriPartial.Path);
}

/// <summary>
/// Which Venice the studio talks to: the real one when there is a key, otherwise the simulator, whose port is known only once it
/// listens. Whoever needs the address waits for it here.
/// </summary>
public sealed class VeniceAddress
{
    private readonly TaskCompletionSource<VeniceTarget> _target = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public VeniceAddress(StudioOptions options)
    {
        if (options.VeniceKey is { } key) _target.SetResult(new VeniceTarget(options.VeniceBase, key));
    }

    /// <summary>Tells where Venice is; the first word counts.</summary>
    public void Set(VeniceTarget target) => _target.TrySetResult(target);

    public Task<VeniceTarget> GetAsync(CancellationToken ct) => _target.Task.WaitAsync(ct);
}
