using VeniceStudio.Simulator.Faults;

namespace VeniceStudio.Simulator.Jobs;

/// <summary>What time makes of a job.</summary>
internal static class JobClock
{
    /// <summary>Whether its run is over, however it ended.</summary>
    public static bool IsDone(this SimulatedJob job, SimulatorWorld world)
    {
        var faults = new ActiveFaults(job.Faults);
        // A job that is to fail at its third poll cannot be finished at its second.
        return !faults.Has("stuck") && !faults.Has("fail-after") && world.Clock.Since(job.QueuedAt) >= job.RunSeconds;
    }

    /// <summary>Whether its media were kept long enough.</summary>
    public static bool IsExpired(this SimulatedJob job, SimulatorWorld world)
    {
        if (!job.IsDone(world)) return false;
        if (new ActiveFaults(job.Faults).Number("expire-after", 0) is { } minutes)
        {
            return minutes <= 0 || !world.Clock.IsInstant && world.Clock.Since(job.QueuedAt) - job.RunSeconds > minutes * 60;
        }
        return world.Clock.Now - job.QueuedAt - world.Clock.ToReal(job.RunSeconds) > world.Options.Retention;
    }
}
