namespace MountSim.Model.Kernels;

/// <summary>Reads an operation; a derived kernel may give its steps alone.</summary>
internal static class OperationReader
{
    public static Operation Read(string name, LayeredMap map, StepReader steps)
    {
        map.AllowOnly("summary", "source", "class", "steps");
        var workClass = map.Find("class")?.AsOneOf(KernelNames.Classes) ?? WorkClass.Attach;
        return new Operation(
            name,
            map.Require("summary").AsText(),
            map.Require("source").AsText(),
            steps.ReadAll(map.Require("steps"), workClass));
    }
}
