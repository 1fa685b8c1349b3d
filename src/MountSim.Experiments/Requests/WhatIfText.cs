using MountSim.Model.Simulation;

namespace MountSim.Experiments.Requests;

/// <summary>LOCK=xFACTOR or LOCK=PERCENT: <c>namespace_sem=x0.5</c>.</summary>
public sealed class WhatIfText : ValueKind<WhatIf>
{
    private const double Most = 1000;

    /// <inheritdoc/>
    public override string HelpName => "NAME=xFACTOR";

    /// <inheritdoc/>
    protected override string Allowed => "NAME=xFACTOR with a factor from 0 to 1000, such as namespace_sem=x0.5, or NAME=PERCENT, such as transfer=80%";

    /// <inheritdoc/>
    public override bool TryRead(string text, out WhatIf value)
    {
        value = default;
        var at = text.IndexOf('=', StringComparison.Ordinal);
        if (at <= 0 || at == text.Length - 1) return false;
        var factor = text[(at + 1)..];
        if (!(factor[0] == 'x' && Numbers.TryReal(factor[1..], out var number)))
        {
            if (!factor.EndsWith('%') || !Numbers.TryReal(factor[..^1], out number)) return false;
            number /= 100;
        }

        value = new WhatIf(text[..at], number + 0.0);
        return number is >= 0 and <= Most;
    }

    /// <inheritdoc/>
    public override string Text(WhatIf value) => $"{value.Target}=x{Numbers.Text(value.Factor)}";
}
