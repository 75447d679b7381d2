using System.Collections.Concurrent;

namespace VeniceStudio.Server.Events;

/// <summary>The browsers that are open at this process, and what reaches each: its account's own changes and everybody's.</summary>
public sealed class EventHub
{
    /// <summary>Told on connecting, and whenever something may have been missed: the page asks for everything again.</summary>
    public const string Hello = "hello";

    private readonly ConcurrentDictionary<Listener, byte> _listeners = new();

    public int Open => _listeners.Count;

    public Listener Join(Guid accountId)
    {
        var listener = new Listener(accountId, gone => _listeners.TryRemove(gone, out _));
        _listeners[listener] = 0;
        listener.Tell(Hello);
        return listener;
    }

    public void Deliver(Changed changed)
    {
        foreach (var (listener, _) in _listeners)
        {
            if (changed.AccountId is not { } account || account == listener.AccountId) listener.Tell(changed.What);
        }
    }
}
