namespace MountSim.Serve;

/// <summary>One figure of the answer with its unit; the remark is empty where there is none.</summary>
internal sealed record PageFigure(string Label, string Value, string Remark);
