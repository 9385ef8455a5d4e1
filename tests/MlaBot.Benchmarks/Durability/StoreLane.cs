using System.Diagnostics;
using MlaBot.Core.Daily;

namespace MlaBot.Benchmarks.Durability;

/// <summary>Callers that answer through the store, each after its last answer was durable.</summary>
internal sealed class StoreLane : IAsyncDisposable
{
    private readonly AnswerFolder _folder;
    private readonly int _callers;
    private int _next;

    private StoreLane(AnswerFolder folder, int callers)
    {
        _folder = folder;
        _callers = callers;
    }

    /// <summary>How long callers waited, for all slices.</summary>
    public List<TimeSpan> Waits { get; } = [];

    public static async Task<StoreLane> OpenAsync(int callers, bool isSlow)
    {
        var folder = await AnswerFolder.OpenAsync();
        if (isSlow)
        {
            await folder.Database.Writer.WriteAsync(
                session =>
                {
                    CommitDelay.Add(session.Sql.Connection);
                    return 0;
                },
                default);
        }

        return new StoreLane(folder, callers);
    }

    /// <summary>Answers for a while and gives the answers a second.</summary>
    public async Task<double> RunAsync(TimeSpan length)
    {
        var watch = Stopwatch.StartNew();
        var waits = await Task.WhenAll(Enumerable.Range(0, _callers).Select(_ => Task.Run(() => CallAsync(watch, length))));
        var seconds = watch.Elapsed.TotalSeconds;
        Waits.AddRange(waits.SelectMany(each => each));
        return waits.Sum(each => each.Count) / seconds;
    }

    public ValueTask DisposeAsync() => _folder.DisposeAsync();

    private async Task<List<TimeSpan>> CallAsync(Stopwatch watch, TimeSpan length)
    {
        var store = _folder.Store;
        var waits = new List<TimeSpan>();
        while (watch.Elapsed < length)
        {
            var answer = AnswerFolder.Answer(Interlocked.Increment(ref _next));
            var began = Stopwatch.GetTimestamp();
            var stored = await store.RecordAsync(answer, default);
            waits.Add(Stopwatch.GetElapsedTime(began));
            if (stored.Fate != AnswerFate.Recorded)
            {
                throw new InvalidOperationException($"An answer met the fate {stored.Fate}.");
            }
        }

        return waits;
    }
}
