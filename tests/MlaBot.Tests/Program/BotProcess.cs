using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace MlaBot.Tests.Program;

/// <summary>The real program with pipes on its three streams. Never outlives its test.</summary>
internal sealed partial class BotProcess : IAsyncDisposable
{
    // Far more than any step takes, also on a machine that does much else.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(90);

    private readonly Process _process;
    private readonly GrowingText _output = new();
    private readonly GrowingText _errors = new();
    private readonly Task _reading;

    private BotProcess(Process process)
    {
        _process = process;
        _reading = Task.WhenAll(_output.ReadAsync(process.StandardOutput), _errors.ReadAsync(process.StandardError));
    }

    /// <summary>Standard output so far.</summary>
    public string Output => _output.ToString();

    /// <summary>Standard error so far.</summary>
    public string Errors => _errors.ToString();

    /// <summary>The memory that the program holds now, in MB.</summary>
    public double Megabytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / (1024.0 * 1024);
        }
    }

    /// <summary>Starts <c>dotnet mlabot.dll</c> with settings from the environment alone.</summary>
    /// <param name="folder">The working folder.</param>
    /// <param name="settings">Environment variables, such as <c>Content__Path</c>.</param>
    /// <param name="arguments">Verb and options.</param>
    public static BotProcess Start(string folder, IReadOnlyDictionary<string, string> settings, params IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "mlabot.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        // The settings of whoever runs the tests are not those of the bot.
        foreach (var name in start.Environment.Keys.Where(name => name.Contains("__", StringComparison.Ordinal)).ToArray())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        start.Environment["TZ"] = "UTC";
        return new BotProcess(Process.Start(start)!);
    }

    /// <summary>Waits until the bot says that it is ready for lines.</summary>
    public Task ReadyAsync() => WaitForErrorAsync("mlabot ready");

    /// <summary>Waits until standard error holds a text.</summary>
    public async Task WaitForErrorAsync(string text)
    {
        using var limit = Limit();
        await WaitAsync(_errors, 0, all => all.Contains(text, StringComparison.Ordinal) ? text : null, $"\"{text}\" on standard error", limit);
    }

    /// <summary>Types a line and waits until it is carried out.</summary>
    /// <returns>All that was printed meanwhile, in one line: every run of white space is one space.</returns>
    public async Task<string> SayAsync(string line)
    {
        using var limit = Limit();
        var from = _output.Length;
        // Lines are carried out one by one, so the answer to the second one ends that to the first.
        await SendAsync($"{line}\n/time\n", limit.Token);
        var printed = await WaitAsync(_output, from, UpToClock, $"the reply to \"{line}\"", limit);
        return Space().Replace(printed, " ");
    }

    /// <summary>Types as another person of the group.</summary>
    public async Task<string> SayAsync(string person, string line)
    {
        await SayAsync($"/as {person}");
        return await SayAsync(line);
    }

    /// <summary>Types lines without waiting for anything.</summary>
    /// <exception cref="IOException">The program has ended.</exception>
    public async Task SendAsync(string lines, CancellationToken cancellationToken)
    {
        await _process.StandardInput.WriteAsync(lines.AsMemory(), cancellationToken);
        await _process.StandardInput.FlushAsync(cancellationToken);
    }

    /// <summary>Ends the input, as a pipe does, and waits for the program's own end.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> EndAsync()
    {
        using var limit = Limit();
        _process.StandardInput.Close();
        return await ExitAsync(limit);
    }

    /// <summary>Waits for the program's own end, of which nobody asked it.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> ExitAsync()
    {
        using var limit = Limit();
        return await ExitAsync(limit);
    }

    /// <summary>Asks the program to end by SIGTERM, as a container does, and waits for its own end.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> TerminateAsync()
    {
        using var limit = Limit();
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        return await ExitAsync(limit);
    }

    /// <summary>Kills the program like a power cut: SIGKILL, no clean-up. Does nothing when it has ended.</summary>
    public async Task KillAsync()
    {
        using var limit = Limit();
        _process.Kill(entireProcessTree: true);
        await ExitAsync(limit);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
    }

    private async Task<int> ExitAsync(CancellationTokenSource limit)
    {
        try
        {
            await _process.WaitForExitAsync(limit.Token);
            await _reading.WaitAsync(limit.Token);
            return _process.ExitCode;
        }
        catch (OperationCanceledException)
        {
            throw Missing("the end of the program");
        }
    }

    private async Task<string> WaitAsync(GrowingText text, int from, Func<string, string?> find, string what, CancellationTokenSource limit)
    {
        try
        {
            return await text.WaitAsync(from, find, limit.Token) ?? throw Missing(what);
        }
        catch (OperationCanceledException)
        {
            throw Missing(what);
        }
    }

    private InvalidOperationException Missing(string what) =>
        new($"The bot never gave {what}.\n== output\n{Output}\n== errors\n{Errors}");

    private static string? UpToClock(string text) => Clock().Match(text) is { Success: true } clock ? text[..clock.Index] : null;

    private static CancellationTokenSource Limit()
    {
        var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Longest);
        return limit;
    }

    // A post or a reveal may come between the line and its reply.
    [GeneratedRegex(@"^\S+> /time\n(?:[^\n]*\n)*?\* It is [^\n]*\n", RegexOptions.Multiline, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Clock();

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Space();
}
