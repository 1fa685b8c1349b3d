using MountSim.Calibration;
using MountSim.Calibration.Profiles;
using MountSim.Experiments;
using MountSim.Experiments.Bursts;
using MountSim.Experiments.Fleets;
using MountSim.Experiments.Published;
using MountSim.Experiments.Theory;
using MountSim.Experiments.Validation;
using MountSim.Experiments.Validation.Claims;
using MountSim.Experiments.Validation.Host;

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

    /// <summary>A variable's value, null where it is not set: schedulers tell a task its index so.</summary>
    public Func<string, string?> Environment { get; init; } = System.Environment.GetEnvironmentVariable;

    /// <summary>Print the stack of an unexpected exception.</summary>
    public bool ShowStack { get; init; }

    /// <summary>What <c>predict</c> calls.</summary>
    public Func<PredictRequest, IProgress<PredictProgress>?, CancellationToken, PredictionReport> Predict { get; init; } = Predictor.Predict;

    /// <summary>What <c>sweep</c> calls for each scenario.</summary>
    public Func<PredictRequest, CancellationToken, PredictionSummary> Summarise { get; init; } = Predictor.Summarise;

    /// <summary>What <c>fleet</c> calls for its different scenarios, or a shard's.</summary>
    public Func<IReadOnlyList<PredictRequest>, FleetQuestion, IProgress<PredictProgress>?, CancellationToken, IReadOnlyList<FleetAnswer>> AnswerFleet { get; init; } = FleetPlanner.Answers;

    /// <summary>What <c>burst</c> calls.</summary>
    public Func<BurstRequest, IProgress<PredictProgress>?, CancellationToken, Task<BurstReport>> Burst { get; init; } = HostBurst.RunAsync;

    /// <summary>What <c>calibrate</c> calls.</summary>
    public Func<CalibrationOptions, IProgress<CalibrationProgress>?, CancellationToken, Task<HostProfile>> Calibrate { get; init; } = Calibrator.RunAsync;

    /// <summary>What <c>validate host</c> calls.</summary>
    public Func<HostRequest, IProgress<ValidationProgress>?, CancellationToken, Task<ValidationReport>> ValidateHost { get; init; } = HostSuite.RunAsync;

    /// <summary>What <c>validate claims</c> calls: rounds, seed.</summary>
    public Func<int, int, IProgress<ValidationProgress>?, CancellationToken, Task<ClaimReport>> ValidateClaims { get; init; } = ClaimSuite.RunAsync;

    /// <summary>What <c>validate theory</c> calls.</summary>
    public Func<TheoryRequest, IProgress<ValidationProgress>?, CancellationToken, ValidationReport> ValidateTheory { get; init; } = TheorySuite.Run;

    /// <summary>What <c>validate published</c> calls.</summary>
    public Func<PublishedRequest, IProgress<ValidationProgress>?, CancellationToken, ValidationReport> ValidatePublished { get; init; } = PublishedSuite.Run;
}
