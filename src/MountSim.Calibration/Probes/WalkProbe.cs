using MountSim.Calibration.Syscalls;

namespace MountSim.Calibration.Probes;

/// <summary>A warm path walk by access(2): a relative path of directories, no mount crossed, RCU mode all the way.</summary>
internal sealed unsafe class WalkProbe(int components) : Probe
{
    internal const string Cost = "walk.access";

    /// <summary>The deepest chain of directories that a walk makes.</summary>
    internal const int Deepest = 11;

    /// <summary>Each directory's name.</summary>
    internal const string Component = "walk";
    private const int Calls = 50;
    private readonly NativeText _path = new(Chain(components));

    internal override bool MeetsLocks => false;

    internal override IReadOnlyList<CostDefinition> Costs { get; } = [new(Cost, "components", components, Calls)];

    /// <summary>A relative path of that many directories.</summary>
    internal static string Chain(int components) => string.Join('/', Enumerable.Repeat(Component, components));

    internal override void Prepare()
    {
        for (var depth = 1; depth <= components; depth++)
            if (!Directory.Exists(Chain(depth)))
                Directories.Make(Chain(depth));
    }

    internal override void Cycle(Recorder recorder)
    {
        var failed = 0;
        recorder.Start();
        for (var i = 0; i < Calls; i++)
            failed += Libc.Access(_path.Pointer, 0);
        recorder.Stop(0);
        Check(failed, "access", _path);
    }
}
