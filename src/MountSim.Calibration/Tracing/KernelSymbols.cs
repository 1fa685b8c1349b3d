using System.Globalization;

namespace MountSim.Calibration.Tracing;

/// <summary>The kernel's functions by address, as /proc/kallsyms lists them to root. Data symbols are not there on many kernels.</summary>
internal sealed class KernelSymbols
{
    // The image, text to bss, of a distribution's kernel is 30 to 60 MiB; modules and memory lie elsewhere (Documentation/arch/x86/x86_64/mm.rst).
    private const ulong ImageBytes = 64 << 20;
    private readonly ulong[] _addresses;
    private readonly string[] _names;
    private readonly ulong _text;

    private KernelSymbols(List<(ulong Address, string Name)> functions)
    {
        functions.Sort((a, b) => a.Address.CompareTo(b.Address));
        _addresses = [.. functions.Select(f => f.Address)];
        _names = [.. functions.Select(f => f.Name)];
        _text = functions.FirstOrDefault(f => f.Name is "_text" or "_stext").Address;
    }

    /// <summary>Reads /proc/kallsyms.</summary>
    internal static KernelSymbols Read()
    {
        using var reader = new StreamReader("/proc/kallsyms");
        return Parse(reader);
    }

    /// <summary>Reads lines of <c>address type name</c>.</summary>
    internal static KernelSymbols Parse(TextReader lines)
    {
        var functions = new List<(ulong, string)>();
        while (lines.ReadLine() is { } line)
        {
            var parts = line.Split([' ', '\t'], 4);
            if (parts.Length >= 3 && parts[1] is "t" or "T" or "w" or "W")
                functions.Add((ulong.Parse(parts[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture), parts[2]));
        }

        return new KernelSymbols(functions);
    }

    /// <summary>True when the addresses are real; a kernel that restricts them shows zeros.</summary>
    internal bool Readable => _addresses.Length > 0 && _addresses[^1] != 0;

    /// <summary>True for an address within the kernel's image: a global, one of a kind. Others are objects.</summary>
    internal bool IsGlobal(ulong address) => address >= _text && address - _text < ImageBytes;

    /// <summary>An address within the image, from its beginning: the same in every boot of one kernel.</summary>
    internal ulong Offset(ulong address) => address - _text;

    /// <summary>The function that an address lies in, without the compiler's suffixes (<c>.part.0</c>); null when there is none.</summary>
    internal string? Function(ulong address)
    {
        var at = Array.BinarySearch(_addresses, address);
        var index = at >= 0 ? at : ~at - 1;
        return index >= 0 ? _names[index].Split('.')[0] : null;
    }
}
