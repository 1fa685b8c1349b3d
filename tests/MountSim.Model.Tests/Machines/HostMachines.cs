using System.Globalization;
using MountSim.Model.Machines;

namespace MountSim.Model.Tests.Machines;

public sealed class HostMachines : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("mountsim-").FullName;

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public void A_recognised_processor_takes_the_costs_of_its_family_and_its_own_topology()
    {
        Host(sockets: 2, coresPerSocket: 16, smt: 2, coresPerL3: 8, possible: 128, vendor: "AuthenticAMD", family: 25, model: 17);
        var host = HostMachine.Read(root);
        Assert.Equal((2, 16, 2, 2), (host.Machine.Sockets, host.Machine.CoresPerSocket, host.Machine.SmtPerCore, host.Machine.L3GroupsPerSocket));
        Assert.Equal((64, 128), (host.Machine.Cpus, host.Machine.PossibleCpus));
        Assert.Equal(99_300, host.Machine.TransferPs(0, 8));
        Assert.Equal("host", host.Machine.Name);
        Assert.Equal("topology of this host, costs of epyc-9654-2s (AuthenticAMD family 25 model 17)", host.Note);
    }

    [Fact]
    public void An_unknown_processor_has_guessed_costs_and_says_so()
    {
        Host(sockets: 1, coresPerSocket: 2, smt: 1, coresPerL3: 2, possible: 2, vendor: "GenuineIntel", family: 6, model: 1, flags: "fpu hypervisor");
        var host = HostMachine.Read(root);
        Assert.Equal(2, host.Machine.Cpus);
        Assert.True(host.Machine.Description.TransferNs[Distance.SameL3].Guess);
        Assert.Equal("processor GenuineIntel family 6 model 1 is in no machine file: costs are guesses; "
            + "a guest of a hypervisor, whose topology may not be the hardware's", host.Note);
    }

    [Fact]
    public void A_system_without_the_files_is_an_input_error()
    {
        var error = Assert.Throws<ModelException>(() => HostMachine.Read(root));
        Assert.StartsWith("machine host: the host's topology cannot be read", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_running_Linux_is_a_machine()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the host's topology is read from Linux's own files");
        var host = MachineCatalog.Load("host");
        Assert.True(host.Cpus >= 1 && host.PossibleCpus >= host.Cpus);
    }

    private void Host(int sockets, int coresPerSocket, int smt, int coresPerL3, int possible, string vendor, int family, int model, string flags = "fpu")
    {
        var cores = sockets * coresPerSocket;
        var cpus = cores * smt;
        Write("sys/devices/system/cpu/online", $"0-{Text(cpus - 1)}");
        Write("sys/devices/system/cpu/possible", $"0-{Text(possible - 1)}");
        var processor = $"vendor_id\t: {vendor}\ncpu family\t: {Text(family)}\nmodel\t\t: {Text(model)}\nflags\t\t: {flags}\n";
        Write("proc/cpuinfo", $"processor\t: 0\n{processor}\nprocessor\t: 1\n");
        for (var cpu = 0; cpu < cpus; cpu++)
        {
            var core = cpu % cores;
            var directory = $"sys/devices/system/cpu/cpu{Text(cpu)}";
            Write($"{directory}/topology/physical_package_id", Text(core / coresPerSocket));
            Write($"{directory}/topology/core_id", Text(core % coresPerSocket));
            Write($"{directory}/cache/index0/level", "1");
            Write($"{directory}/cache/index3/level", "3");
            Write($"{directory}/cache/index3/shared_cpu_list", $"group {Text(core / coresPerL3)}");
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private void Write(string file, string text)
    {
        var path = Path.Combine(root, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text + "\n");
    }
}
