using MountSim.Calibration;
using MountSim.Calibration.Profiles;
using MountSim.Experiments;
using MountSim.Experiments.Fleets;
using MountSim.Experiments.Published;
using MountSim.Experiments.Theory;
using MountSim.Experiments.Validation;

namespace MountSim.Cli.Tests;

/// <summary>Runs a command line in this process with a predictor that answers at once, in a folder of its own.</summary>
public sealed class ToolUnderTest : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("mountsim-test-").FullName;

    /// <summary>What the predictor was last asked.</summary>
    public PredictRequest? Asked { get; private set; }

    /// <summary>What the predictor does instead of answering.</summary>
    public Func<PredictionReport> Answer { get; set; } = SampleReport.Create;

    /// <summary>What a sweep gets for a scenario.</summary>
    public Func<PredictRequest, PredictionSummary> Summary { get; set; } = request => SampleReport.Create().Summary with { Runtime = request.Runtime, Containers = request.Workload.Containers };

    /// <summary>What a fleet gets for a scenario.</summary>
    public Func<PredictRequest, FleetAnswer> FleetAnswer { get; set; } = FleetTests.Answer;

    /// <summary>How the host was last measured.</summary>
    public CalibrationOptions? Measured { get; private set; }

    /// <summary>What the calibration does instead of measuring.</summary>
    public Func<HostProfile> Profile { get; set; } = SampleProfile.Create;

    /// <summary>What the suites of <c>validate</c> do instead of simulating.</summary>
    public Func<ValidationReport> Validation { get; set; } = SampleValidation.Create;

    /// <summary>True runs the real suites.</summary>
    public bool RealSuites { get; set; }

    /// <summary>What <c>validate theory</c> was last asked.</summary>
    public TheoryRequest? Theory { get; private set; }

    /// <summary>What <c>validate published</c> was last asked.</summary>
    public PublishedRequest? Published { get; private set; }

    public TextWriter? Out { get; set; }

    public Terminal Terminal { get; set; } = Terminal.Pipe;

    public CancellationToken Cancellation { get; set; }

    public bool ShowStack { get; set; }

    public Result Run(params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var exit = App.Run(args, new Session
        {
            Out = Out ?? output,
            Error = error,
            Terminal = Terminal,
            Cancellation = Cancellation,
            Environment = _ => null,
            ShowStack = ShowStack,
            Predict = (request, progress, _) =>
            {
                Asked = request;
                progress?.Report(new PredictProgress(1, 10, "replications"));
                return Answer();
            },
            Summarise = (request, _) => Summary(request),
            ValidateTheory = (request, progress, cancellation) =>
            {
                Theory = request;
                return RealSuites ? TheorySuite.Run(request, progress, cancellation) : Validation();
            },
            ValidatePublished = (request, progress, cancellation) =>
            {
                Published = request;
                return RealSuites ? PublishedSuite.Run(request, progress, cancellation) : Validation();
            },
            AnswerFleet = (scenarios, _, _, _) => [.. scenarios.Select(FleetAnswer)],
            Calibrate = (options, _, _) =>
            {
                Measured = options;
                return Task.FromResult(Profile());
            },
        });
        return new Result(exit, output.ToString(), error.ToString());
    }

    public string In(string name) => Path.Combine(Folder, name);

    public string[] Files() => [.. Directory.GetFileSystemEntries(Folder).Select(entry => Path.GetFileName(entry)!).Order(StringComparer.Ordinal)];

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
