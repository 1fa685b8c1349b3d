using System.Text.Json;
using MountSim.Cli;
using MountSim.Experiments;

namespace MountSim.Serve.Tests;

/// <summary>What a printed command line says when it is typed.</summary>
internal static class CommandLine
{
    private const int RoomForEveryRow = 400;

    /// <summary>Runs <c>mountsim predict ...</c> for real and gives the document of <c>--format json</c>.</summary>
    public static JsonElement Document(string command) => JsonSerializer.Deserialize<JsonElement>(Run([.. Words(command), "--format", "json"], Predictor.Predict));

    /// <summary>The table that a reader of the terminal sees.</summary>
    public static string Table(string command) => Run(Words(command), Predictor.Predict);

    /// <summary>The request that the tool takes a command line for.</summary>
    public static PredictRequest Request(string command)
    {
        PredictRequest? asked = null;
        Run(Words(command), (request, _, _) =>
        {
            asked = request;
            return Predictor.Predict(Served.Small with { Replications = 1 }, null, CancellationToken.None);
        });
        return asked!;
    }

    private static string[] Words(string command)
    {
        var words = command.Split(' ');
        Assert.Equal("mountsim", words[0]);
        return words[1..];
    }

    private static string Run(string[] args, Func<PredictRequest, IProgress<PredictProgress>?, CancellationToken, PredictionReport> predict)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var exit = App.Run(args, new Session { Out = output, Error = error, Predict = predict, Terminal = new Terminal(RoomForEveryRow, Color: false, Progress: false) });
        Assert.True(exit == ExitCode.Done, error.ToString());
        return output.ToString();
    }
}
