using System.Diagnostics;

namespace MlaBot.Benchmarks.Load;

/// <summary>So many acts a second, whether the last ones are answered or not.</summary>
internal static class FixedRate
{
    /// <summary>Begins all acts in time and waits for all.</summary>
    /// <param name="count">How many.</param>
    /// <param name="perSecond">Above zero.</param>
    /// <param name="act">Act number n, from 0.</param>
    public static async Task<T[]> RunAsync<T>(int count, int perSecond, Func<int, Task<T>> act)
    {
        // A thread of its own sleeps to the next act: a timer of the pool would be late whenever the server is busy.
        var sending = Task.Factory.StartNew(() => Send(count, perSecond, act), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        return await Task.WhenAll(await sending);
    }

    private static Task<T>[] Send<T>(int count, int perSecond, Func<int, Task<T>> act)
    {
        var began = Stopwatch.GetTimestamp();
        var sent = new Task<T>[count];
        for (var each = 0; each < count; each++)
        {
            var ahead = TimeSpan.FromSeconds((double)each / perSecond) - Stopwatch.GetElapsedTime(began);
            if (ahead > TimeSpan.Zero)
            {
                Thread.Sleep(ahead);
            }

            sent[each] = act(each);
        }

        return sent;
    }
}
