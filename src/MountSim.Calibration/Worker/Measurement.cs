using System.Diagnostics;
using MountSim.Calibration.Probes;
using MountSim.Calibration.Profiles;

namespace MountSim.Calibration.Worker;

/// <summary>What the measuring process has reported so far.</summary>
internal sealed class Measurement(CalibrationOptions options, IProgress<CalibrationProgress>? progress)
{
    private const int FirstEstimate = 6;
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly Dictionary<int, CostDefinition> _definitions = [];
    private readonly Dictionary<CostDefinition, List<double[]>> _blocks = [];

    /// <summary>Blocks of samples by cost, in the order the costs were defined; pairs of CPUs of one distance share a cost.</summary>
    internal IReadOnlyDictionary<CostDefinition, List<double[]>> Blocks => _blocks;

    internal List<SkippedProbe> Skipped { get; } = [];

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
        if (Failure is not null)
            Skipped.Add(new SkippedProbe("an attempt with more privilege", Failure));
        progress?.Report(new CalibrationProgress("preparing", 0, _clock.Elapsed, null, null));
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
            case WorkerMessageKind.Round:
                Rounds = message.Round;
                RelativeError = message.RelativeError;
                Report();
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
    private void Report()
    {
        var excess = RelativeError / options.TargetRelativeError;
        var needed = Math.Clamp(Rounds * excess * excess, options.MinRounds, options.MaxRounds);
        var perRound = _clock.Elapsed / Rounds;
        var total = perRound * needed;
        if (total > options.TimeLimit && perRound * options.MinRounds < options.TimeLimit)
            total = options.TimeLimit;
        var left = total > _clock.Elapsed ? total - _clock.Elapsed : TimeSpan.Zero;
        var fraction = Math.Clamp(_clock.Elapsed / (_clock.Elapsed + left), 0, 1);
        progress?.Report(new CalibrationProgress("measuring", fraction, _clock.Elapsed, left, Rounds < FirstEstimate ? null : RelativeError));
    }
}
