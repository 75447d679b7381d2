using System.Globalization;
using VeniceStudio.Benchmarks;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
(string Name, Func<Workshop, Task<IReadOnlyList<Measure>>> Run)[] all =
[
    ("start", Starts.RunAsync), ("pass", Passing.RunAsync), ("memory", PassingMemory.RunAsync), ("ranges", Ranges.RunAsync),
    ("crowd", Crowd.RunAsync), ("load", FirstLoad.RunAsync), ("form", Forms.RunAsync), ("hearing", Hearing.RunAsync), ("lyrics", WordTimes.RunAsync), ("plan", Plans.RunAsync),
    ("compose", Composing.RunAsync),
];
if (args.Except(all.Select(one => one.Name)).Any())
{
    Console.Error.WriteLine($"The benchmarks are: {string.Join(", ", all.Select(one => one.Name))}. Without a name all of them run.");
    return 64;
}
if (Environment.GetEnvironmentVariable("STUDIO_APP") is not { } app || !File.Exists(Path.Combine(app, "VeniceStudio.Server.dll")))
{
    Console.Error.WriteLine("The benchmarks measure the published build. Run them with ./studio bench, which makes it.");
    return 64;
}

using var workshop = new Workshop(app);
var measures = new List<Measure>();
foreach (var (name, run) in all.Where(one => args.Length == 0 || args.Contains(one.Name)))
{
    Console.Error.WriteLine($"{name}: load {File.ReadAllText("/proc/loadavg").Split(' ')[0]} on {Environment.ProcessorCount} cores");
    measures.AddRange(await run(workshop));
}
Table.Print(measures);
return 0;
