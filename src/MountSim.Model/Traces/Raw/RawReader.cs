using System.Globalization;
using System.Text.RegularExpressions;

namespace MountSim.Model.Traces.Raw;

/// <summary>Reads what one boot of the lab's guest wrote: costs, sections, symbols, and ftrace's text.</summary>
internal static partial class RawReader
{
    private const NumberStyles Digits = NumberStyles.None;

    /// <summary>Reads a directory.</summary>
    /// <exception cref="ModelException">A file is missing or not as it should be, or events were lost.</exception>
    public static RawTrace Read(string directory)
    {
        var (release, cpus, costs) = ReadCosts(Path.Combine(directory, "costs"));
        return new RawTrace(
            release, cpus, costs, ReadSections(Path.Combine(directory, "sections")), ReadEvents(Path.Combine(directory, "trace"), costs), SymbolTable.Read(Path.Combine(directory, "symbols")));
    }

    private static (string Release, int Cpus, Dictionary<string, long> Costs) ReadCosts(string file)
    {
        var (release, cpus, costs) = ("", 0, new Dictionary<string, long>(StringComparer.Ordinal));
        var number = 0;
        foreach (var line in RawFile.Lines(file))
        {
            number++;
            switch (line.Split(' '))
            {
                case ["release", var name]: release = name; break;
                case ["cpus", var text] when int.TryParse(text, Digits, CultureInfo.InvariantCulture, out cpus): break;
                case ["function", var function, var text] when long.TryParse(text, Digits, CultureInfo.InvariantCulture, out var cost) && costs.TryAdd(function, cost): break;
                default: throw RawFile.Wrong(file, number, line, "release NAME, cpus N or, each function once, function NAME INSTRUCTIONS");
            }
        }

        return release.Length > 0 && cpus > 0 && costs.Count > 0 ? (release, cpus, costs) : throw new ModelException(file, "names no release, no CPUs or no function");
    }

    private static List<RawSection> ReadSections(string file)
    {
        var sections = new List<RawSection>();
        var number = 0;
        foreach (var line in RawFile.Lines(file))
        {
            number++;
            var match = Section().Match(line);
            if (!match.Success)
                throw RawFile.Wrong(file, number, line, "OPERATION PARAMETER,VALUE THREAD FROM TO");
            var value = match.Groups["value"].ValueSpan;
            sections.Add(new RawSection(
                match.Groups["operation"].Value, match.Groups["parameter"].Value, value.IsEmpty ? 0 : int.Parse(value, Digits, CultureInfo.InvariantCulture),
                int.Parse(match.Groups["task"].ValueSpan, Digits, CultureInfo.InvariantCulture), Long(match, "from"), Long(match, "to")));
        }

        return sections;
    }

    private static List<RawEvent> ReadEvents(string file, Dictionary<string, long> costs)
    {
        var events = new List<RawEvent>();
        var number = 0;
        foreach (var line in RawFile.Lines(file))
        {
            number++;
            if (line.Length == 0 || line[0] == '#')
            {
                if (Entries().Match(line) is { Success: true } entries && entries.Groups[1].Value != entries.Groups[2].Value)
                    throw RawFile.Wrong(file, number, line, "as many entries in the buffer as were written; enlarge buffer_size_kb in calibration/lab/guest/trace.c");
                continue;
            }

            if (line.StartsWith("CPU:", StringComparison.Ordinal))
                throw RawFile.Wrong(file, number, line, "no lost events; enlarge buffer_size_kb in calibration/lab/guest/trace.c");
            var match = Event().Match(line);
            if (!match.Success || !costs.ContainsKey(match.Groups["function"].Value))
                throw RawFile.Wrong(file, number, line, "ftrace's text of an event of the functions in 'costs'");
            var sequence = match.Groups["sequence"].ValueSpan;
            if (!sequence.IsEmpty && !uint.TryParse(sequence, Digits, CultureInfo.InvariantCulture, out _))
                throw RawFile.Wrong(file, number, line, "a sequence of 32 bits");
            events.Add(new RawEvent(
                int.Parse(match.Groups["task"].ValueSpan, Digits, CultureInfo.InvariantCulture), match.Groups["flags"].ValueSpan[2] is not '.', Long(match, "at"), match.Groups["function"].Value,
                ulong.Parse(match.Groups["lock"].ValueSpan, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture),
                sequence.IsEmpty ? null : uint.Parse(sequence, Digits, CultureInfo.InvariantCulture), RawFile.Place(file, number)));
        }

        // ftrace merges the CPUs' buffers by time; a child's and its parent's sections lie in one round.
        return events;
    }

    private static long Long(Match match, string group) => long.Parse(match.Groups[group].ValueSpan, Digits, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<operation>\w+) (?<parameter>\w*),(?<value>[0-9]{0,9}) (?<task>[0-9]{1,9}) (?<from>[0-9]{1,18}) (?<to>[0-9]{1,18})$")]
    private static partial Regex Section();

    [GeneratedRegex(@"^# entries-in-buffer/entries-written: ([0-9]+)/([0-9]+)")]
    private static partial Regex Entries();

    [GeneratedRegex(@"-(?<task>[0-9]{1,9})\s+\[[0-9]+\] (?<flags>\S{4,5})\s+(?<at>[0-9]{1,18}): (?<function>\w+): \(\S+\) lock=0x(?<lock>[0-9a-f]{1,16})(?: sequence=(?<sequence>[0-9]{1,10}))?$")]
    private static partial Regex Event();
}
