using System.Globalization;
using MountSim.Model.Kernels;

namespace MountSim.Model.Tests.Kernels;

/// <summary>
/// What the lab's counts hold beside a kernel's own work. On 5.10 and 6.1 it is put into a copy of the model so that law and lab are comparable; on all of
/// them the emulator counts whoever runs while the operation sleeps.
/// </summary>
public static class LabInstrument
{
    /// <summary>
    /// More instructions a path name: umount2 (one name) comes to its lock 3,431 later than on 6.12, bind (two) 6,877. Inferred: the page of the
    /// name is zeroed by "rep stosb" up to 6.3, which the emulator counts byte by byte (4,096), and by a loop of 64 bytes a turn later (about 700).
    /// </summary>
    private const double Name = 3438;

    /// <summary>access(2) and stat(2) beyond their name: path_lookup and stat_path are 4,580 over 6.12. Not explained.</summary>
    private const double Look = 1140;

    /// <summary>What one probe leaves in 5.10's counts: neighbouring events are 195 to 230 further apart than on 6.1.</summary>
    private const double Probe = 205;

    /// <summary>
    /// A woken poller's way out of poll() and back into it, which runs while the umount sleeps in its grace period: umount_bind@pollers on 1 and 2 CPUs, 7,100 to
    /// 8,600 each. 5.10's grace period on one CPU does not sleep.
    /// </summary>
    private const double PollersRun = 7500;

    /// <summary>A model as the lab would count it in a run.</summary>
    /// <param name="model">The kernel.</param>
    /// <param name="run">The run, whose allocator holds stand in for the law's: whether memory is fresh depends on what ran before.</param>
    /// <param name="probed">True to add 5.10's probes at every lock.</param>
    public static KernelModel On(KernelModel model, LabRun run, bool probed)
    {
        if (!IsOlder(run.Kernel))
            return model;
        var probe = probed && run.Kernel == "5.10" ? Probe : 0;
        var held = run.Locks.TryGetValue(("pcpu_alloc_mutex", "mutex_lock_killable"), out var use) ? use.HeldInstructions / use.Acquisitions : (double?)null;
        return model with
        {
            Walk = model.Walk with { Base = model.Walk.Base + Name },
            Operations = model.Operations.ToDictionary(
                item => item.Key,
                item => item.Value with { Steps = Rewrite(item.Value.Steps, probe, held) },
                StringComparer.Ordinal),
        };
    }

    /// <summary>What a run's total holds beside the model: 5.10's probes (three of an allocation's four are in its hold), names without a walk.</summary>
    public static double Beside(LabRun run) =>
        (run.Kernel == "5.10" ? Probe * run.Probes : 0) - (InAllocation(run.Kernel) * run.Count("pcpu_alloc_mutex"))
        + (IsOlder(run.Kernel) ? Unwalked(run.Operation) : 0)
        + (run is { Operation: "umount_bind", Parameter: "pollers" } && run.Kernel != "5.10" ? PollersRun * run.Value : 0);

    // A page of option text is zeroed as a name is, and move_mount's empty source is a name without a walk.
    private static double Unwalked(string operation) => operation switch
    {
        "path_lookup" => Look,
        "mount_overlay" or "mount_devpts" or "mount_remount_sb" or "move_mount_overlay" or "move_mount_bind" or "move_mount_tmpfs" => Name,
        _ => 0,
    };

    /// <summary>What 5.10's probes leave in a hold of pcpu_alloc_mutex: its own release and pcpu_lock's two.</summary>
    public static double InAllocation(string kernel) => kernel == "5.10" ? 3 * Probe : 0;

    private static bool IsOlder(string kernel) => kernel is "5.10" or "6.1";

    private static List<Step> Rewrite(IReadOnlyList<Step> steps, double probe, double? held) => [.. steps.SelectMany(step => Rewrite(step, probe, held))];

    private static IEnumerable<Step> Rewrite(Step step, double probe, double? held) => step switch
    {
        HoldStep { Lock: "pcpu_alloc_mutex" } hold => [hold with { Body = held is { } mean ? [Instructions(mean)] : hold.Body }, Instructions(probe)],
        HoldStep { Lock: "tasklist_lock" } hold => [hold with { Body = [.. hold.Body, Law(2 * probe, "tasks")] }],
        HoldStep { Lock: "mount_lock" } hold => [hold with { Body = Rewrite(hold.Body, probe, held) }, Instructions(probe)],
        HoldStep hold => [hold with { Body = [.. Rewrite(hold.Body, probe, held), Instructions(probe)] }, Instructions(probe)],
        RepeatStep repeat => [repeat with { Body = Rewrite(repeat.Body, probe, held) }],
        WakePollersStep => [step, Instructions(3 * probe)],   // the wait queue's lock and release, the dentry's lock
        EffectStep { Kind: EffectKind.Attach or EffectKind.Detach } => [step, Law(2 * probe, "receivers")],   // each receiver's wait queue
        _ => [step],
    };

    private static ComputeStep Instructions(double count) => Law(count, "1");

    private static ComputeStep Law(double each, string of) => new(Expression.Parse(string.Create(CultureInfo.InvariantCulture, $"{each} * {of}"), "lab"), WorkClass.Attach);
}
