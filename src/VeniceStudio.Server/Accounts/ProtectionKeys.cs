using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using VeniceStudio.Server.Data;

namespace VeniceStudio.Server.Accounts;

/// <summary>Keeps the keys that seal cookies in the database: sessions survive a restart, and every process of the studio can read them.</summary>
internal sealed class ProtectionKeys(StudioDb db) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() => Task.Run(ReadAsync).GetAwaiter().GetResult();

    public void StoreElement(XElement element, string friendlyName) =>
        Task.Run(() => WriteAsync(friendlyName, element.ToString(SaveOptions.DisableFormatting))).GetAwaiter().GetResult();

    private async Task<IReadOnlyCollection<XElement>> ReadAsync()
    {
        await using var session = await db.ReadAsync(CancellationToken.None);
        var texts = await session.ListAsync<string>("SELECT xml FROM protection_keys");
        return [.. texts.Select(XElement.Parse)];
    }

    private async Task WriteAsync(string name, string xml)
    {
        await using var session = await db.BeginAsync(CancellationToken.None);
        await session.ExecuteAsync("INSERT INTO protection_keys (name, xml) VALUES (@name, @xml)", new { name, xml });
        await session.CommitAsync();
    }
}
