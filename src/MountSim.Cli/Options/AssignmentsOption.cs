using System.CommandLine;
using System.CommandLine.Parsing;

namespace MountSim.Cli.Options;

/// <summary>NAME=VALUE, any number of times, each name once.</summary>
internal sealed class AssignmentsOption : Option<IReadOnlyDictionary<string, double>?>
{
    private const double Most = 1e6;

    public AssignmentsOption(string name, string description) : base(name)
    {
        Description = description;
        HelpName = "NAME=VALUE";
        Arity = ArgumentArity.OneOrMore;
        CustomParser = Read;
    }

    private IReadOnlyDictionary<string, double> Read(ArgumentResult result)
    {
        var values = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var token in result.Tokens.Select(token => token.Value))
        {
            var (name, text) = token.IndexOf('=', StringComparison.Ordinal) is > 0 and var at ? (token[..at], token[(at + 1)..]) : ("", "");
            if (!Numbers.TryReal(text, out var value) || value is < 0 or > Most)
                result.AddError(Numbers.Found(Name, token, "NAME=VALUE with a number from 0 to 1000000"));
            else if (!values.TryAdd(name, value))
                result.AddError(Numbers.Found(Name, token, $"{name} once"));
        }

        return values;
    }
}
