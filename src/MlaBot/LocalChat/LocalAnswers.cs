using System.Text.RegularExpressions;
using MlaBot.Chat.Cards;
using MlaBot.Chat.Commands;
using MlaBot.Chat.Daily;
using MlaBot.Chat.Platform;
using MlaBot.Core;
using MlaBot.Core.Daily;
using MlaBot.Core.Questions;
using MlaBot.Core.Rounds;

namespace MlaBot.LocalChat;

/// <summary>Finds the question that a typed answer is meant for, and answers it like a press on its controls.</summary>
internal sealed partial class LocalAnswers(IDailyStore store, TypedNumbers numbers, RoundDesk rounds, ChatDispatcher dispatcher)
{
    // Planned posts are among the recent ones, so more are asked for than can be open.
    private const int Looked = 100;

    /// <summary>Answers a question: <c>B</c>, <c>1B 2A</c>, or with its number <c>12 AC</c>, <c>#12 AC</c>.</summary>
    /// <returns>The reply; null when the text looks like no answer.</returns>
    public async Task<Card?> HandleAsync(ChatUser user, string text, CancellationToken cancellationToken)
    {
        var numbered = Numbered().Match(text) is { Success: true } match && TypedAnswer.LooksLikeOne(match.Groups["letters"].Value) ? match : null;
        if (numbered is null && !TypedAnswer.LooksLikeOne(text))
        {
            return null;
        }

        if (rounds.Running(LocalPlatform.Channel) is { Phase: not RoundPhase.Lobby } round && !IsNumbered(numbered))
        {
            return await InRoundAsync(round, user, text, cancellationToken);
        }

        var open = (await store.RecentAsync(LocalPlatform.Channel, Looked, cancellationToken)).Where(post => post.State == PostState.Open).ToArray();
        var newest = await NewestForAsync(open, user, cancellationToken);
        if (numbered is not null && (IsNumbered(numbered) || newest is null || !await FitsAsync(newest, numbered.Value, cancellationToken)))
        {
            var number = numbered.Groups["number"].Value;
            if (await numbers.FindAsync(number, LocalPlatform.Channel.Group, cancellationToken) is { } wanted)
            {
                return await PressAsync(user, wanted, numbered.Groups["letters"].Value, cancellationToken);
            }

            if (IsNumbered(numbered))
            {
                return RefusalCards.For(TypedNumbers.Refuse(number));
            }
        }

        return newest is null
            ? RefusalCards.For(new Refusal("none-open", "No question is open; nothing was stored.", "Type /daily to see what comes next, or practise with an earlier one by its number, such as 12 B."))
            : Naming(newest, open, await PressAsync(user, newest.Id, text, cancellationToken));
    }

    // While a round is played, letters are meant for it and for nothing that stands open besides.
    private async Task<Card> InRoundAsync(Round round, ChatUser user, string text, CancellationToken cancellationToken) =>
        round is { Post: { } post, Phase: RoundPhase.Reading or RoundPhase.Answering or RoundPhase.Draining }
            ? await PressAsync(user, post, text, cancellationToken)
            : RefusalCards.For(new Refusal(
                "round-none-open", "The round has no question open just now; nothing was stored.", "Wait for its next one. A daily question is answered with its number first, such as 1 B."));

    // A pair such as 1 B may be a number and a letter: in a round, and where the newest question can take it, it is a pair.
    private static bool IsNumbered(Match? numbered) => numbered is not null && (numbered.Groups["sign"].Success || !TypedAnswer.LooksLikeOne(numbered.Value));

    private async Task<DailyPost?> NewestForAsync(DailyPost[] open, ChatUser user, CancellationToken cancellationToken)
    {
        foreach (var post in open)
        {
            if (await store.FindAnswerAsync(post.Id, user.Key, cancellationToken) is null)
            {
                return post;
            }
        }

        return open.FirstOrDefault();
    }

    private async Task<bool> FitsAsync(DailyPost post, string text, CancellationToken cancellationToken) =>
        await store.ShownItemAsync(post.Item, post.ItemVersion, cancellationToken) is { } item
        && TypedAnswer.Read(text, item, post.Presentation) is Outcome<Answer>.Ok(var answer)
        && AnswerCheck.Find(item, answer) is null;

    private Task<Card> PressAsync(ChatUser user, PostId post, string letters, CancellationToken cancellationToken) =>
        dispatcher.HandleAsync(new ChatPress(DailyActions.AnswerWith(post, ""), [letters], LocalPlatform.Channel, user), cancellationToken);

    // Where several questions are open, nobody should have to guess which one was answered.
    private static Card Naming(DailyPost answered, DailyPost[] open, Card reply)
    {
        if (open.Length < 2)
        {
            return reply;
        }

        var others = open.Where(post => post.Id != answered.Id).Select(post => post.Number).ToArray();
        var list = string.Join(", ", others.Take(4)) + (others.Length > 4 ? " and more" : "");
        return reply with
        {
            Parts = [.. reply.Parts, new ContextLine($"Taken for question {answered.Number}. Also open: {list}; to answer another one, put its number first, such as {others[0]} B.")],
        };
    }

    [GeneratedRegex(@"^(?<sign>#)?\s*(?<number>[0-9]{1,18})(?:\s+|\s*[:.)]\s*)(?<letters>\S.*)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Numbered();
}
