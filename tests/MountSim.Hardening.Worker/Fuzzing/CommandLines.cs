using System.CommandLine;
using MountSim.Cli;

namespace MountSim.Hardening.Fuzzing;

/// <summary>Command lines made from the commands and options as they are, each option with a value of its own kind, of another's, or of none.</summary>
internal sealed class CommandLines
{
    // The page's server is asked by requests; what is measured for real needs a host of its own.
    private static readonly string[] LeftOut = ["serve"];

    private static readonly string[] Values =
    [
        "4", "100", "2..8:2", "1,2,3", "50..400:x2", "5%", "linux-6.12", "linux-7.1", "crun-1.29", "minimal-fd", "r5.metal", "smt=off", "kernel=linux-7.0 layers=10", "namespace_sem=x0.5", "MD=12", "start_p99_ms<=10s", "containers_per_s>=50", "0/4",
        "csv", "json", "xlsx", "table", "on", "off", "{}/in.csv", "{}/in.yaml", "{}/in.json", "{}", "{}/out.csv", "{}/out.svg", "{}/out.xlsx", "{}/none/x.csv", "{}/fifo", "{}/link",
    ];

    private readonly IReadOnlyList<(string[] Path, Command Command)> commands;

    public CommandLines() => commands = [.. Under(Tool.Create(new Session { Out = TextWriter.Null, Error = TextWriter.Null }), [])];

    public string[] Draw(Random random)
    {
        var (path, command) = commands[random.Next(commands.Count)];
        var words = new List<string>(path);
        for (var left = command.Arguments.Count == 0 ? 0 : random.Next(3); left > 0; left--) words.Add(Value(random));
        var options = command.Options.ToList();
        for (var left = options.Count == 0 ? 0 : random.Next(5); left > 0; left--) Add(words, options[random.Next(options.Count)], random);
        if (random.Next(5) == 0) words[random.Next(words.Count)] = Nasty.Text(random);
        if (random.Next(10) == 0) words.Insert(random.Next(words.Count + 1), random.Next(2) == 0 ? "--" + Nasty.Text(random) : Nasty.Value(random));
        return [.. words];
    }

    private static void Add(List<string> words, Option option, Random random)
    {
        var value = Value(random);
        switch (random.Next(8))
        {
            case 0: words.Add(option.Name); break;
            case 1: words.Add($"{option.Name}={value}"); break;
            default: words.AddRange([option.Name, value]); break;
        }
    }

    private static string Value(Random random) => random.Next(3) == 0 ? Nasty.Value(random) : Values[random.Next(Values.Length)];

    private static IEnumerable<(string[], Command)> Under(Command command, string[] path)
    {
        if (path.Length > 0) yield return (path, command);
        foreach (var (below, verb) in command.Subcommands.Where(sub => !LeftOut.Contains(sub.Name)).SelectMany(sub => Under(sub, [.. path, sub.Name]))) yield return (below, verb);
    }
}
