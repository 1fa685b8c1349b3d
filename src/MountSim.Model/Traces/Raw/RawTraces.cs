namespace MountSim.Model.Traces.Raw;

/// <summary>Turns what the lab's guests wrote into lock traces.</summary>
public static class RawTraces
{
    /// <summary>Reads the directories of one or more boots: other kernels, or other numbers of CPUs.</summary>
    /// <returns>Events of operations without a parameter on one CPU, and the runs of all.</returns>
    /// <exception cref="ModelException">A file is missing or not as it should be, events were lost, or a kernel was booted twice with as many CPUs.</exception>
    public static LockTraces Read(IReadOnlyList<string> directories)
    {
        var events = new Dictionary<(string, string), IReadOnlyList<TraceEvent>>();
        var runs = new List<TracedRun>();
        var boots = new HashSet<(string, int)>();
        foreach (var directory in directories)
        {
            var trace = RawReader.Read(directory);
            if (!boots.Add((trace.Release, trace.Cpus)))
                throw new ModelException(directory, $"{trace.Release} on as many CPUs is in another directory too; allowed: each once");
            foreach (var section in trace.Sections.Select(section => SectionTrace.Of(trace, section)))
            {
                runs.Add(section.Run());
                if (trace.Cpus == 1 && section.Section.Parameter.Length == 0 && section.Events() is { Count: > 0 } list
                    && !events.TryAdd((trace.Release, section.Section.Operation), list))
                    throw new ModelException(directory, $"the operation '{section.Section.Operation}' is there twice without a parameter; allowed: once");
            }
        }

        return new LockTraces(events, runs);
    }
}
