using MountSim.Calibration;
using MountSim.Calibration.Profiles;
using MountSim.Experiments;
using MountSim.Experiments.Fleets;

namespace MountSim.Cli;

/// <summary>One run of the tool: its streams, its terminal, its clock and what its verbs call.</summary>
public sealed record Session
{
    /// <summary>Results.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Progress and diagnostics.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>What the streams lead to.</summary>
    public Terminal Terminal { get; init; } = Terminal.Pipe;

    /// <summary>Cancelled by the first SIGINT or SIGTERM.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>The clock that progress reads; results never do.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Print the stack of an unexpected exception.</summary>
    public bool ShowStack { get; init; }

    /// <summary>What <c>predict</c> calls.</summary>
    public Func<PredictRequest, IProgress<PredictProgress>?, CancellationToken, PredictionReport> Predict { get; init; } = Predictor.Predict;

    /// <summary>What <c>sweep</c> calls for each scenario.</summary>
    public Func<PredictRequest, CancellationToken, PredictionSummary> Summarise { get; init; } = Predictor.Summarise;

    /// <summary>What <c>fleet</c> calls.</summary>
    public Func<FleetInput, FleetQuestion, IProgress<PredictProgress>?, CancellationToken, FleetReport> Plan { get; init; } = FleetPlanner.Plan;

    /// <summary>What <c>calibrate</c> calls.</summary>
    public Func<CalibrationOptions, IProgress<CalibrationProgress>?, CancellationToken, Task<HostProfile>> Calibrate { get; init; } = Calibrator.RunAsync;
}
