using System.Diagnostics;
using MountSim.Calibration.Curves;
using MountSim.Calibration.Holds;
using MountSim.Calibration.Hosts;
using MountSim.Calibration.Probes;
using MountSim.Calibration.Profiles;
using MountSim.Calibration.Scheduling;

namespace MountSim.Calibration.Worker;

/// <summary>What the measuring process has reported so far.</summary>
internal sealed class Measurement(CalibrationOptions options, IProgress<CalibrationProgress>? progress)
{
    private const int FirstEstimate = 6;
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly Dictionary<int, CostDefinition> _definitions = [];
    private readonly Dictionary<CostDefinition, List<double[]>> _blocks = [];
    private string _phase = "preparing";
    private TimeSpan? _costsBegan;

    /// <summary>Blocks of samples by cost, in the order the costs were defined; pairs of CPUs of one distance share a cost.</summary>
    internal IReadOnlyDictionary<CostDefinition, List<double[]>> Blocks => _blocks;

    internal List<SkippedProbe> Skipped { get; } = [];

    /// <summary>Blocks with probes on the lock functions; empty where there are none.</summary>
    internal List<(CostDefinition Cost, HoldBlock Block)> Holds { get; } = [];

    /// <summary>Runs of several workers.</summary>
    internal List<CurveRound> Curves { get; } = [];

    /// <summary>Rounds of the scheduling survey.</summary>
    internal List<SchedulingRound> Scheduling { get; } = [];

    internal ProbeReport? Report { get; private set; }

    internal Disturbance? Disturbance { get; private set; }

    internal int Rounds { get; private set; }

    internal double RelativeError { get; private set; }

    internal double Seconds { get; private set; }

    internal int Cpu { get; private set; }

    internal bool Complete { get; private set; }

    /// <summary>Why nothing came of it.</summary>
    internal string? Failure { get; set; }

    /// <summary>True when the host refused the attempt, and less privilege may do; false when the measuring process died.</summary>
    internal bool Refused { get; set; }

    /// <summary>True once the measuring process has said anything.</summary>
    internal bool Begun => _definitions.Count > 0 || Skipped.Count > 0;

    /// <summary>Forgets a failed attempt, but why it failed.</summary>
    internal void Restart()
    {
        Refused = false;
        _definitions.Clear();
        _blocks.Clear();
        Skipped.Clear();
        Scheduling.Clear();
        Holds.Clear();
        Curves.Clear();
        if (Failure is not null)
            Skipped.Add(new SkippedProbe("an attempt with more privilege", Failure));
    }

    internal void Add(WorkerMessage message)
    {
        switch (message.Kind)
        {
            case WorkerMessageKind.Cost:
                _definitions[message.Index] = message.Cost!;
                _blocks.TryAdd(message.Cost!, []);
                break;
            case WorkerMessageKind.Samples:
                _blocks[_definitions[message.Index]].Add(message.Samples!);
                break;
            case WorkerMessageKind.Skipped:
                Skipped.Add(new SkippedProbe(message.Text!, message.Reason!));
                break;
            case WorkerMessageKind.Phase:
                _phase = message.Text!;
                Tell(null);
                break;
            case WorkerMessageKind.Holds:
                Holds.Add((_definitions[message.Index], message.Holds!));
                Tell(null);
                break;
            case WorkerMessageKind.Curve:
                Curves.Add(message.Curve!);
                Tell(null);
                break;
            case WorkerMessageKind.Scheduling:
                Scheduling.Add(message.Scheduling!);
                Tell(null);
                break;
            case WorkerMessageKind.Report:
                Report = message.Report;
                break;
            case WorkerMessageKind.Disturbance:
                Disturbance = message.Disturbance;
                break;
            case WorkerMessageKind.Round:
                _costsBegan ??= _clock.Elapsed;
                Rounds = message.Round;
                RelativeError = message.RelativeError;
                Tell(Left());
                break;
            case WorkerMessageKind.Done:
                Cpu = message.Index;
                Seconds = _clock.Elapsed.TotalSeconds;
                Complete = true;
                break;
            default:
                Failure = message.Text;
                Refused = true;
                break;
        }
    }

    // The error falls with the square root of the rounds; the limits end it earlier.
    private TimeSpan Left()
    {
        var excess = RelativeError / options.TargetRelativeError;
        var needed = Math.Clamp(Rounds * excess * excess, options.MinRounds, options.MaxRounds);
        var perRound = (_clock.Elapsed - _costsBegan!.Value) / Math.Max(1, Rounds - 1);
        var rest = perRound * (needed - Rounds);
        var limit = options.TimeLimit - _clock.Elapsed;
        var least = perRound * (options.MinRounds - Rounds);
        return rest > limit ? Max(limit, least, TimeSpan.Zero) : Max(rest, TimeSpan.Zero);
    }

    // Until the costs tell better, the time limit is what is left.
    private void Tell(TimeSpan? left)
    {
        var rest = left ?? Max(options.TimeLimit - _clock.Elapsed, TimeSpan.Zero);
        var fraction = Math.Clamp(_clock.Elapsed / Max(_clock.Elapsed + rest, TimeSpan.FromTicks(1)), 0, 1);
        progress?.Report(new CalibrationProgress(_phase, fraction, _clock.Elapsed, rest, left is null || Rounds < FirstEstimate ? null : RelativeError));
    }

    private static TimeSpan Max(params ReadOnlySpan<TimeSpan> times)
    {
        var most = times[0];
        foreach (var time in times)
            most = time > most ? time : most;
        return most;
    }
}
