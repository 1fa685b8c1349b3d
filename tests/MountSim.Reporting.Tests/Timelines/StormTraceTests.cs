using System.IO.Compression;
using MountSim.Experiments;
using MountSim.Model.Workloads;
using MountSim.Reporting.Timelines;

namespace MountSim.Reporting.Tests.Timelines;

/// <summary>A storm's trace read back against the trace event format, and held to what the storm measured.</summary>
public class StormTraceTests(TracedStorm storm) : IClassFixture<TracedStorm>
{
    private const long PsPerNs = 1000;

    private static readonly PredictRequest Small = new() { Cores = 8, Sockets = 1, Workload = new Workload { Containers = 12 } };

    [Fact]
    public void A_cpu_does_one_thing_at_a_time()
    {
        var tracks = storm.Trace.In("CPUs").GroupBy(slice => slice.Track).ToList();
        Assert.Equal(192, tracks.Count);
        foreach (var track in tracks)
        {
            NoneOverlap(track.Where(slice => slice.Category == "task"));
            NoneOverlap(track.Where(slice => slice.Category == "work"));
            NoneOverlap(track.Where(slice => slice.Category == "spin"));
            EachLiesInOne(track.Where(slice => slice.Category == "work"), track.Where(slice => slice.Category == "task"));
            EachLiesInOne(track.Where(slice => slice.Category == "spin"), track.Where(slice => slice.Category == "work"));
        }
    }

    [Fact]
    public void A_task_runs_on_one_cpu_at_a_time()
    {
        foreach (var task in storm.Trace.In("CPUs", "task").GroupBy(slice => slice.Name)) NoneOverlap(task);
    }

    [Fact]
    public void Who_holds_a_lock_alone_holds_it_alone()
    {
        var holds = storm.Trace.In("Locks", "hold").ToList();
        foreach (var track in holds.Where(hold => !hold.Name.EndsWith(" read", StringComparison.Ordinal)).GroupBy(hold => hold.Track)) NoneOverlap(track);
        Assert.Contains(holds, hold => hold.Name == "namespace_sem write");
        Assert.Contains(holds, hold => hold.Name == "namespace_sem read");
    }

