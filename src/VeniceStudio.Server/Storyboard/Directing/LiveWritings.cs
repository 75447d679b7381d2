using System.Collections.Concurrent;

namespace VeniceStudio.Server.Storyboard.Directing;

/// <summary>What this process writes at the moment, by project.</summary>
internal sealed class LiveWritings
{
    private readonly ConcurrentDictionary<Guid, LiveWriting> _writings = new();
    private TaskCompletionSource _begun = New();

    /// <summary>Ends when the next writing begins. Take it before looking for one, or a beginning in between is missed.</summary>
    public Task NextBegin => _begun.Task;

    /// <summary>The writing of a project, if it is in hand here.</summary>
    public LiveWriting? Find(Guid project) => _writings.GetValueOrDefault(project);

    /// <summary>Begins a step of a work. An older writing of the same project ends.</summary>
    public LiveWriting Begin(Direction direction)
    {
        var begun = new LiveWriting(direction.Id, direction.Done, direction.Total);
        _writings.AddOrUpdate(direction.ProjectId, begun, (_, known) =>
        {
            known.End();
            return begun;
        });
        Interlocked.Exchange(ref _begun, New()).TrySetResult();
        return begun;
    }

    /// <summary>The step is over: those who watch are told what there is, and then look at the row. The next step may have begun already.</summary>
    public void End(Direction direction, LiveWriting writing)
    {
        _writings.TryRemove(new(direction.ProjectId, writing));
        writing.End();
    }

    /// <summary>Stops a work on a project at once; another one is left alone.</summary>
    public void Stop(Guid project, Guid direction)
    {
        if (!_writings.TryGetValue(project, out var known) || known.Direction != direction || !_writings.TryRemove(new(project, known))) return;
        known.Stop();
        known.End();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
