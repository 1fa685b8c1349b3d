namespace MountSim.Experiments.Requests;

/// <summary>What a field of a request is about: the headings of the help.</summary>
public enum FieldGroup
{
    /// <summary>Machine, kernel and runtime.</summary>
    Machine,

    /// <summary>The containers that start.</summary>
    Burst,

    /// <summary>What is on the host before the burst. The defaults are guesses until a host gives better, and the output says so.</summary>
    Host,

    /// <summary>How often, how exactly and from which seed.</summary>
    Replications,
}
