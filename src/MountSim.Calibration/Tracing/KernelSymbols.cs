using System.Globalization;

namespace MountSim.Calibration.Tracing;

/// <summary>The kernel's functions, and on some kernels its variables, by address, as /proc/kallsyms lists them to root.</summary>
internal sealed class KernelSymbols
{
    // The image, text to bss, of a distribution's kernel is 30 to 60 MiB; modules and memory lie elsewhere (Documentation/arch/x86/x86_64/mm.rst).
    private const ulong ImageBytes = 64 << 20;
    private static readonly Lazy<KernelSymbols> Read = new(() =>
    {
        using var reader = new StreamReader("/proc/kallsyms");
        return Parse(reader);
    });

    private readonly ulong[] _addresses;
    private readonly string[] _names;
    private readonly ulong[] _dataAddresses;
    private readonly string[] _dataNames;
    private readonly ulong _text;

    private KernelSymbols(List<(ulong Address, string Name)> functions, List<(ulong Address, string Name)> data)
    {
        (_addresses, _names) = Sorted(functions);
        (_dataAddresses, _dataNames) = Sorted(data);
        _text = functions.FirstOrDefault(f => f.Name is "_text" or "_stext").Address;
    }

    /// <summary>The running kernel's, read once.</summary>
    internal static KernelSymbols Running => Read.Value;

    /// <summary>Reads lines of <c>address type name</c>.</summary>
    internal static KernelSymbols Parse(TextReader lines)
    {
        var functions = new List<(ulong, string)>();
        var data = new List<(ulong, string)>();
        while (lines.ReadLine() is { } line)
        {
            var parts = line.Split([' ', '\t'], 4);
            if (parts.Length != 3)
                continue; // a module's
            var symbol = (ulong.Parse(parts[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture), parts[2]);
            if (parts[1] is "t" or "T" or "w" or "W")
                functions.Add(symbol);
            else if (parts[1] is "d" or "D" or "b" or "B")
                data.Add(symbol);
        }

        return new KernelSymbols(functions, data);
    }

    /// <summary>True when the addresses are real; a kernel that restricts them shows zeros.</summary>
    internal bool Readable => _addresses.Length > 0 && _addresses[^1] != 0;

    /// <summary>True when the kernel has a function of that name.</summary>
    internal bool Has(string function) => _names.Contains(function, StringComparer.Ordinal);

    /// <summary>True for an address within the kernel's image: a global, one of a kind. Others are objects.</summary>
    internal bool IsGlobal(ulong address) => address >= _text && address - _text < ImageBytes;

    /// <summary>An address within the image, from its beginning: the same in every boot of one kernel.</summary>
    internal ulong Offset(ulong address) => address - _text;

    /// <summary>True where data symbols are shown too (CONFIG_KALLSYMS_ALL).</summary>
    internal bool HasData => _dataAddresses.Length > 0;

    /// <summary>The function that an address lies in, without the compiler's suffixes (<c>.part.0</c>); null when there is none.</summary>
    internal string? Function(ulong address) => Floor(_addresses, _names, address)?.Split('.')[0];

    /// <summary>The variable that an address lies in: a lock within a structure has the structure's name; null when there is none.</summary>
    internal string? Variable(ulong address) => IsGlobal(address) ? Floor(_dataAddresses, _dataNames, address) : null;

    private static (ulong[] Addresses, string[] Names) Sorted(List<(ulong Address, string Name)> symbols)
    {
        symbols.Sort((a, b) => a.Address.CompareTo(b.Address));
        return ([.. symbols.Select(s => s.Address)], [.. symbols.Select(s => s.Name)]);
    }

    private static string? Floor(ulong[] addresses, string[] names, ulong address)
    {
        var at = Array.BinarySearch(addresses, address);
        var index = at >= 0 ? at : ~at - 1;
        return index >= 0 ? names[index] : null;
    }
}
