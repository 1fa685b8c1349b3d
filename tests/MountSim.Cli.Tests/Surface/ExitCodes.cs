using System.Globalization;
using System.Reflection;
using MountSim.Cli.Help;

namespace MountSim.Cli.Tests.Surface;

public class ExitCodes
{
    [Fact]
    public void The_exit_codes_are_as_agreed()
    {
        var names = typeof(ExitCode).GetFields(BindingFlags.Public | BindingFlags.Static).ToDictionary(field => (int)field.GetRawConstantValue()!, field => field.Name);
        Assert.Equal(names.Keys.Order(), VerbHelp.ExitCodes.Select(code => code.Code).Order());
        Golden.Verify("MountSim.Cli.Tests", "exit-codes.txt", string.Concat(VerbHelp.ExitCodes.Select(code => string.Create(CultureInfo.InvariantCulture, $"{code.Code} {names[code.Code]}: {code.Meaning}\n"))));
    }
}
