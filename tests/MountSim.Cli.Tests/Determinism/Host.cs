namespace MountSim.Cli.Tests.Determinism;

/// <summary>One way to run the tool that must not show in what it writes.</summary>
/// <param name="Tool">The program's folder: this configuration's, or the other one's.</param>
/// <param name="Threads">Worker threads.</param>
/// <param name="Locale">The environment's locale, as in LC_ALL.</param>
/// <param name="HasCultures">True runs the tool on a runtime that knows the culture of the locale, as ours does not.</param>
/// <param name="TimeZone">The environment's time zone, as in TZ.</param>
public sealed record Host(string Tool, int Threads, string Locale = "C", bool HasCultures = false, string TimeZone = "UTC")
{
    /// <summary>Runs a command line in a folder.</summary>
    internal Command Run(string folder, IEnumerable<string> arguments)
    {
        var environment = new Dictionary<string, string> { ["LC_ALL"] = Locale, ["LANG"] = Locale, ["TZ"] = TimeZone, ["HOME"] = folder };
        return Command.Run("dotnet", folder, environment, ["exec", .. HasCultures ? ["--runtimeconfig", WithCultures(folder)] : Array.Empty<string>(), Path.Combine(Tool, "mountsim.dll"), .. arguments]);
    }

    /// <summary>The tool is built without cultures; the same program takes them when its runtime's configuration says so.</summary>
    private string WithCultures(string folder)
    {
        var file = Path.Combine(folder, "..", "cultures.runtimeconfig.json");
        var text = File.ReadAllText(Path.Combine(Tool, "mountsim.runtimeconfig.json"));
        Assert.Contains("\"System.Globalization.Invariant\": true", text, StringComparison.Ordinal);
        File.WriteAllText(file, text.Replace("\"System.Globalization.Invariant\": true", "\"System.Globalization.Invariant\": false", StringComparison.Ordinal));
        return file;
    }
}
