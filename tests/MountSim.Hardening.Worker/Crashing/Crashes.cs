namespace MountSim.Hardening.Crashing;

internal static class Crashes
{
    public static int Run(int count, string[] rest) => throw new NotImplementedException($"{count} {rest.Length}");
}
