using System.Runtime.InteropServices;
using MountSim.Calibration.Syscalls;

namespace MountSim.Calibration.ContainerRuntimes;

/// <summary>
/// Root file systems with one program of the host's and the libraries that it is linked to. The files are copied once and linked into each, as images share them;
/// the directories are each one's own.
/// </summary>
internal sealed class RootFileSystem
{
    private readonly string _copies;
    private readonly IReadOnlyList<string> _files;

    /// <summary>Copies the files.</summary>
    /// <param name="copies">The folder that they are copied to, on the file system of the roots.</param>
    /// <param name="program">The program's name; it will lie in /bin.</param>
    /// <exception cref="CalibrationException">The program or a library is not found.</exception>
    internal RootFileSystem(string copies, string program)
    {
        const string Usual = "/usr/bin:/bin";
        var path = InstalledRuntime.Locate(program, Usual)
            ?? throw new CalibrationException($"no '{program}' in {Usual}, which a container of the burst runs");
        var inRoot = $"/bin/{program}";
        _copies = copies;
        _files = [inRoot, .. Linked(path)];
        foreach (var file in _files)
        {
            MakeFolder(_copies + file);
            File.Copy(file == inRoot ? path : file, _copies + file);
        }
    }

    /// <summary>Makes a root file system.</summary>
    internal void Make(string root)
    {
        foreach (var file in _files)
        {
            MakeFolder(root + file);
            Directories.Link(_copies + file, root + file);
        }
    }

    // The dynamic linker and all libraries; none for a static program.
    private static List<string> Linked(string path)
    {
        var elf = ElfFile.Read(path);
        if (elf.Interpreter is not { } interpreter)
            return [];
        List<string> files = [interpreter];
        var wanted = new Queue<string>(elf.Needed);
        var known = new HashSet<string>(StringComparer.Ordinal) { Path.GetFileName(interpreter) };
        while (wanted.TryDequeue(out var name))
        {
            if (!known.Add(name))
                continue;
            var library = Folders(interpreter).Select(folder => $"{folder}/{name}").FirstOrDefault(File.Exists)
                ?? throw new CalibrationException($"{path} is linked to {name}, which is in none of {string.Join(", ", Folders(interpreter))}");
            files.Add(library);
            foreach (var further in ElfFile.Read(library).Needed)
                wanted.Enqueue(further);
        }

        return files;
    }

    // Where a dynamic linker without a cache looks: ld.so(8), with Debian's folders of one architecture.
    private static IEnumerable<string> Folders(string interpreter)
    {
        var architecture = $"{(RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "aarch64" : "x86_64")}-linux-gnu";
        return [$"/lib/{architecture}", $"/usr/lib/{architecture}", "/lib64", "/usr/lib64", "/lib", "/usr/lib", Path.GetDirectoryName(interpreter)!];
    }

    private static void MakeFolder(string file) => Directory.CreateDirectory(Path.GetDirectoryName(file)!);
}
