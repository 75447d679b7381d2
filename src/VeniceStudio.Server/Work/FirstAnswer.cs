namespace VeniceStudio.Server.Work;

/// <summary>
/// When the work in the background may begin: once somebody has been answered, or two seconds after the start. Code that begins
/// together is compiled together, and the first visitor would wait for all of it.
/// </summary>
public sealed class FirstAnswer(TimeProvider time)
{
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(2);
    private readonly TaskCompletionSource _given = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Given() => _given.TrySetResult();

    public async Task WaitAsync(CancellationToken ct)
    {
        await Task.WhenAny(_given.Task, Task.Delay(AtMost, time, ct));
        ct.ThrowIfCancellationRequested();
    }
}
