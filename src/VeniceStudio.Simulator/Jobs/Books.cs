namespace VeniceStudio.Simulator.Jobs;

/// <summary>The account and its jobs: every change of money or state happens here, under one lock, and is written before it is
/// told.</summary>
internal sealed class Books : IDisposable
{
    private readonly Dictionary<string, SimulatedJob> jobs = [];
    private readonly Dictionary<string, string> tokens = [];
    private readonly Lock turn = new();
    private readonly Journal? journal;
    private readonly decimal start;
    private readonly bool refills;
    private decimal balance;
    private int purchases;

    /// <param name="folder">Of the journal; null remembers nothing.</param>
    /// <param name="startingBalance">Dollars of a new account.</param>
    /// <param name="refills">Whether it has that much again when its money does not reach.</param>
    public Books(string? folder, decimal startingBalance, bool refills = false)
    {
        start = balance = startingBalance;
        this.refills = refills;
        if (folder is null) return;
        (journal, var past) = Journal.Open(folder);
        foreach (var line in past)
        {
            (balance, purchases) = (line.Balance, line.Purchases);
            if (line.Job is { } job) Remember(job);
        }
    }

    public decimal Balance
    {
        get { lock (turn) return balance; }
        set { lock (turn) Note(null, value); }
    }

    public int Purchases
    {
        get { lock (turn) return purchases; }
    }

    public IReadOnlyList<SimulatedJob> Jobs
    {
        get { lock (turn) return [.. jobs.Values.OrderBy(job => job.QueuedAt).ThenBy(job => job.QueueId, StringComparer.Ordinal)]; }
    }

    public SimulatedJob? Find(string queueId)
    {
        lock (turn) return jobs.GetValueOrDefault(queueId);
    }

    public SimulatedJob? FindByToken(string token)
    {
        lock (turn) return tokens.GetValueOrDefault(token) is { } id ? jobs[id] : null;
    }

    /// <summary>Takes the price and the job together; false when the money does not reach.</summary>
    public bool Buy(SimulatedJob job)
    {
        lock (turn)
        {
            if (!Reaches(job.Price)) return false;
            purchases++;
            Note(job, balance - job.Price);
            return true;
        }
    }

    /// <summary>Takes money for something that is no job; false when it does not reach.</summary>
    public bool Spend(decimal dollars)
    {
        lock (turn)
        {
            if (!Reaches(dollars)) return false;
            Note(null, balance - dollars);
            return true;
        }
    }

    /// <summary>Changes a job; a refund that the change records is paid out in the same step, and only once.</summary>
    public SimulatedJob Change(string queueId, Func<SimulatedJob, SimulatedJob> change)
    {
        lock (turn)
        {
            var before = jobs[queueId];
            var after = change(before);
            Note(after, balance + after.Refunded - before.Refunded);
            return after;
        }
    }

    public void Reset()
    {
        lock (turn)
        {
            jobs.Clear();
            tokens.Clear();
            purchases = 0;
            balance = start;
            journal?.Write(new JournalLine(balance, 0, null, Cleared: true));
        }
    }

    public void Dispose() => journal?.Dispose();

    private bool Reaches(decimal dollars)
    {
        if (refills && balance < dollars) balance = Math.Max(balance, start);
        return balance >= dollars;
    }

    private void Note(SimulatedJob? job, decimal newBalance)
    {
        balance = newBalance;
        if (job is not null) Remember(job);
        journal?.Write(new JournalLine(balance, purchases, job));
    }

    private void Remember(SimulatedJob job)
    {
        jobs[job.QueueId] = job;
        if (job.ShareToken is { } token) tokens[token] = job.QueueId;
    }
}
