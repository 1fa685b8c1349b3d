using System.Globalization;

namespace MountSim.Model.Traces.Raw;

/// <summary>Names of the kernel's global data, from the guest's /proc/kallsyms.</summary>
internal sealed class SymbolTable
{
    /// <summary>Where the kernel's own image begins on x86-64; below it lie per-CPU offsets and allocated memory (Documentation/arch/x86/x86_64/mm.rst).</summary>
    private const ulong KernelImage = 0xffffffff80000000;

    /// <summary>Without these the file is not all of the kernel's data, and the nearest symbol would be a wrong name.</summary>
    private static readonly string[] Needed = ["mount_lock", "namespace_sem"];

    private readonly ulong[] addresses;
    private readonly string[] names;

    private SymbolTable(IReadOnlyList<(ulong Address, string Name)> symbols)
    {
        // Several names of one address: the first in kallsyms' own order.
        var sorted = symbols.DistinctBy(symbol => symbol.Address).OrderBy(symbol => symbol.Address).ToList();
        addresses = [.. sorted.Select(symbol => symbol.Address)];
        names = [.. sorted.Select(symbol => symbol.Name)];
    }

    /// <summary>The global object in which an address lies; null for allocated memory.</summary>
    public string? NameOf(ulong address)
    {
        var at = Array.BinarySearch(addresses, address);
        if (at < 0)
            at = ~at - 1;
        // Past the last symbol lies no global that we could name.
        return at < 0 || (at == addresses.Length - 1 && addresses[at] != address) ? null : names[at];
    }

    /// <summary>Reads lines of kallsyms.</summary>
    /// <exception cref="ModelException">A line is none of kallsyms, or addresses are hidden.</exception>
    public static SymbolTable Read(string file)
    {
        var symbols = new List<(ulong, string)>();
        var number = 0;
        foreach (var line in RawFile.Lines(file))
        {
            number++;
            var cells = line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
            if (cells.Length < 3 || !ulong.TryParse(cells[0], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var address))
                throw RawFile.Wrong(file, number, line, "lines of /proc/kallsyms");
            if (address >= KernelImage)
                symbols.Add((address, cells[2]));
        }

        var table = new SymbolTable(symbols);
        return Needed.Except(table.names).FirstOrDefault() is { } missing
            ? throw new ModelException(file, $"no address of '{missing}'; allowed: the kernel's data as root finds it in /proc/kallsyms")
            : table;
    }
}
