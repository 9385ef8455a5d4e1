using MlaBot.Benchmarks.Load;
using MlaBot.DiscordServer.World;

namespace MlaBot.Benchmarks.Discord;

/// <summary>One bot's share of a part: how long its people waited, and what it cost.</summary>
/// <param name="contestant">The bot.</param>
/// <param name="act">What person number n does.</param>
internal sealed class Lane(Contestant contestant, Func<User, int, Task<FirstResponse>> act)
{
    private double _cpu;
    private int _next;

    /// <summary>From the event to the callback.</summary>
    public Waits Waits { get; } = new();

    /// <summary>Processor seconds for 1,000 interactions, with all that the bot did while it was its turn.</summary>
    public double CpuPerThousand => _cpu * 1000 / Waits.Count;

    /// <summary>One round.</summary>
    /// <param name="people">Who acts; person number n does so once.</param>
    /// <param name="count">Interactions.</param>
    /// <param name="perSecond">0 for the next when the last is answered.</param>
    public async Task RunAsync(User[] people, int count, int perSecond)
    {
        var before = contestant.Process.CpuSeconds;
        var first = _next;
        _next += count;
        if (perSecond > 0)
        {
            foreach (var response in await FixedRate.RunAsync(count, perSecond, each => act(people[first + each], first + each)))
            {
                Take(response);
            }
        }
        else
        {
            for (var each = first; each < _next; each++)
            {
                Take(await act(people[each], each));
            }
        }

        _cpu += contestant.Process.CpuSeconds - before;
    }

    private void Take(FirstResponse response)
    {
        if (response.Type is not (4 or 8))
        {
            throw new InvalidOperationException($"The answer came as type {response.Type}: {response.Text}\n{contestant.Process.Said}");
        }

        Waits.Add(response.Delay);
    }
}
