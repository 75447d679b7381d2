using System.Globalization;

namespace VeniceStudio.Server.Making;

/// <summary>Numbers as people read them.</summary>
internal static class Words
{
    public static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";

    public static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>Minutes and seconds.</summary>
    public static string Time(double seconds) => TimeSpan.FromSeconds(Math.Round(seconds)).ToString("m\\:ss", CultureInfo.InvariantCulture);
}
