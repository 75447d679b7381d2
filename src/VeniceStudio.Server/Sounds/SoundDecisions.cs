using VeniceStudio.Server.Data;
using VeniceStudio.Server.Events;
using VeniceStudio.Server.Ledger;
using VeniceStudio.Server.Library;
using VeniceStudio.Server.Orders;
using VeniceStudio.Server.Work;

namespace VeniceStudio.Server.Sounds;

/// <summary>What a person decides about one of their own orders for sound.</summary>
public sealed class SoundDecisions(StudioDb db, OrderLedger ledger, OrderMoves<Sound> moves, MediaStore store, WorkBell bell, IStudioEvents events)
    : OrderDecisions<Sound, SoundView>(db, ledger, moves, store, bell, events)
{
    protected override Task<SoundView?> ViewAsync(DbSession session, Guid account, Guid id) => session.SoundViewAsync(account, id);
}
