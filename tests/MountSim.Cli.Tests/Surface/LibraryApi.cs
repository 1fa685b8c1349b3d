using System.Reflection;
using PublicApiGenerator;

namespace MountSim.Cli.Tests.Surface;

/// <summary>What a program can call in the libraries is what was agreed: a change shows in the review.</summary>
public class LibraryApi
{
    [Theory]
    [InlineData("MountSim.Engine")]
    [InlineData("MountSim.Model")]
    [InlineData("MountSim.Calibration")]
    [InlineData("MountSim.Experiments")]
    [InlineData("MountSim.Reporting")]
    public void The_public_api_is_as_agreed(string library)
    {
        var api = Assembly.Load(library).GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false, DenyNamespacePrefixes = [] });
        Golden.Verify("MountSim.Cli.Tests", $"api-{library}.txt", api.ReplaceLineEndings("\n") + "\n");
    }
}
