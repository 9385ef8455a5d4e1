using MlaBot.Chat.Cards;
using MlaBot.Core.Questions;
using MlaBot.Core.Rounds;
using MlaBot.Testing.Chat;

namespace MlaBot.Chat.Tests.Rounds;

/// <summary>A group that plays rounds: the whole chat layer over a real SQLite file and a manual clock.</summary>
internal sealed class RoundGroup : IAsyncDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private RoundGroup(TestBot bot) => Bot = bot;

    public TestBot Bot { get; }

    /// <summary>What stands in the channel, oldest first; the set-up posts nothing.</summary>
    public IReadOnlyList<SentMessage> Messages => Bot.Platform.Messages;

    public SentMessage Last => Messages[^1];

    public static async Task<RoundGroup> StartAsync(params (string Name, string Value)[] setup)
    {
        var group = new RoundGroup(await TestBot.StartAsync());
        await group.Bot.TypeAsync("setup", [("zone", "UTC"), .. setup]);
        return group;
    }

    /// <summary>Lets seconds pass, each with its tick.</summary>
    public async Task PassAsync(int seconds)
    {
        for (var gone = 0; gone < seconds; gone++)
        {
            Bot.Clock.Advance(Second);
            await TickAsync();
        }
    }

    /// <summary>Lets time pass until a message of the channel says some words.</summary>
    public async Task<SentMessage> UntilAsync(string words)
    {
        for (var gone = 0; gone < 600; gone++)
        {
            if (Messages.LastOrDefault(message => message.Card.Words().Contains(words, StringComparison.Ordinal)) is { } found)
            {
                return found;
            }

            await PassAsync(1);
        }

        throw new InvalidOperationException($"Nobody said \"{words}\". The channel reads: {string.Join("\n---\n", Messages.Select(message => message.Card.Words()))}");
    }

    public Task<Card> TypeAsync(string user, string command, params (string Name, string Value)[] options) => Bot.TypeAsync($"challenge {command}", user, isAdmin: false, options);

    public Task<Card> PressAsync(string user, SentMessage message, string label) => Bot.PressAsync(message.Card, label, user, isAdmin: false);

    /// <summary>Starts a round, lets people join and begins.</summary>
    public async Task<SentMessage> BeginAsync(string host, string[] players, params (string Name, string Value)[] options)
    {
        await TypeAsync(host, "start", options);
        var lobby = Last;
        foreach (var player in players)
        {
            await PressAsync(player, lobby, "Join");
        }

        await PressAsync(host, lobby, "Begin now");
        return lobby;
    }

    /// <summary>Waits until a question takes answers.</summary>
    public async Task<SentMessage> OpenAsync(int number)
    {
        await UntilAsync($"Round question {number} of");
        return await UntilAsync("Answers until");
    }

    /// <summary>Answers the question that stands, rightly or wrongly, with its letter.</summary>
    public async Task<Card> AnswerAsync(string user, SentMessage question, bool isRight = true)
    {
        var round = Bot.Get<RoundDesk>().Running(Bot.Channel)!;
        var post = (await Bot.Daily.FindPostAsync(round.Post!.Value, default))!;
        var item = (ChoiceItem)(await Bot.Daily.ShownItemAsync(post.Item, post.ItemVersion, default))!;
        return await PressAsync(user, question, post.Presentation.LetterOf(item.Options.First(option => option.IsCorrect == isRight).Id));
    }

    public async Task RestartAsync()
    {
        await Bot.RestartAsync();
        await Bot.Get<RoundRunner>().StartAsync(default);
        await TickAsync();
    }

    public ValueTask DisposeAsync() => Bot.DisposeAsync();

    private async Task TickAsync()
    {
        Bot.Get<RoundRunner>().Tick(default);
        await Bot.Get<RoundRunner>().IdleAsync();
    }
}
