using System.Reflection;
using System.Security.Claims;

namespace VeniceStudio.Server.Accounts;

/// <summary>What a person may do: an owner also sees the money, the members and the settings of the whole studio.</summary>
public enum MemberRole
{
    Owner = 1,
    Member = 2,
}

/// <summary>The signed-in person of a request. A handler that takes one answers nobody else (the group requires an account).</summary>
public sealed record Member(Guid Id, string Name, MemberRole Role)
{
    public bool IsOwner => Role == MemberRole.Owner;

    /// <summary>Binds from the claims of whichever door was used: cookie, bearer token or the local owner.</summary>
    public static ValueTask<Member?> BindAsync(HttpContext context, ParameterInfo parameter) =>
        ValueTask.FromResult(From(context.User));

    public static Member? From(ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
        && Enum.TryParse<MemberRole>(user.FindFirstValue(ClaimTypes.Role), out var role)
            ? new Member(id, user.FindFirstValue(ClaimTypes.Name) ?? "", role)
            : null;
}
