using System.Buffers.Binary;
using System.Text;

namespace MountSim.Calibration.ContainerRuntimes;

/// <summary>What a program is linked to: its dynamic linker and its libraries by name (elf(5); 64 bits, little-endian, as all hosts of ours are).</summary>
/// <param name="Interpreter">The dynamic linker's path; null for a static program.</param>
/// <param name="Needed">Libraries, in the file's order.</param>
internal sealed record ElfFile(string? Interpreter, IReadOnlyList<string> Needed)
{
    private const int Load = 1, Dynamic = 2, InterpreterHeader = 3; // p_type
    private const int NeededTag = 1, StringsTag = 5; // d_tag
    private const int DynamicEntry = 16;

    /// <summary>Reads one.</summary>
    /// <exception cref="CalibrationException">It is no such file.</exception>
    internal static ElfFile Read(string path)
    {
        try
        {
            return Parse(File.ReadAllBytes(path)) ?? throw new CalibrationException($"{path} is not a 64-bit little-endian ELF file, which real starts run; allowed: the host's own 'true' as one");
        }
        catch (ArgumentException)
        {
            throw new CalibrationException($"{path}: its ELF headers point out of the file");
        }
    }

    private static ElfFile? Parse(ReadOnlySpan<byte> file)
    {
        const int HeaderSize = 64, Class64 = 2, LittleEndian = 1;
        if (file.Length < HeaderSize || !file.StartsWith("\u007fELF"u8) || file[4] != Class64 || file[5] != LittleEndian)
            return null;
        var table = (int)Long(file, 32);
        var (size, count) = (Short(file, 54), Short(file, 56));
        List<(int Type, long Offset, long Address, long Size)> headers = [];
        for (var i = 0; i < count; i++)
        {
            var header = file[(table + (i * size))..];
            headers.Add((BinaryPrimitives.ReadInt32LittleEndian(header), Long(header, 8), Long(header, 16), Long(header, 32)));
        }

        var interpreter = headers.Find(header => header.Type == InterpreterHeader);
        return new ElfFile(interpreter.Size > 0 ? Text(file, interpreter.Offset) : null, Libraries(file, headers));
    }

    private static List<string> Libraries(ReadOnlySpan<byte> file, List<(int Type, long Offset, long Address, long Size)> headers)
    {
        var section = headers.Find(header => header.Type == Dynamic);
        List<long> names = [];
        long strings = 0;
        for (var at = section.Offset; at + DynamicEntry <= section.Offset + section.Size; at += DynamicEntry)
        {
            var value = Long(file, (int)at + 8);
            switch (Long(file, (int)at))
            {
                case NeededTag: names.Add(value); break;
                case StringsTag: strings = value; break;
                default: break;
            }
        }

        // An address as the program sees it; the segment that holds it tells where that lies in the file.
        var segment = headers.Find(header => header.Type == Load && strings >= header.Address && strings < header.Address + header.Size);
        List<string> libraries = [];
        foreach (var name in names)
            libraries.Add(Text(file, strings - segment.Address + segment.Offset + name));
        return libraries;
    }

    private static string Text(ReadOnlySpan<byte> file, long offset)
    {
        var rest = file[(int)offset..];
        return Encoding.UTF8.GetString(rest[..Math.Max(0, rest.IndexOf((byte)0))]);
    }

    private static long Long(ReadOnlySpan<byte> bytes, int offset) => BinaryPrimitives.ReadInt64LittleEndian(bytes[offset..]);

    private static int Short(ReadOnlySpan<byte> bytes, int offset) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[offset..]);
}
