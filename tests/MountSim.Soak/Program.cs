using System.CommandLine;
using System.Globalization;
using MountSim.Shared;
using MountSim.Soak;

var seed = new Option<long>("--seed") { Description = "First seed.", DefaultValueFactory = _ => 1 };
var count = new Option<long>("--count") { Description = "Seeds to try; by default as many as fit.", DefaultValueFactory = _ => long.MaxValue };
var seconds = new Option<double>("--seconds") { Description = "Stop after so many seconds.", DefaultValueFactory = _ => 3600 };
var output = new Option<string?>("--output") { Description = "File to write the figures to; by default standard output." };
var command = new RootCommand("Runs random scenarios under a watch that checks every invariant of the simulator.") { seed, count, seconds, output };
command.SetAction(parsed =>
{
    using var stop = new Stop();
    var run = new SoakRun(parsed.GetValue(seed));
    var (until, last, told) = (TimeSpan.FromSeconds(parsed.GetValue(seconds)), parsed.GetValue(count), TimeSpan.Zero);
    for (long done = 0; done < last && run.Elapsed < until && !stop.IsAsked && run.Step(stop.Token); done++)
    {
        if (run.Elapsed - told < TimeSpan.FromSeconds(10)) continue;
        told = run.Elapsed;
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{told.TotalSeconds:F0} s, {run.Scenarios} scenarios, {run.Events} events, next seed {run.NextSeed}"));
    }
    if (run.Failure is { } failure) Console.Error.WriteLine(failure);
    if (parsed.GetValue(output) is { } file) File.WriteAllText(file, run.Csv());
    else Console.Write(run.Csv());
    return run.Failure is null ? stop.IsAsked ? 130 : 0 : 1;
});
return command.Parse(args).Invoke();
