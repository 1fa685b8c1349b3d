using MountSim.Experiments.Shards;
using MountSim.Model;
using MountSim.Reporting.Files;

namespace MountSim.Cli.Verbs;

/// <summary>One shard's way into its folder: the folder is made or refused, a part that is there stays, and another is written whole or not at all.</summary>
internal sealed class ShardTask
{
    private readonly string part;
    private readonly ShardedWork work;
    private readonly Shard mine;
    private readonly bool quiet;
    private readonly Session session;

    /// <param name="folder">The folder of --out.</param>
    /// <param name="work">What its parts are of.</param>
    /// <param name="about">The bytes of the folder's file.</param>
    /// <param name="mine">The shard.</param>
    /// <param name="quiet">Say nothing but errors.</param>
    /// <param name="session">The run.</param>
    /// <exception cref="ModelException">The folder cannot be made, or is of other work.</exception>
    public ShardTask(string folder, ShardedWork work, byte[] about, Shard mine, bool quiet, Session session)
    {
        (part, this.work, this.mine, this.quiet, this.session) = (Part.PathOf(folder, mine), work, mine, quiet, session);
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ModelException("--out", $"'{folder}' cannot be made: {failure.Message}");
        }
        if (ShardFolder.WorkIn(folder) is { } there) work.CheckAgainst("--out", folder, there);
        // All shards write the same bytes, so it does not matter whose stay.
        else AtomicFile.WriteAll([new OutputFile("--out", Path.Combine(folder, work.Kind.FileName), about)]);
    }

    /// <summary>True when the part is there and nothing in it failed; that is said.</summary>
    /// <exception cref="ModelException">A part is there and damaged.</exception>
    public bool IsDone()
    {
        if (!File.Exists(part) || Part.Open(part).Header is not { Failures: 0 } there || there.WhyNot(work) is not null) return false;
        if (!quiet) session.Error.WriteLine($"shard {mine} is in {part} already");
        return true;
    }

    /// <summary>Writes the part.</summary>
    /// <param name="lines">How many lines.</param>
    /// <param name="failures">Of scenarios that failed.</param>
    /// <param name="write">Writes header and lines.</param>
    public void Write(int lines, int failures, Action<Stream, PartHeader> write)
    {
        AtomicFile.WriteAll([new OutputFile("--out", part, stream => write(stream, PartHeader.Of(work, mine, lines, failures)))]);
        if (!quiet) session.Error.WriteLine($"wrote {part}");
    }
}
