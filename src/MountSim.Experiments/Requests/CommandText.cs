namespace MountSim.Experiments.Requests;

/// <summary>A request as the command line that asks for it.</summary>
public static class CommandText
{
    private static readonly PredictRequest Defaults = new();

    /// <summary>The command with an option for every field that is not at its default, in the order of the help. Threads change no result and are left out.</summary>
    /// <param name="command">What stands before the options: <c>mountsim predict</c>.</param>
    /// <param name="request">What is asked for.</param>
    /// <param name="always">Names of fields that are said even at their defaults.</param>
    public static string Of(string command, PredictRequest request, params string[] always) =>
        string.Join(' ', RequestFields.All.Where(field => field.Name != "threads").SelectMany(field => Options(field, request, always.Contains(field.Name))).Prepend(command));

    private static IEnumerable<string> Options(RequestField field, PredictRequest request, bool always)
    {
        if (field.Text(request) is not { } text || (!always && text == field.Text(Defaults))) return [];
        if (field.IsFlag) return [$"--{field.Name}"];
        return (field.Repeats ? text.Split(' ') : [text]).Select(value => $"--{field.Name} {ShellWord.Quote(value)}");
    }
}
