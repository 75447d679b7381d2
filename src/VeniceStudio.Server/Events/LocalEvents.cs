namespace VeniceStudio.Server.Events;

/// <summary>One process, one hub: what is published reaches the browsers that are open here.</summary>
internal sealed class LocalEvents(EventHub hub) : IStudioEvents
{
    public void Publish(Changed changed) => hub.Deliver(changed);
}
