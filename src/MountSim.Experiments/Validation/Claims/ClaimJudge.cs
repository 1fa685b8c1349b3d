using System.Globalization;
using MountSim.Calibration.Watching;
using MountSim.Model.Costs;

namespace MountSim.Experiments.Validation.Claims;

/// <summary>
/// The article's claims (nebelwolfi.xyz, 15 Mar 2026, "Container Runtimes Have a Better Mount API. Most Aren't Using It Yet." and its sister posts) as statements about
/// measured holds of <c>namespace_sem</c>. Bounds are stated before anything is measured: half way between what the claim says and what its opposite says.
/// </summary>
public static class ClaimJudge
{
    // What the watcher's own call takes, about: a shorter hold cannot be told from none.
    private const double ResolutionUs = 1;
    private const double Half = 0.5;
    private const double MateriallyShorter = 0.8;
    private const string Few = "few", Many = "many";
    private const string Rbind = "mount.rbind.tree", FdOverlay = "fd.all.overlay.many", FdTmpfs = "fd.attach.tmpfs";

    /// <summary>Judges all claims by measured holds.</summary>
    /// <param name="operations">The holds.</param>
    /// <param name="seed">Seed of the resampling.</param>
    public static IReadOnlyList<Claim> Judge(IReadOnlyList<WatchedOperation> operations, int seed)
    {
        var holds = new HoldTable(operations, seed);
        return
        [
            Claim(
                holds, "set-up under the lock", "mount(2) holds namespace_sem for write over everything: option parsing, opening the layers' directories, the superblock and the attach",
                "hold over length of mount(2) of an overlay", "", "above half", Half, true, [Overlay(Many)], () => holds.ShareHeld(Overlay(Many)), () => OverlayText(holds)),
            Claim(
                holds, "layers lengthen the hold", "the more work mount(2) has to do to set a file system up, the longer it holds namespace_sem",
                "share of what 39 more layers take that is held", "", "above half", Half, true, [Overlay(Few), Overlay(Many)], () => holds.ShareOfSetUp(Overlay(Few), Overlay(Many)), () => OverlayText(holds)),
            Claim(
                holds, "attach under the lock", "the insertion into the mount hash is done with namespace_sem held for write",
                "longest wait behind a bind", "us", "above the instrument's resolution", ResolutionUs, true, ["mount.bind"], () => holds.Hold("mount.bind"),
                () => Text($"a bind of {holds.LengthUs("mount.bind"):F1} us keeps another thread out for {holds.Hold("mount.bind").Value:F1} us; doing nothing for {holds.Hold("nothing").Value:F1} us")),
            Claim(
                holds, "fd API sets up without the lock", "fsopen, fsconfig and fsmount take no namespace lock",
                "longest wait behind the set-up of an overlay of 40 layers", "us", "below the instrument's resolution", ResolutionUs, false, [SetUp(Many)], () => holds.Hold(SetUp(Many)),
                () => Text($"set-up of {holds.LengthUs(SetUp(Many)):F0} us keeps another thread out for {holds.Hold(SetUp(Many)).Value:F1} us at a time (overlay clones its layers' mounts with the lock held for read, fs/namespace.c clone_private_mount)")),
            Claim(
                holds, "fd API shortens the hold", "because set-up and attach are apart, the fd API holds namespace_sem for a shorter time than mount(2)",
                "longest hold of all its calls over that of mount(2), overlay of 40 layers", "", "below 0.8", MateriallyShorter, false, [Overlay(Many), FdOverlay], () => holds.HoldOver(FdOverlay, Overlay(Many)),
                () => Text($"an overlay of 40 layers keeps another thread out for {holds.Hold(FdOverlay).Value:F1} us at a time by the fd API and for {holds.Hold(Overlay(Many)).Value:F1} us by mount(2), where both clone the layers' mounts")),
            Claim(
                holds, "fd API shortens the attach", "the same of a file system whose set-up takes no namespace lock: move_mount has less to do under namespace_sem than mount(2)",
                "hold of move_mount over that of mount(2), tmpfs", "", "below 0.8", MateriallyShorter, false, ["mount.tmpfs", FdTmpfs], () => holds.HoldOver(FdTmpfs, "mount.tmpfs"),
                () => Text($"move_mount of a tmpfs keeps another thread out for {holds.Hold(FdTmpfs).Value:F1} us, mount(2) of one for {holds.Hold("mount.tmpfs").Value:F1} us")),
            Claim(
                holds, "a lock a namespace", "since 6.8 each mount namespace has a lock of its own, so that namespaces do not contend with each other",
                "hold of a recursive bind as seen from another namespace over the same from its own", "", "below half", Half, false, [Rbind], () => holds.AcrossNamespaces(Rbind),
                () => Text($"a bind of a tree of {HoldProbe.TreeMounts + 1} mounts keeps a thread of its own namespace out for {holds.Hold(Rbind).Value:F0} us, one of another for {holds.Hold(Rbind, true).Value:F0} us")),
            Claim(
                holds, "listmount avoids the lock", "listmount and statmount read the table without the lock that mountinfo takes",
                "longest wait behind listmount and statmount of a whole table", "us", "below the instrument's resolution", ResolutionUs, false, ["listmount+statmount"], () => holds.Hold("listmount+statmount"),
                () => Text($"they keep a writer out for {holds.Hold("listmount+statmount").Value:F1} us at a time, mountinfo for {holds.Hold("mountinfo.read").Value:F1} us; all of the table takes {holds.LengthUs("listmount+statmount"):F0} and {holds.LengthUs("mountinfo.read"):F0} us")),
            Claim(
                holds, "fewer mounts help", "what helps is fewer mounts: what copies many holds the lock long",
                "hold over length of a recursive bind of 201 mounts", "", "above half", Half, true, [Rbind], () => holds.ShareHeld(Rbind),
                () => Text($"a recursive bind of {HoldProbe.TreeMounts + 1} mounts takes {holds.LengthUs(Rbind):F0} us and holds for {holds.Hold(Rbind).Value:F0} us, one of a single mount for {holds.Hold("mount.bind").Value:F1} us")),
            new Claim(
                "global mount-ID lock", "mount IDs come from a global spinlock, mnt_id_lock, taken with namespace_sem held", "", "", null, "", 0, true,
                "not seen from outside: a hold of some 100 ns; the lab's traces show it (mnt_id_ida's or mnt_id_xa's xa_lock; outside namespace_sem for a new file system, inside for a clone)"),
        ];
    }

    private static Claim Claim(
        HoldTable holds, string id, string text, string figure, string unit, string rule, double bound, bool above, string[] needs, Func<Interval> measure, Func<string> shows)
    {
        var missing = needs.Where(name => !holds.Has(name)).ToList();
        return missing.Count > 0
            ? new Claim(id, text, figure, unit, null, rule, bound, above, $"not measured: this kernel does not offer {string.Join(", ", missing)}")
            : new Claim(id, text, figure, unit, measure(), rule, bound, above, shows());
    }

    private static string OverlayText(HoldTable holds) => Text(
        $"mount(2) of an overlay takes {holds.LengthUs(Overlay(Few)):F0} us with {HoldProbe.FewLayers} layer and {holds.LengthUs(Overlay(Many)):F0} us with {HoldProbe.ManyLayers}, and keeps another thread out for {holds.Hold(Overlay(Few)).Value:F1} and {holds.Hold(Overlay(Many)).Value:F1} us");

    private static string Overlay(string size) => "mount.overlay." + size;

    private static string SetUp(string size) => "fd.setup.overlay." + size;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