    [Fact]
    public void Every_wait_for_a_lock_is_closed_by_a_hold_of_it()
    {
        var holds = storm.Trace.In("Locks", "hold").ToLookup(hold => (hold.Name, hold.Task));
        var waits = storm.Trace.In("Waits", "wait").ToList();
        var closed = waits.Where(wait => !wait.Cut).ToList();
        Assert.All(closed, wait => Assert.Contains(holds[(wait.Name, wait.Task)], hold => hold.From <= wait.To && wait.To <= hold.To));
        Assert.True(closed.Count > 10_000);
        // Containers have all been started; only pollers may still wait.
        Assert.All(waits.Where(wait => wait.Cut), wait => Assert.DoesNotContain("container", wait.Task, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_wait_for_a_grace_period_spans_a_whole_one()
    {
        var periods = storm.Trace.In("RCU grace periods").OrderBy(period => period.From).ToList();
        NoneOverlap(periods);
        Assert.All(storm.Trace.In("Waits", "grace").Where(wait => !wait.Cut), wait => Assert.Contains(periods, period => wait.From <= period.From && period.To <= wait.To));
    }

    [Fact]
    public void The_starts_are_the_predictions()
    {
        var starts = storm.Trace.In("Starts").Select(start => start.To - start.From).Order().ToList();
        Assert.Equal(500, starts.Count);
        Assert.All(storm.Result.StartPs.Order().Zip(starts), pair => Assert.InRange(pair.First - (pair.Second * PsPerNs), -PsPerNs, PsPerNs));
    }

    [Fact]
    public void What_is_drawn_adds_up_to_what_was_measured()
    {
        var slices = storm.Trace.In("CPUs", "task").ToList();
        var busy = slices.Sum(slice => slice.To - slice.From) / (storm.Result.MakespanPs / (double)PsPerNs * 192);
        Assert.Equal(storm.Result.CpuUtilization, busy, 1e-5);
        var sem = storm.Result.Definitions.Index().Single(one => one.Item.Symbol == "namespace_sem").Index;
        var held = storm.Trace.In("Locks", "hold").Where(hold => hold.Name == "namespace_sem write").Sum(hold => hold.To - hold.From);
        Assert.Equal(storm.Result.Locks[sem].Statistics(Model.Kernels.LockMode.Write).HoldTotal / (double)PsPerNs, held, held * 1e-3);
    }

    [Fact]
    public void Counters_are_in_order_and_never_negative()
    {
        foreach (var counter in storm.Trace.Counters.Where(one => one.Name.StartsWith("waiting", StringComparison.Ordinal)).GroupBy(one => one.Name))
        {
            Assert.All(counter, one => Assert.True(one.Value >= 0));
            Assert.True(counter.Zip(counter.Skip(1)).All(pair => pair.First.At <= pair.Second.At));
        }

        Assert.Equal(192, storm.Trace.Counters.Where(one => one.Name == "busy CPUs").Max(one => one.Value));
    }

    [Fact]
    public void Every_track_has_a_name()
    {
        Assert.All(storm.Trace.Slices.Select(slice => (slice.Group, slice.Track)).Distinct(), track => Assert.Contains(track, storm.Trace.TrackNames.Keys));
        Assert.Equal("CPU 191, socket 1", storm.Trace.TrackNames[(2, 191)]);
        Assert.EndsWith("the whole replication of 5.11 s", storm.Trace.About["shown"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_window_cuts_what_reaches_over_its_edges()
    {
        var trace = ReadTrace.Of(TracedStorm.Write(Small, TraceWindow.Of(10, 5), compress: false, out _));
        Assert.All(trace.Slices.Concat(trace.Spans), slice => Assert.True(slice.From >= 10_000_000 && slice.To <= 15_000_000, slice.ToString()));
        Assert.Contains(trace.In("Starts"), start => start.Cut);
        Assert.Contains("10.0 ms to 15.0 ms of a replication of", trace.About["shown"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_full_trace_ends_and_says_so()
    {
        var trace = ReadTrace.Of(TracedStorm.Write(Small, TraceWindow.Of(0, null, 2_000), compress: false, out _));
        Assert.InRange(trace.Slices.Count + trace.Spans.Count + trace.Counters.Count, 1_000, 3_000);
        Assert.EndsWith("; there was no room for the rest", trace.About["shown"], StringComparison.Ordinal);
        foreach (var track in trace.In("CPUs", "task").GroupBy(slice => slice.Track)) NoneOverlap(track);
    }

    [Fact]
    public void A_compressed_trace_is_the_same_trace_and_so_is_a_second_one()
    {
        var plain = TracedStorm.Write(Small, TraceWindow.Of(0, null), compress: false, out _);
        using var compressed = new GZipStream(new MemoryStream(TracedStorm.Write(Small, TraceWindow.Of(0, null), compress: true, out _)), CompressionMode.Decompress);
        using var plainAgain = new MemoryStream();
        compressed.CopyTo(plainAgain);
        Assert.Equal(plain, plainAgain.ToArray());
    }

    private static void NoneOverlap(IEnumerable<TraceSlice> slices)
    {
        TraceSlice? before = null;
        foreach (var slice in slices.OrderBy(slice => slice.From).ThenBy(slice => slice.To))
        {
            Assert.True(before is null || slice.From >= before.To, $"{before} overlaps {slice}");
            before = slice;
        }
    }

    private static void EachLiesInOne(IEnumerable<TraceSlice> inner, IEnumerable<TraceSlice> outer)
    {
        var around = outer.OrderBy(slice => slice.From).ToList();
        var at = 0;
        foreach (var slice in inner.OrderBy(slice => slice.From))
        {
            while (at < around.Count && around[at].To < slice.To) at++;
            Assert.True(at < around.Count && around[at].From <= slice.From, $"{slice} lies in none");
        }
    }
}
