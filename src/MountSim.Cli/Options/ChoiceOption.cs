using MountSim.Experiments.Requests;

namespace MountSim.Cli.Options;

/// <summary>One of a few words.</summary>
internal sealed class ChoiceOption<T>(string name, string description, IReadOnlyDictionary<string, T> choices) : ValueOption<T, T?>(name, description, new Choice<T>(choices), value => value);
