using Microsoft.AspNetCore.Http.HttpResults;
using VeniceStudio.Server.Accounts;
using VeniceStudio.Server.Data;

namespace VeniceStudio.Server.Ledger;

public static class LedgerEndpoints
{
    private const int LatestOrders = 100;

    public static void AddLedger(this WebApplicationBuilder builder) => builder.Services.AddSingleton<OrderLedger>();

    public static void MapLedger(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/spend", SpendAsync).WithTags("Spend").RequireAuthorization();

    /// <summary>What was spent today and this month (UTC): the member's own, or the whole studio's for an owner.</summary>
    internal static async Task<Ok<SpendView>> SpendAsync(Member member, StudioDb db, CancellationToken ct)
    {
        await using var session = await db.ReadAsync(ct);
        var today = OrderLedger.StartOfDay(session.Now);
        var month = new DateTimeOffset(today.Year, today.Month, 1, 0, 0, 0, TimeSpan.Zero);
        Guid? only = member.IsOwner ? null : member.Id;

        var ofToday = await session.SumsAsync(today);
        var ofMonth = await session.SumsAsync(month);
        var holds = await session.HoldsAsync();
        var names = await session.AccountNamesAsync();
        var left = await OrderLedger.LeftAsync(session, member.Id);

        bool Mine(Guid account) => only is null || account == only;
        long Held(LedgerState state, Guid? account = null) =>
            holds.Where(hold => hold.State == state && (account is null ? Mine(hold.AccountId) : hold.AccountId == account)).Sum(hold => hold.Held);

        var members = names.Where(name => Mine(name.Id)).Select(name => new MemberSpendView(
            name.Id, name.Name,
            Total(ofToday.Where(sum => sum.AccountId == name.Id)), Total(ofMonth.Where(sum => sum.AccountId == name.Id)),
            Held(LedgerState.Reserved, name.Id), name.DailyBudget)).ToList();
        var byName = names.ToDictionary(name => name.Id, name => name.Name);
        var latest = (await session.LatestOrdersAsync(member.Id, only, LatestOrders)).Select(order => LineView(order, byName)).ToList();

        return TypedResults.Ok(new SpendView(
            Total(ofToday.Where(sum => Mine(sum.AccountId))), Total(ofMonth.Where(sum => Mine(sum.AccountId))),
            Held(LedgerState.Reserved), Held(LedgerState.Uncertain),
            left.StudioBudget, left.MemberBudget, left.Least is { } least ? Math.Max(0, least) : null,
            await DaysAsync(session, only, today), members, latest));
    }

    private static SpendSumView Total(IEnumerable<LedgerSql.AccountSum> sums)
    {
        var list = sums.ToList();
        return new SpendSumView(list.Sum(sum => sum.Quoted), list.Sum(sum => sum.Paid), list.Sum(sum => sum.Refunded), list.Sum(sum => sum.Orders));
    }

    /// <summary>The last thirty days, oldest first, days without an order included.</summary>
    private static async Task<IReadOnlyList<DaySpendView>> DaysAsync(DbSession session, Guid? only, DateTimeOffset today)
    {
        var first = today.AddDays(-29);
        var byDay = (await session.PaidLinesAsync(only, first)).ToLookup(line => DateOnly.FromDateTime(line.SettledAt!.Value.UtcDateTime));
        return Enumerable.Range(0, 30).Select(offset => DateOnly.FromDateTime(first.AddDays(offset).UtcDateTime))
            .Select(day => new DaySpendView(day, byDay[day].Sum(line => line.Paid), byDay[day].Sum(line => line.Refunded), byDay[day].Count()))
            .ToList();
    }

    private static LedgerLineView LineView(LedgerSql.LatestOrder order, Dictionary<Guid, string> names) => new(
        order.Id, order.At, names.GetValueOrDefault(order.AccountId, ""), WordOf(order.Kind), order.Model, order.Orders,
        order.ProjectId is { } project ? new SpendProjectView(project, order.ProjectTitle!) : null, order.Quoted, order.Paid, order.Refunded,
        order.State switch
        {
            LedgerState.Reserved => "reserved",
            LedgerState.Paid => "paid",
            LedgerState.Released => "released",
            LedgerState.Uncertain => "uncertain",
            _ => "refunded",
        }, order.Orders == 1 ? order.ClipId : null);

    private static string WordOf(OrderKind kind) => kind switch
    {
        OrderKind.Video => "Clip",
        OrderKind.Music => "Music",
        OrderKind.Speech => "Speech",
        OrderKind.Lyrics => "Lyrics recognition",
        OrderKind.Picture => "Still",
        _ => "Prompt writing",
    };
}
