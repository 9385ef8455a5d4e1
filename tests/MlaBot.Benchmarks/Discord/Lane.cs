using MlaBot.Benchmarks.Load;
using MlaBot.DiscordServer.World;

namespace MlaBot.Benchmarks.Discord;

/// <summary>One bot's share of a part: how long its people waited, and what it cost.</summary>
/// <param name="contestant">The bot.</param>
/// <param name="act">What person number n does.</param>
internal sealed class Lane(Contestant contestant, Func<User, int, Task<FirstResponse>> act)
{
    private readonly double _cpu = contestant.Process.CpuSeconds;
    private int _next;

    /// <summary>From the event to the callback.</summary>
    public Waits Waits { get; } = new();

    /// <summary>Processor seconds for 1,000 interactions, with all that the bot did meanwhile.</summary>
    public double CpuPerThousand() => (contestant.Process.CpuSeconds - _cpu) * 1000 / Waits.Count;

    /// <summary>One after another: the next comes when the last is answered.</summary>
    public async Task OneByOneAsync(User[] people, int count)
    {
        for (var each = 0; each < count; each++, _next++)
        {
            Take(await act(people[_next], _next));
        }
    }

    /// <summary>So many a second, answered or not.</summary>
    public async Task AtRateAsync(User[] people, int count, int perSecond)
    {
        var first = _next;
        _next += count;
        foreach (var response in await FixedRate.RunAsync(count, perSecond, each => act(people[first + each], first + each)))
        {
            Take(response);
        }
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
