using System.Diagnostics;
using MountSim.Hardening.Fuzzing;

namespace MountSim.Hardening.Tests;

/// <summary>What the crashes found: a reader that goes away ends the work, and the second Ctrl-C leaves no temporary file.</summary>
[Collection(Given.OneAfterTheOther)]
public sealed class Signals : IDisposable
{
    private const int HostCannot = 3;
    private readonly string folder = Directory.CreateTempSubdirectory("mountsim-signals-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_sweep_whose_reader_has_gone_ends_with_one_line()
    {
        if (!OperatingSystem.IsLinux()) Assert.Skip("NOT TESTED: closed pipes are told on Linux only");
        using var sweep = Start("sweep", "--containers", "1..100000", "--cores", "2", "--sockets", "1", "--replications", "1", "--runtime", "minimal-fd", "--format", "csv", "--quiet");
        var header = await sweep.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        sweep.StandardOutput.BaseStream.Close();
        var error = await sweep.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await sweep.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith("scenario,", header, StringComparison.Ordinal);
        Assert.Equal((HostCannot, "error: standard output: its reader has gone, and nothing more is written\n"), (sweep.ExitCode, error));
    }

    [Fact]
    public async Task What_is_being_written_at_the_second_interrupt_is_removed()
    {
        if (!OperatingSystem.IsLinux()) Assert.Skip("NOT TESTED: signals are sent on Linux only");
        var file = Path.Combine(folder, "storm.json");
        // The trace's file is open, without a name or under another one, for as long as the storm takes.
        using var predict = Start("predict", "--containers", "400", "--replications", "1", "--trace", file, "--trace-events", "100000000", "--quiet");
        while (!predict.HasExited && !WritesTo(predict.Id)) await Task.Delay(20, TestContext.Current.CancellationToken);
        Assert.False(predict.HasExited, "it ended before it could be interrupted");
        for (var sent = 0; sent < 2 && !predict.HasExited; sent++)
        {
            Hardening.Crashing.Native.Signal(predict.Id, Hardening.Crashing.Native.Interrupt);
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }
        await predict.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(130, predict.ExitCode);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder));
    }

    private bool WritesTo(int process)
    {
        try
        {
            foreach (var entry in Directory.EnumerateFiles($"/proc/{process}/fd").Where(entry => new FileInfo(entry).LinkTarget?.StartsWith(folder, StringComparison.Ordinal) == true))
            {
                using var file = File.OpenHandle(entry, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                if (RandomAccess.GetLength(file) > 0) return true;
            }
            return false;
        }
        catch (IOException)
        {
            return false; // closed while it was looked at
        }
    }

    private static Process Start(params string[] arguments) =>
        Process.Start(new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "mountsim"), arguments) { RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = Corpus.Root })!;
}
