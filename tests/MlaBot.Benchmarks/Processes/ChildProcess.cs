using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace MlaBot.Benchmarks.Processes;

/// <summary>A program that the benchmark started, with what it costs. It never outlives the benchmark.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    // Ticks of /proc/PID/stat: USER_HZ is 100 on every Linux that .NET runs on (man 5 proc).
    private const double TicksPerSecond = 100;

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly StringBuilder _said = new();
    private readonly Lock _gate = new();
    private readonly List<(string Text, TaskCompletionSource Heard)> _awaited = [];

    private ChildProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>All that it said on both streams.</summary>
    public string Said
    {
        get
        {
            lock (_gate)
            {
                return _said.ToString();
            }
        }
    }

    /// <summary>Processor seconds so far, in user and kernel mode, of all threads.</summary>
    public double CpuSeconds
    {
        get
        {
            var stat = File.ReadAllText($"/proc/{_process.Id}/stat");
            // The name before the last bracket may hold blanks; utime and stime are fields 14 and 15.
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return (Number(fields[11]) + Number(fields[12])) / TicksPerSecond;
        }
    }

    /// <summary>Resident memory in MiB.</summary>
    public double ResidentMebibytes
    {
        get
        {
            var line = File.ReadLines($"/proc/{_process.Id}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
            return Number(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]) / 1024;
        }
    }

    public static ChildProcess Start(ProcessStartInfo start)
    {
        start.UseShellExecute = false;
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        return new ChildProcess(Process.Start(start)!);
    }

    /// <summary>Waits until it says something.</summary>
    public async Task SaysAsync(string text)
    {
        TaskCompletionSource heard;
        lock (_gate)
        {
            heard = new(TaskCreationOptions.RunContinuationsAsynchronously);
            if (_said.ToString().Contains(text, StringComparison.Ordinal))
            {
                return;
            }

            _awaited.Add((text, heard));
        }

        var first = await Task.WhenAny(heard.Task, _process.WaitForExitAsync(), Task.Delay(Longest, TimeProvider.System));
        if (first != heard.Task)
        {
            throw new InvalidOperationException($"It never said \"{text}\" but:\n{Said}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static double Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    private void Hear(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_gate)
        {
            _said.AppendLine(line);
            foreach (var (_, heard) in _awaited.Where(each => line.Contains(each.Text, StringComparison.Ordinal)))
            {
                heard.TrySetResult();
            }
        }
    }
}
