namespace VeniceStudio.Simulator.Faults;

/// <summary>Where a fault shows itself.</summary>
public enum FaultMoment
{
    /// <summary>Any request of the route.</summary>
    Request,

    /// <summary>While an order is taken.</summary>
    Queue,

    /// <summary>Later, in the life of the order: rules on video/queue and tags of its prompt stay with the job.</summary>
    Job,

    /// <summary>While the bytes of a clip are sent.</summary>
    Delivery,

    /// <summary>In a chat answer.</summary>
    Writing,

    /// <summary>In a picture or transcription.</summary>
    Other,
}

/// <summary>One switch of the simulator.</summary>
/// <param name="Name">As written in a prompt tag, <c>[sim:name]</c> or <c>[sim:name=argument]</c>, and in a rule.</param>
/// <param name="Moment">Where it shows.</param>
/// <param name="Argument">What the argument means, with its default; null when there is none.</param>
/// <param name="Text">What happens.</param>
public sealed record FaultKind(string Name, FaultMoment Moment, string? Argument, string Text);
