using VeniceStudio.Server.Data;
using VeniceStudio.Server.Events;
using VeniceStudio.Server.Ledger;
using VeniceStudio.Server.Library;
using VeniceStudio.Server.Orders;
using VeniceStudio.Server.Work;

namespace VeniceStudio.Server.Storyboard.Stills;

/// <summary>What a person decides about one of their own orders for a still.</summary>
public sealed class StillDecisions(
    StudioDb db, OrderLedger ledger, OrderMoves<Still> moves, MediaStore store, WorkBell bell, IStudioEvents events)
    : OrderDecisions<Still, StillView>(db, ledger, moves, store, bell, events)
{
    protected override Task<StillView?> ViewAsync(DbSession session, Guid account, Guid id) => session.StillViewAsync(account, id);
}
