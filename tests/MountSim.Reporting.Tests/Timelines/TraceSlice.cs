namespace MountSim.Reporting.Tests.Timelines;

/// <summary>Something that lasts, ns.</summary>
internal sealed record TraceSlice(int Group, int Track, string Category, string Name, long From, long To, string Task, bool Cut);
