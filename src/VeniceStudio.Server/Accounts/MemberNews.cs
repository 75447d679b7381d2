using VeniceStudio.Server.Data;
using VeniceStudio.Server.Events;

namespace VeniceStudio.Server.Accounts;

internal static class MemberNews
{
    /// <summary>Tells open browsers that members or invitations changed, once it is true.</summary>
    public static void TellMembersAfterCommit(this DbSession session, HttpContext context) =>
        session.AfterCommit(() => context.RequestServices.GetService<IStudioEvents>()?.Publish(new Changed("members")));
}
