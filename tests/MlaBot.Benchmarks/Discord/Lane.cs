using System.Diagnostics;
using MlaBot.DiscordServer.World;

namespace MlaBot.Benchmarks.Discord;

/// <summary>One bot's share of a part: how long its people waited, and what it cost.</summary>
/// <param name="contestant">The bot.</param>
/// <param name="act">What person number n does.</param>
internal sealed class Lane(Contestant contestant, Func<User, int, Task<FirstResponse>> act)
{
    private readonly double _cpu = contestant.Process.CpuSeconds;
    private int _next;

    /// <summary>From the event to the callback, in ms, in the order of the presses.</summary>
    public List<double> Waits { get; } = [];

    public double Median => At(0.5);

    public double P99 => At(0.99);

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
        // A thread of its own sleeps to the next press: a timer of the pool would be late whenever the server is busy.
        var sending = Task.Factory.StartNew(() => Send(people, first, count, perSecond), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        foreach (var response in await Task.WhenAll(await sending))
        {
            Take(response);
        }
    }

    private Task<FirstResponse>[] Send(User[] people, int first, int count, int perSecond)
    {
        var began = Stopwatch.GetTimestamp();
        var sent = new Task<FirstResponse>[count];
        for (var each = 0; each < count; each++)
        {
            var ahead = TimeSpan.FromSeconds((double)each / perSecond) - Stopwatch.GetElapsedTime(began);
            if (ahead > TimeSpan.Zero)
            {
                Thread.Sleep(ahead);
            }

            sent[each] = act(people[first + each], first + each);
        }

        return sent;
    }

    private void Take(FirstResponse response)
    {
        if (response.Type is not (4 or 8))
        {
            throw new InvalidOperationException($"The answer came as type {response.Type}: {response.Text}\n{contestant.Process.Said}");
        }

        Waits.Add(response.Delay.TotalMilliseconds);
    }

    private double At(double share) => Waits.Order().ElementAt((int)(Waits.Count * share));
}
