using Microsoft.AspNetCore.Http.HttpResults;
using VeniceStudio.Server.Accounts;

namespace VeniceStudio.Server.Ledger;

public static class LedgerEndpoints
{
    public static void MapLedger(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/spend", SpendAsync).WithTags("Spend").RequireAuthorization();

    internal static Task<Ok<SpendView>> SpendAsync(Member member) => throw new NotImplementedException();
}
