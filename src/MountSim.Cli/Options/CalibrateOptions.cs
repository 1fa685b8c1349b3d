using System.CommandLine;
using MountSim.Calibration;
using MountSim.Calibration.Profiles;

namespace MountSim.Cli.Options;

/// <summary>How a host is measured.</summary>
internal sealed class CalibrateOptions
{
    private static readonly CalibrationOptions Defaults = new();

    private readonly ShareOption relativeError = new(
        "--relative-error", "Measure until every median's 95 % interval is this narrow on either side, such as 2%", 0.0001, 1, Defaults.TargetRelativeError);
    private readonly RealOption timeLimit = new("--time-limit", "Seconds to measure at most", 0, 86_400, Defaults.TimeLimit.TotalSeconds, aboveMin: true);
    private readonly Option<bool> quick = new("--quick") { Description = "About two seconds and wide intervals: a first look" };
    private readonly ChoiceOption<ProbeLevel?> probe = new(
        "--probe", "How deep to look into the kernel; by default as deep as it allows: kprobe times the holds of locks, tracepoint sees who waits for which, timing only times system calls",
        new Dictionary<string, ProbeLevel?> { ["kprobe"] = ProbeLevel.Kprobe, ["tracepoint"] = ProbeLevel.Tracepoint, ["timing"] = ProbeLevel.Timing });
    private readonly TextOption kernel = new("--kernel", "NAME|FILE", "Kernel model whose instruction counts the times are divided by; by default the nearest to the running kernel");
    private readonly TextOption against = new(
        "--against", "FILE", "An earlier profile of this host to agree with: what the simulator takes is compared, and exit code 1 says that it differs by more than both intervals");
    private readonly TextOption name = new("--name", "NAME", "The profile's name; by default machine family, guest or host, and kernel");
    private readonly SeedOption seed = new(Defaults.Seed, "Seed of the order of the measurements and of the bootstrap", int.MaxValue);

    public CalibrateOptions() => Group = new OptionGroup("Measurement", [relativeError, timeLimit, quick, probe, kernel, against, name, seed]);

    public OptionGroup Group { get; }

    /// <summary>--quick changes the defaults; what is said beside it holds.</summary>
    public CalibrationOptions Read(ParseResult parsed)
    {
        var options = parsed.GetValue(quick) ? CalibrationOptions.Short : Defaults;
        if (IsGiven(parsed, relativeError)) options = options with { TargetRelativeError = parsed.GetValue(relativeError)!.Value };
        if (IsGiven(parsed, timeLimit)) options = options with { TimeLimit = TimeSpan.FromSeconds(parsed.GetValue(timeLimit)!.Value) };
        return options with { Probe = parsed.GetValue(probe), KernelModel = parsed.GetValue(kernel), Name = parsed.GetValue(name), Seed = (int)parsed.GetValue(seed) };
    }

    /// <summary>The profile to agree with; null without one.</summary>
    public string? Against(ParseResult parsed) => parsed.GetValue(against);

    private static bool IsGiven(ParseResult parsed, Option option) => parsed.GetResult(option) is { Implicit: false };
}
