using MountSim.Calibration.Watching;
using MountSim.Experiments.Validation.Claims;

namespace MountSim.Experiments.Tests.Validation;

/// <summary>The article's claims on measurements of both outcomes: a kernel as the article has it, and Linux as it is.</summary>
public class ClaimJudging
{
    private const int Blocks = 10, Samples = 20;
    private const double Usual = 1000;

    [Fact]
    public void On_a_kernel_as_the_article_has_it_every_claim_holds()
    {
        var claims = ClaimJudge.Judge(
        [
            .. Operation("nothing", 100, 0), .. Operation("mount.bind", 5_000, 4_000),
            .. Operation("mount.tmpfs", 12_000, 11_000), .. Operation("fd.attach.tmpfs", 3_000, 2_000),
            .. Operation("mount.overlay.few", 60_000, 58_000), .. Operation("mount.overlay.many", 300_000, 295_000),
            .. Operation("fd.setup.overlay.few", 60_000, 0), .. Operation("fd.setup.overlay.many", 290_000, 0), .. Operation("fd.all.overlay.many", 295_000, 4_000),
            .. Operation("mount.rbind.tree", 200_000, 195_000, seenElsewhere: 0), .. Operation("mountinfo.read", 200_000, 50_000), .. Operation("listmount+statmount", 150_000, 0),
        ], 1);
        Assert.All(claims.Where(claim => claim.Measured is not null), claim => Assert.Equal(ClaimVerdict.Holds, claim.Verdict));
    }

    [Fact]
    public void On_Linux_as_it_is_only_the_attach_and_the_many_mounts_hold()
    {
        var claims = ClaimJudge.Judge(
        [
            .. Operation("nothing", 100, 0), .. Operation("mount.bind", 5_000, 4_000),
            .. Operation("mount.tmpfs", 12_000, 3_000), .. Operation("fd.attach.tmpfs", 3_500, 3_100),
            .. Operation("mount.overlay.few", 60_000, 3_000), .. Operation("mount.overlay.many", 300_000, 4_000),
            .. Operation("fd.setup.overlay.few", 60_000, 1_500), .. Operation("fd.setup.overlay.many", 290_000, 3_000), .. Operation("fd.all.overlay.many", 295_000, 4_000),
            .. Operation("mount.rbind.tree", 200_000, 195_000), .. Operation("mountinfo.read", 200_000, 50_000), .. Operation("listmount+statmount", 150_000, 5_000),
        ], 1);
        Assert.Equal(["attach under the lock", "fewer mounts help"], claims.Where(claim => claim.Verdict == ClaimVerdict.Holds).Select(claim => claim.Id));
        Assert.All(claims, claim => Assert.NotEqual(ClaimVerdict.Undecided, claim.Verdict));
    }

    [Fact]
    public void Measurements_that_span_the_bound_decide_nothing()
    {
        var random = new Random(1);
        var wild = Enumerable.Range(0, 3).Select(_ => new WatchedBlock([.. Enumerable.Range(0, 3).Select(_ => Usual + (random.NextDouble() * 400_000))], [300_000, 300_000, 300_000], [Usual])).ToList();
        var claim = ClaimJudge.Judge([new WatchedOperation("mount.overlay.many", false, wild), .. Operation("mount.overlay.few", 60_000, 3_000)], 1)[0];
        Assert.Equal(ClaimVerdict.Undecided, claim.Verdict);
    }

    [Fact]
    public void What_the_kernel_does_not_offer_is_not_tested_and_named()
    {
        var claim = ClaimJudge.Judge([.. Operation("nothing", 100, 0)], 1).First(one => one.Id == "listmount avoids the lock");
        Assert.Equal(ClaimVerdict.NotTested, claim.Verdict);
        Assert.Contains("listmount+statmount", claim.Shows, StringComparison.Ordinal);
    }

    // A little noise, the same each time: intervals are narrow but not points.
    private static IEnumerable<WatchedOperation> Operation(string name, double length, double stall, double? seenElsewhere = null)
    {
        var random = new Random(name.Length);
        IReadOnlyList<WatchedBlock> Of(double held) =>
        [
            .. Enumerable.Range(0, Blocks).Select(_ => new WatchedBlock(
                [.. Enumerable.Range(0, Samples).Select(_ => Usual + (held * (0.98 + (0.04 * random.NextDouble()))))],
                [.. Enumerable.Range(0, Samples).Select(_ => length * (0.98 + (0.04 * random.NextDouble())))],
                [.. Enumerable.Repeat(Usual, Samples)])),
        ];
        yield return new WatchedOperation(name, false, Of(stall));
        yield return new WatchedOperation(name, true, Of(seenElsewhere ?? stall));
    }
}
