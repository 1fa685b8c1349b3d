namespace MountSim.Model.Traces.Raw;

/// <summary>A kernel's function in the names of the tables, which leave out how a spinlock's function is spelt.</summary>
internal static class TracedFunction
{
    /// <summary>The name in the tables.</summary>
    public static string NameOf(string function) => function switch
    {
        // The tables do not tell these from the plain ones, and nothing that they lock is taken both ways.
        "_raw_spin_lock_bh" => "spin_lock",
        "_raw_spin_unlock_bh" => "spin_unlock",
        "_raw_write_lock_irq" => "write_lock",
        "_raw_write_unlock_irq" => "write_unlock",
        "down_read_interruptible" => "down_read_killable",
        _ when function.StartsWith("_raw_", StringComparison.Ordinal) => function["_raw_".Length..],
        _ => function,
    };

    /// <summary>True for a function that concerns no lock.</summary>
    public static bool IsRcu(string function) => TraceFunctions.WaitsForGracePeriod(function) || function == "call_rcu";
}
