using VeniceStudio.Simulator.Catalogue;
using VeniceStudio.Simulator.Wire;

namespace VeniceStudio.Simulator.Orders;

/// <summary>Whether a model can be ordered, and which one answers.</summary>
internal static class Availability
{
    public static (VideoModel? Model, Refusal? Refusal) Of(string id, string country, DateTimeOffset now)
    {
        if (Named(id) is not { } model) return (null, Refusal.NotOneOf("model", VideoModels.All.Select(known => known.Id), id));
        if (model.Deprecation is { } notice)
        {
            if (notice.Remaps && (notice.Starts ?? notice.Removed) <= now && notice.Replacement is { } other
                && Named(other) is { } replacement)
            {
                return (replacement, null);
            }
            if (notice.Removed <= now) return (null, Refusals.Retired);
        }
        return model switch
        {
            { Offline: true } => (null, Refusals.Offline),
            { Beta: true } => (null, Refusal.Plain(403, "This model is only available to beta users.")),
            { Regions.Length: > 0 } when !model.Regions.Contains(country) => (null, Refusals.Region),
            _ => (model, null),
        };
    }

    public static VideoModel? Named(string id) => VideoModels.All.FirstOrDefault(model => model.Id == id);
}
