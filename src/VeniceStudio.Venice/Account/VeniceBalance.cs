namespace VeniceStudio.Venice;

/// <summary>What the account has. Bundled credits do not show here, so an account without a figure may still be able to pay.</summary>
/// <param name="CanConsume">Whether paid calls would be taken now.</param>
/// <param name="Currency">What is spent next: <c>USD</c>, <c>DIEM</c>, <c>BUNDLED_CREDITS</c>, … or null.</param>
/// <param name="UsdMicroDollars">Dollars, rounded down, or null when Venice names none.</param>
/// <param name="DiemMicroDollars">Diem, each worth a dollar, rounded down, or null.</param>
public sealed record VeniceBalance(bool CanConsume, string? Currency, long? UsdMicroDollars, long? DiemMicroDollars);
