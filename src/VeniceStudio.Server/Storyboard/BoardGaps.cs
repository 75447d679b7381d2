using VeniceStudio.Server.Ledger;

namespace VeniceStudio.Server.Storyboard;

/// <summary>What stands between a board and rendering, in sentences.</summary>
internal static class BoardGaps
{
    public static IReadOnlyList<string> Of(Board board, IReadOnlyList<ShotOffer> offers, IReadOnlyList<bool> approved, long price, long? budgetLeft)
    {
        var gaps = new List<string>();
        void Say(ShotLack lack, Func<int, string> sentence)
        {
            if (offers.Count(offer => offer.Lack == lack) is > 0 and var count) gaps.Add(sentence(count));
        }

        Say(ShotLack.Words, count => $"{Shots(count, "has", "have")} no words yet.");
        Say(ShotLack.Still, count => $"{Shots(count, "has", "have")} no still yet.");
        Say(ShotLack.Model, count => $"{Shots(count, "has", "have")} a video model that cannot be used now. Choose another one.");
        Say(ShotLack.Length, count => $"{Shots(count, "lasts", "last")} longer than any clip of its model. Split {(count == 1 ? "it" : "them")}, or choose another model.");
        Say(ShotLack.Footage, count => $"{Shots(count, "lasts", "last")} longer than the footage that is shown again. Split {(count == 1 ? "it" : "them")}.");
        if (offers.Any(offer => offer.Price is null && offer.Lack != ShotLack.Model)) gaps.Add("Venice tells no price for some shots at the moment. Look again in a while.");
        var waiting = Enumerable.Range(0, board.Shots.Count).Count(index => !approved[index] && offers[index].Lack == ShotLack.Nothing);
        if (waiting > 0) gaps.Add($"{Shots(waiting, "is", "are")} ready and not approved yet.");
        if (budgetLeft is { } left && price > left)
            gaps.Add($"The clips cost {Money.Dollars(price)}, and the project's budget has {Money.Dollars(Math.Max(0, left))} left. Make it cheaper, or raise the budget.");
        return gaps;
    }

    private static string Shots(int count, string one, string many) => count == 1 ? $"1 shot {one}" : $"{count} shots {many}";
}
