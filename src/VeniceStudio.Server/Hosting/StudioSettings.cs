using System.Text.Json;
using VeniceStudio.Server.Data;

namespace VeniceStudio.Server.Hosting;

/// <summary>The owner's settings, one row of JSON; absent means the defaults.</summary>
public static class StudioSettings
{
    private const string Row = "studio";

    private static readonly SettingsView Defaults = new(null, null, PriceTolerancePercent: 10, CleanUpByDefault: false, null, null);

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static async Task<SettingsView> SettingsAsync(this DbSession session) =>
        await session.OneAsync<string>("SELECT value FROM settings WHERE name = @Row", new { Row }) is { } json
            ? JsonSerializer.Deserialize<SettingsView>(json, Json) ?? Defaults
            : Defaults;

    public static Task KeepSettingsAsync(this DbSession session, SettingsView settings) => session.ExecuteAsync(
        """
        INSERT INTO settings (name, value) VALUES (@Row, @value)
        ON CONFLICT (name) DO UPDATE SET value = excluded.value
        """, new { Row, value = JsonSerializer.Serialize(settings, Json) });
}
