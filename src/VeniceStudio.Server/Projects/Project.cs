namespace VeniceStudio.Server.Projects;

/// <summary>A project's row. What a person typed lies in it as JSON; <see cref="Read"/> gives it as values.</summary>
public sealed class Project
{
    public Guid Id { get; init; }
    public Guid AccountId { get; init; }
    public string Title { get; init; } = "";
    public Guid TrackId { get; init; }
    public string Brief { get; init; } = "{}";
    public string Look { get; init; } = "{}";
    public string CastList { get; init; } = "[]";
    public string Plan { get; init; } = "{}";

    /// <summary>Counts the changes of brief, look, cast and plan together.</summary>
    public int Version { get; init; }

    /// <summary>Micro-dollars for everything that is bought for this project; null: no such cap.</summary>
    public long? Budget { get; init; }

    /// <summary>The board that counts; 0 before there is one.</summary>
    public int BoardVersion { get; init; }

    /// <summary>The highest number that any board of this project ever had.</summary>
    public int BoardTop { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; init; }

    public bool HasBoard => BoardVersion > 0;

    public static Project New(Guid account, Guid track, string title, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(), AccountId = account, TrackId = track, Title = title, Version = 1, CreatedAt = now, UpdatedAt = now,
    };

    public ProjectDocs Read() => new(
        ProjectJson.Read<Brief>(Brief), ProjectJson.Read<Look>(Look), ProjectJson.Read<List<CastMember>>(CastList), ProjectJson.Read<PlanSettings>(Plan));
}

/// <summary>What a person said about a film.</summary>
public sealed record ProjectDocs(Brief Brief, Look Look, IReadOnlyList<CastMember> Cast, PlanSettings Plan)
{
    /// <summary>The frame's shape, as Venice spells it.</summary>
    public string AspectRatio => Brief.Platform switch
    {
        Platform.Tall => "9:16",
        Platform.Square => "1:1",
        _ => "16:9",
    };

    /// <summary>Every picture that any of it needs.</summary>
    public IEnumerable<Guid> MediaIds => Brief.ReferenceIds
        .Concat(Look.LogoId is { } logo ? [logo] : [])
        .Concat(Cast.SelectMany(member => member.PictureIds)).Distinct();
}
