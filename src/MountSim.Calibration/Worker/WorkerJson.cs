using System.Text.Json.Serialization;
using MountSim.Calibration.Bursts;
using MountSim.Calibration.Guarding;
using MountSim.Calibration.Watching;

namespace MountSim.Calibration.Worker;

/// <summary>The lines between the two processes.</summary>
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(GuardOrder))]
[JsonSerializable(typeof(WorkerOrder))]
[JsonSerializable(typeof(WorkerMessage))]
[JsonSerializable(typeof(BurstOrder))]
[JsonSerializable(typeof(BurstReport))]
[JsonSerializable(typeof(HoldOrder))]
[JsonSerializable(typeof(HoldReport))]
internal sealed partial class WorkerJson : JsonSerializerContext
{
}
