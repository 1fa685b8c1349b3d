namespace MountSim.Hardening.Crashing;

/// <summary>What one crash came to.</summary>
/// <param name="Outcome">Of the outputs.</param>
/// <param name="EndedBefore">The run had ended when the crash came.</param>
/// <param name="Temporaries">Temporary files of ours that a kill left.</param>
/// <param name="RuntimeFiles">Files of the .NET runtime's own that a kill left before the program's first instruction.</param>
/// <param name="Problem">What was not as it should be; null when all was.</param>
internal sealed record CrashResult(CrashOutcome Outcome, bool EndedBefore, int Temporaries, int RuntimeFiles, string? Problem);
