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

    /// <summary>The writing of this very work; begun when it is not there. An older one of the same project ends.</summary>
    public LiveWriting Of(Direction direction)
    {
        if (_writings.TryGetValue(direction.ProjectId, out var known) && known.Direction == direction.Id) return known;
        known?.End();
        var begun = _writings[direction.ProjectId] = new LiveWriting(direction.Id, direction.Done, direction.Total);
        Interlocked.Exchange(ref _begun, New()).TrySetResult();
        return begun;
    }

    /// <summary>The work is over: those who watch are told what there is, and then that it ended.</summary>
    public void End(Direction direction)
    {
        if (_writings.TryGetValue(direction.ProjectId, out var known) && known.Direction == direction.Id && _writings.TryRemove(new(direction.ProjectId, known))) known.End();
    }

    /// <summary>Stops the work on a project at once.</summary>
    public void Stop(Guid project)
    {
        if (!_writings.TryRemove(project, out var known)) return;
        known.Stop();
        known.End();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
