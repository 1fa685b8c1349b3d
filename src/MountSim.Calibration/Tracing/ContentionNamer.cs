using System.Globalization;

namespace MountSim.Calibration.Tracing;

/// <summary>Names the locks of a trace. A global lock has one address: one waiter whose function is known names it for all.</summary>
internal sealed class ContentionNamer
{
    private readonly KernelSymbols _symbols;
    private readonly StackStore _stacks;
    private readonly Dictionary<int, IReadOnlyList<string>> _functions = [];
    private readonly Dictionary<ulong, string> _globals;

    internal ContentionNamer(KernelSymbols symbols, StackStore stacks, IReadOnlyDictionary<ulong, string> known, IEnumerable<ContentionWait> waits)
    {
        _symbols = symbols;
        _stacks = stacks;
        _globals = new Dictionary<ulong, string>(known);
        foreach (var votes in waits.Where(w => w.Stack != StackStore.None && symbols.IsGlobal(w.Lock)).GroupBy(w => w.Lock))
        {
            var named = votes.Select(ByRule).OfType<string>().GroupBy(n => n).MaxBy(g => g.Count());
            if (named is not null)
                _globals[votes.Key] = named.Key;
        }
    }

    /// <summary>Global locks by address.</summary>
    internal IReadOnlyDictionary<ulong, string> Globals => _globals;

    /// <summary>The lock's name, and whether it is more than the place where it is waited for.</summary>
    internal (string Name, bool Named) Name(ContentionWait wait)
    {
        if (_globals.TryGetValue(wait.Lock, out var global))
            return (global, true);
        if (ByRule(wait) is { } name)
            return (name, true);
        if (Waiter(wait) is { } waiter)
            return ("? in " + waiter, false);
        return (_symbols.IsGlobal(wait.Lock) ? string.Create(CultureInfo.InvariantCulture, $"? {wait.Kind} at _text+0x{_symbols.Offset(wait.Lock):x}") : "? " + wait.Kind, false);
    }

    /// <summary>The function that waited; null without a stack.</summary>
    internal string? Waiter(ContentionWait wait) => wait.Stack == StackStore.None ? null : CallSites.Waiter(Functions(wait.Stack));

    private string? ByRule(ContentionWait wait) =>
        wait.Stack == StackStore.None ? null : CallSites.Default.Lock(wait.Kind, _symbols.IsGlobal(wait.Lock), Functions(wait.Stack));

    private IReadOnlyList<string> Functions(int stack)
    {
        if (!_functions.TryGetValue(stack, out var functions))
            _functions[stack] = functions = [.. _stacks[stack].Select(_symbols.Function).OfType<string>()];
        return functions;
    }
}
