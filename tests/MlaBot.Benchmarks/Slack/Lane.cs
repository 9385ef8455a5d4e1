using MlaBot.Benchmarks.Load;
using MlaBot.SlackServer.World;

namespace MlaBot.Benchmarks.Slack;

/// <summary>One bot's share of a part: how long its people waited, and what it cost.</summary>
/// <param name="contestant">The bot.</param>
/// <param name="act">What its person number n does.</param>
internal sealed class Lane(Contestant contestant, Func<int, Task<Act>> act)
{
    private double _cpu;
    private int _next;

    /// <summary>From the envelope to its acknowledgement.</summary>
    public Waits Acknowledged { get; } = new();

    /// <summary>From the envelope to the private answer; none for suggestions, whose answer is the acknowledgement.</summary>
    public Waits Answered { get; } = new();

    /// <summary>Processor seconds for 1,000 envelopes, with all that the bot did while it was its turn.</summary>
    public double CpuPerThousand => _cpu * 1000 / Acknowledged.Count;

    /// <summary>One round.</summary>
    /// <param name="count">Envelopes.</param>
    /// <param name="perSecond">0 for the next when the last is answered.</param>
    public async Task RunAsync(int count, int perSecond)
    {
        var before = contestant.Process.CpuSeconds;
        var first = _next;
        _next += count;
        if (perSecond > 0)
        {
            foreach (var done in await FixedRate.RunAsync(count, perSecond, each => act(first + each)))
            {
                Take(done);
            }
        }
        else
        {
            for (var each = 0; each < count; each++)
            {
                Take(await act(first + each));
            }
        }

        _cpu += contestant.Process.CpuSeconds - before;
    }

    private void Take(Act act)
    {
        if (act.IsTimedOut || (act.Kind is "block_suggestion" && act.Options.Count == 0))
        {
            throw new InvalidOperationException($"{contestant.Name} did not answer {act}.\n{contestant.Process.Said}");
        }

        Acknowledged.Add(act.AckAfter);
        if (act.AnsweredAfter.IsCompletedSuccessfully)
        {
            Answered.Add(act.AnsweredAfter.Result);
        }
    }
}
