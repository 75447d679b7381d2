using System.Globalization;

namespace VeniceStudio.Server.Ledger;

/// <summary>Micro-dollars as people read them.</summary>
public static class Money
{
    public const long Dollar = 1_000_000;

    /// <summary>Dollars to the cent, rounded up so that nothing shown is less than what is paid.</summary>
    public static string Dollars(long micro) =>
        (Math.Ceiling(micro / 10_000m) / 100m).ToString("$0.00", CultureInfo.InvariantCulture);
}
