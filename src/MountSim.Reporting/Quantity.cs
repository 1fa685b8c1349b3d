using System.Globalization;

namespace MountSim.Reporting;

/// <summary>Numbers for people: three significant digits and the unit that keeps them short.</summary>
public static class Quantity
{
    private const double MsInSecond = 1e3, UsInMs = 1e3, NsInMs = 1e6;
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    /// <summary>A duration given in milliseconds, in ns, us, ms or s.</summary>
    public static string Ms(double ms)
    {
        var (scale, unit) = Math.Abs(ms) switch
        {
            0 or double.NaN => (1.0, "ms"),
            >= 999.5 => (1 / MsInSecond, "s"),
            >= 0.9995 => (1.0, "ms"),
            >= 0.0009995 => (UsInMs, "us"),
            _ => (NsInMs, "ns"),
        };
        return $"{Number(ms * scale)} {unit}";
    }

    /// <summary>A duration given in microseconds.</summary>
    public static string Us(double us) => Ms(us / UsInMs);

    /// <summary>An interval, low to high, each in its own unit.</summary>
    public static string MsInterval(double low, double high) => $"{Ms(low)} to {Ms(high)}";

    /// <summary>A share of one as a percentage with one decimal.</summary>
    public static string Percent(double share) => share switch
    {
        double.NaN => "-",
        > 0 and < 0.0005 => "<0.1 %",
        0 or >= 0.9995 => (share * 100).ToString("0", Culture) + " %",
        _ => (share * 100).ToString("0.0", Culture) + " %",
    };

    /// <summary>A count, with a comma a thousand; a mean of counts keeps three digits.</summary>
    public static string Count(double count) => Math.Floor(count).Equals(count) ? count.ToString("#,0", Culture) : Number(count);

    /// <summary>A count where room is short: 1.50M.</summary>
    public static string ShortCount(double count) => Math.Abs(count) switch
    {
        >= 999.5e6 => Number(count / 1e9) + "G",
        >= 999.5e3 => Number(count / 1e6) + "M",
        >= 99_950 => Number(count / 1e3) + "k",
        _ => Count(count),
    };

    /// <summary>Five significant digits, for what is compared; no exponent, no trailing zeros.</summary>
    public static string Digits(double number)
    {
        if (!double.IsFinite(number)) return "-";
        var format = Math.Abs(number) switch
        {
            >= 9_999.5 or 0 => "#,0",
            >= 999.95 => "#,0.#",
            >= 99.995 => "0.##",
            >= 9.9995 => "0.###",
            >= 0.99995 => "0.####",
            _ => "0.######",
        };
        return number.ToString(format, Culture);
    }

    /// <summary>Three significant digits at least, no exponent; a dash for what is not a number.</summary>
    public static string Number(double number)
    {
        if (!double.IsFinite(number)) return "-";
        var format = Math.Abs(number) switch
        {
            >= 99.95 => "#,0",
            >= 9.995 => "0.0",
            >= 0.9995 => "0.00",
            0 => "0",
            >= 0.0005 => "0.000",
            _ => "0.0e-0",
        };
        return number.ToString(format, Culture);
    }
}
