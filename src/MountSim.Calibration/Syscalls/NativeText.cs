using System.Runtime.CompilerServices;
using System.Text;

namespace MountSim.Calibration.Syscalls;

/// <summary>A string as the kernel wants it: UTF-8, ended by a zero, at an address that does not move.</summary>
internal sealed unsafe class NativeText
{
    private readonly byte[] _bytes;

    internal NativeText(string text)
    {
        Text = text;
        _bytes = GC.AllocateArray<byte>(Encoding.UTF8.GetByteCount(text) + 1, pinned: true);
        Encoding.UTF8.GetBytes(text, _bytes);
    }

    /// <summary>The string.</summary>
    internal string Text { get; }

    /// <summary>Its address, valid as long as this object is reachable.</summary>
    internal byte* Pointer => (byte*)Unsafe.AsPointer(ref _bytes[0]);

    /// <summary>The string as the call left it: mkdtemp writes into its argument.</summary>
    internal string Current => Encoding.UTF8.GetString(_bytes, 0, _bytes.Length - 1);

    /// <inheritdoc/>
    public override string ToString() => Text;
}
