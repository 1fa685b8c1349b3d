namespace MountSim.Hardening.Crashing;

/// <summary>Crashes of a command in one way, counted.</summary>
internal sealed class CrashCount(string command, CrashWay way)
{
    private readonly int[] outcomes = new int[Enum.GetValues<CrashOutcome>().Length];

    /// <summary>Columns of the results.</summary>
    public const string Header = "command,way,runs,ended_before,none,old,new,some_old_some_new,temporary_files_after_kill,runtime_files_after_kill,problems,seed";

    public string Command => command;

    public CrashWay Way => way;

    public int Runs => outcomes.Sum();

    public int Problems { get; private set; }

    public int Before { get; private set; }

    public int Temporaries { get; private set; }

    public int RuntimeFiles { get; private set; }

    public void Add(CrashResult result)
    {
        outcomes[(int)result.Outcome]++;
        Before += result.EndedBefore ? 1 : 0;
        Temporaries += result.Temporaries;
        RuntimeFiles += result.RuntimeFiles;
        Problems += result.Problem is null ? 0 : 1;
    }

    /// <summary>The row of a run from a seed.</summary>
    public string ToCsv(int seed) => FormattableString.Invariant($"{command},{way},{Runs},{Before},{string.Join(',', outcomes)},{Temporaries},{RuntimeFiles},{Problems},{seed}");
}
