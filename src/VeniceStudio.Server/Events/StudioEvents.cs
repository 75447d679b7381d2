namespace VeniceStudio.Server.Events;

/// <summary>
/// The name of something that changed, and whose it is (null: everybody's). It carries no state: a browser asks again.
/// Names: <c>clips</c>, <c>tracks</c>, <c>projects</c>, <c>board</c>, <c>stills</c>, <c>takes</c>, <c>films</c>, <c>exports</c>, <c>spend</c>, <c>settings</c>, <c>venice</c>, <c>library</c>, <c>members</c>, <c>catalog</c>.
/// </summary>
public sealed record Changed(string What, Guid? AccountId = null);

/// <summary>Tells open browsers what changed. Publishing never waits and never fails the work that publishes.</summary>
public interface IStudioEvents
{
    void Publish(Changed changed);
}
