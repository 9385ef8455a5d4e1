using System.Diagnostics;
using System.Globalization;

namespace MlaBot.Benchmarks.Processes;

/// <summary>How much of the machine others used while something was measured.</summary>
internal sealed class MachineLoad
{
    /// <summary>Processors' worth of other programs above which figures say nothing.</summary>
    public const double MostOfOthers = 0.15;

    private readonly ChildProcess[] _measured;
    private readonly long _began = Stopwatch.GetTimestamp();
    private readonly double _busy = Busy();
    private readonly double _own;

    private MachineLoad(ChildProcess[] measured)
    {
        _measured = measured;
        _own = Own();
    }

    /// <summary>Starts to watch.</summary>
    /// <param name="measured">What is measured; with this process itself, all that should run.</param>
    public static MachineLoad Watch(params ChildProcess[] measured) => new(measured);

    /// <summary>The load average of the last minute.</summary>
    public static string Average => File.ReadAllText("/proc/loadavg").Split(' ')[0];

    /// <summary>Processors that other programs kept busy since the start.</summary>
    public double Others() => Math.Max(0, (Busy() - _busy - (Own() - _own)) / Stopwatch.GetElapsedTime(_began).TotalSeconds);

    private double Own()
    {
        using var self = Process.GetCurrentProcess();
        return self.TotalProcessorTime.TotalSeconds + _measured.Sum(each => each.CpuSeconds);
    }

    // The first line of /proc/stat: user, nice, system, idle, iowait, irq, softirq, steal (man 5 proc).
    private static double Busy()
    {
        var fields = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..9]
            .Select(field => long.Parse(field, CultureInfo.InvariantCulture)).ToArray();
        return (fields.Sum() - fields[3] - fields[4]) / 100.0;
    }
}
