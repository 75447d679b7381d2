using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(VeniceStudio.Tests.LongestFirst))]
// A test waits for ffmpeg, a database or a process much of the time: with one thread for each processor half of it stood idle.
[assembly: CollectionBehavior(MaxParallelThreads = 4)]

namespace VeniceStudio.Tests;

/// <summary>The tests that kill the studio again and again take minutes. Begun last, they would be waited for alone.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Long =
    [
        "Killing on PostgreSQL", "Killing on SQLite", "Hardship.Secrets", "Clips.KeepingToBudgetsOnPostgres",
        "Filming.AtTheRefusalDesk", "Filming.ComposingAFilm", "Filming.ExportingAFilm",
    ];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection => [.. testCollections.OrderBy(collection => Rank(collection.TestCollectionDisplayName))];

    private static int Rank(string collection)
    {
        var rank = Array.FindIndex(Long, name => collection.Contains(name, StringComparison.Ordinal));
        return rank < 0 ? Long.Length : rank;
    }
}
