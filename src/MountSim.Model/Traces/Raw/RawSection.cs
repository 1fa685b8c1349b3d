namespace MountSim.Model.Traces.Raw;

/// <summary>One recorded operation.</summary>
/// <param name="Operation">Its name in the tables.</param>
/// <param name="Parameter">What was varied; empty for nothing.</param>
/// <param name="Value">The parameter's value, 0 without one.</param>
/// <param name="Task">The thread that ran it.</param>
/// <param name="From">The time-stamp counter before.</param>
/// <param name="To">The time-stamp counter after.</param>
internal sealed record RawSection(string Operation, string Parameter, int Value, int Task, long From, long To);
