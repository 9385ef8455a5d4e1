using MlaBot.Discord.Wire;

namespace MlaBot.Discord.Tests.Adapter;

/// <summary>Counts answers to interactions, and can make them hang. Nothing else is called.</summary>
internal sealed class CountingApi : UncalledApi
{
    private int _answers;
    private int _now;
    private int _most;

    /// <summary>Not null: answers wait for it.</summary>
    public TaskCompletionSource? Gate { get; set; }

    public int Answers => Volatile.Read(ref _answers);

    public int Now => Volatile.Read(ref _now);

    public int Most => Volatile.Read(ref _most);

    public override async Task AnswerAsync(string interactionId, string interactionToken, InteractionAnswer answer, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _answers);
        var now = Interlocked.Increment(ref _now);
        for (var most = _most; now > most; most = _most)
        {
            Interlocked.CompareExchange(ref _most, now, most);
        }

        await (Gate?.Task ?? Task.CompletedTask);
        Interlocked.Decrement(ref _now);
    }

    public override Task FollowUpAsync(string application, string interactionToken, MessagePayload message, CancellationToken cancellationToken) => Task.CompletedTask;

    public override Task EditOriginalAsync(string application, string interactionToken, MessagePayload message, CancellationToken cancellationToken) => Task.CompletedTask;
}
