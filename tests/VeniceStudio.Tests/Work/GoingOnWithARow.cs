using Microsoft.Extensions.Logging.Abstractions;
using VeniceStudio.Server.Work;

namespace VeniceStudio.Tests.Work;

public sealed class GoingOnWithARow
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_step_that_leaves_its_row_due_at_once_is_followed_by_the_next_one_without_a_wait()
    {
        var pipeline = new ThreeSteps();
        // The clock stands still, so a loop that sleeps until its next look sleeps for ever.
        using var worker = new PipelineWorker<Row>(pipeline, new WorkBell(), new ManualTime(), new WorkOptions(), NullLogger<PipelineWorker<Row>>.Instance);
        await worker.StartAsync(Ct);
        await pipeline.Done.WaitAsync(TimeSpan.FromSeconds(30), Ct);
        await worker.StopAsync(Ct);
    }

    private sealed record Row(Guid Id) : IWorkRow
    {
        public DateTimeOffset? DueAt => null;

        public int LeasesLost => 0;
    }

    /// <summary>One row of three steps. Each ends only after the loop has looked for other work and found that this row is held.</summary>
    private sealed class ThreeSteps : IPipeline<Row>
    {
        private readonly TaskCompletionSource _done = new();
        private readonly Row _row = new(Guid.CreateVersion7());
        private TaskCompletionSource _looked = new();
        private int _steps;
        private bool _held;

        public Task Done => _done.Task;

        public Task<Row?> ClaimAsync(WorkClaim claim, CancellationToken ct)
        {
            if (_held || _steps == 3) return Task.FromResult<Row?>(null);
            (_held, _looked) = (true, new TaskCompletionSource());
            return Task.FromResult<Row?>(_row);
        }

        public Task<DateTimeOffset?> NextDueAsync(CancellationToken ct)
        {
            _looked.TrySetResult();
            return Task.FromResult<DateTimeOffset?>(null);
        }

        public async Task StepAsync(Row row, WorkClaim claim, CancellationToken ct)
        {
            await _looked.Task.WaitAsync(ct);
            if (++_steps == 3) _done.SetResult();
            _held = false;
        }

        public Task<bool> RenewAsync(Guid id, WorkClaim claim, CancellationToken ct) => Task.FromResult(true);

        public Task GiveUpAsync(Row row, WorkClaim claim, CancellationToken ct) => Task.CompletedTask;
    }
}
