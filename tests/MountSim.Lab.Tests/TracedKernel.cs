using MountSim.Model.Traces;

namespace MountSim.Lab.Tests;

/// <summary>A real kernel, booted and traced, is held against its model.</summary>
public sealed class TracedKernel : IDisposable
{
    /// <summary>Operations whose order the models of 6.12 and 6.18 do not have: read_mountinfo is read once here, and RCU callbacks may run in unshare_newns.</summary>
    private const int OrdersThatMayDiffer = 2;

    private readonly string folder = Directory.CreateTempSubdirectory("mountsim-lab-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_kernel_booted_here_takes_the_locks_of_its_model()
    {
        var kernel = Requires.Kernel();
        var (temporary, traces) = (Directory.CreateDirectory(Path.Combine(folder, "tmp")).FullName, Path.Combine(folder, "traces"));
        using var run = Script.Start(
            "run", temporary, null, "--short", "--kernel", Path.Combine(kernel, "vmlinuz"), "--overlay", Path.Combine(kernel, "overlay.ko"), "--output", traces,
            "--mountsim", $"dotnet {Path.Combine(AppContext.BaseDirectory, "mountsim.dll")}");
        var (exit, error) = await run.End();
        Assert.True(exit == 0, error);
        Assert.Matches("boot: [0-9]+/5 .* s left", error);
        Assert.Empty(Directory.EnumerateFileSystemEntries(temporary));

        var match = Assert.Single(TraceComparer.Compare(TraceReader.Read(traces)));
        Assert.True(match.HasModel, match.Note);
        Assert.InRange(match.Orders, 37, int.MaxValue);
        Assert.True(match.OrdersAgreeing >= match.Orders - OrdersThatMayDiffer, Differences(match));
        Assert.True(match.Operations.Sum(item => item.CountsExact) >= 0.98 * match.Operations.Sum(item => item.Counts), Differences(match));
        Assert.InRange(match.MedianHoldError!.Value, 0, 0.1);
    }

    private static string Differences(KernelMatch match) => string.Join('\n', match.Operations.Where(item => !item.Agrees).Select(item => $"{item.Series}: {item.First}"));
}
