using MountSim.Calibration.Profiles;

namespace MountSim.Calibration.Tests;

public class ProfileSchema
{
    [Fact]
    public void The_file_of_a_profile_is_as_agreed() => Golden.Verify("MountSim.Calibration.Tests", "schema-HostProfile.json", JsonSchema.Of(ProfileJson.Default, typeof(HostProfile)));
}
