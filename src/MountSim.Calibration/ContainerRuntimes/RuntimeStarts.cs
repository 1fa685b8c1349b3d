using MountSim.Calibration.Syscalls;

namespace MountSim.Calibration.ContainerRuntimes;

/// <summary>Starts and deletes containers one after the other, on one thread, as engines do: <c>create</c>, <c>start</c>, and <c>delete</c> when its program has ended.</summary>
internal sealed class RuntimeStarts
{
    private static readonly NativeText CreateVerb = new("create"), StartVerb = new("start"), DeleteVerb = new("delete");
    private static readonly NativeText BundleOption = new("--bundle"), ProcessOption = new("--pid-file");
    private readonly RuntimePlace _place;
    private readonly ChildProgram _program;

    internal RuntimeStarts(RuntimePlace place, string slot) => (_place, _program) = (place, new ChildProgram(place.OutputOf(slot)));

    /// <summary>Makes a container up to its program, which waits.</summary>
    internal void Create(RuntimeContainer container) =>
        _program.Run([.. _place.Command, CreateVerb, BundleOption, container.Bundle, ProcessOption, container.ProcessFile, container.Name]);

    /// <summary>Lets its program run.</summary>
    internal void Start(RuntimeContainer container) => _program.Run([.. _place.Command, StartVerb, container.Name]);

    /// <summary>Waits for its program's end, which this process is told of as the parent of orphans, and deletes it.</summary>
    internal void Stop(RuntimeContainer container)
    {
        ChildProgram.Await(container.Process);
        _program.Run([.. _place.Command, DeleteVerb, container.Name]);
    }
}
