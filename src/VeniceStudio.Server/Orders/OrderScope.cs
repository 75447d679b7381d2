namespace VeniceStudio.Server.Orders;

/// <summary>Orders that belong together: those of one press, or those of a project.</summary>
public sealed record OrderScope
{
    private OrderScope(string column, Guid id) => (Column, Id) = (column, id);

    internal string Column { get; }

    public Guid Id { get; }

    public static OrderScope Batch(Guid id) => new("batch_id", id);

    public static OrderScope Project(Guid id) => new("project_id", id);
}

/// <summary>How many orders were taken out of line.</summary>
public sealed record StoppedView(int Stopped);
