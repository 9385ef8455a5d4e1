using MlaBot.DiscordServer;
using MlaBot.DiscordServer.World;

namespace MlaBot.Benchmarks.Pacing;

/// <summary>Watches a bot post what is due everywhere, while people press what is there already.</summary>
internal sealed class BusyMorning(DiscordTestServer server, BusyDiscord discord)
{
    private static readonly TimeSpan BetweenPresses = TimeSpan.FromMilliseconds(100);

    private readonly List<FirstResponse> _answers = [];

    /// <summary>The first answers to the presses, in their order.</summary>
    public IReadOnlyList<FirstResponse> Answers => _answers;

    /// <summary>Questions that everybody should have.</summary>
    public int Expected => discord.Channels.Count * BusyDiscord.Schedules;

    /// <summary>Waits until every question is posted, pressing ten times a second.</summary>
    /// <param name="limit">The longest wait.</param>
    /// <param name="describe">What is known when it was too short.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<MorningFigures> WatchAsync(TimeSpan limit, Func<string> describe, CancellationToken cancellationToken)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        over.CancelAfter(limit);
        using var timer = new PeriodicTimer(BetweenPresses);
        var pending = new List<Task<FirstResponse>>();
        try
        {
            while (Posts().Count < Expected)
            {
                await timer.WaitForNextTickAsync(over.Token);
                if (Question(pending.Count) is { } question)
                {
                    pending.Add(PressAsync(question, pending.Count));
                }
            }
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"{Posts().Count} of {Expected} questions were posted in {limit}.\n{describe()}", late);
        }

        _answers.AddRange(await Task.WhenAll(pending));
        return MorningFigures.Of(Posts(), Presses());
    }

    private double[] Presses() => [.. _answers.Select(answer => answer.IsFailed ? double.PositiveInfinity : answer.Delay.TotalMilliseconds).Order()];

    private List<Message> Posts()
    {
        lock (server.World.Gate)
        {
            return [.. discord.Channels.SelectMany(channel => channel.Messages.Where(message => !message.IsEphemeral))];
        }
    }

    // The question of four letters that came first in one of the guilds.
    private Message? Question(int number)
    {
        var lively = discord.Lively.ToArray();
        lock (server.World.Gate)
        {
            return lively[number % lively.Length].Channels.Values.SelectMany(channel => channel.Messages)
                .FirstOrDefault(message => !message.IsEphemeral && message.Text.Contains("[D]", StringComparison.Ordinal));
        }
    }

    // A new person each time.
    private Task<FirstResponse> PressAsync(Message question, int number)
    {
        var person = server.Control.AddUser($"person{number}");
        server.Control.AddMember(question.Channel.Guild!, person);
        return server.Control.PressLabelAsync(person, question, "ABCD"[number % 4].ToString());
    }
}
