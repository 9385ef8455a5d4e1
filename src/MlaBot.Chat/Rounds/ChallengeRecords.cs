using System.Globalization;
using MlaBot.Chat.Cards;
using MlaBot.Chat.Commands;
using MlaBot.Chat.Platform;
using MlaBot.Core;
using MlaBot.Core.Content;
using MlaBot.Core.Rounds;

namespace MlaBot.Chat.Rounds;

/// <summary><c>/challenge report</c> shows the own report on a round.</summary>
internal sealed class ChallengeReportCommand(IRoundStore store, ReadRounds rounds, IContentSource content) : IChatCommand
{
    private const int Looked = 20;

    public CommandSpec Spec { get; } = new("challenge report", "Show how you did in a round and what to revise; only you see it")
    {
        Options = [new("round", "A round's number; leave it out for the last one you played here")],
        Examples = ["challenge report", "challenge report 4"],
    };

    public async Task<Card> HandleAsync(ChatRequest request, CancellationToken cancellationToken)
    {
        var typed = request.Option("round");
        if (typed.Length == 0)
        {
            return await LastAsync(request, cancellationToken) is { } last
                ? RoundReportCards.Of(last, content.Current)
                : RefusalCards.For(new Refusal("round-never", "You have played no round in this channel yet.", "Start one with /challenge start."));
        }

        return long.TryParse(typed.TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && await rounds.ReportAsync(new RoundId(number), request.User.Key, cancellationToken) is { } report
            ? RoundReportCards.Of(report, content.Current)
            : RefusalCards.For(new Refusal("round-number", $"\"{Text.Printable(typed, 40)}\" is not the number of a round here.", "Type /challenge history to see the rounds."));
    }

    private async Task<RoundReport?> LastAsync(ChatRequest request, CancellationToken cancellationToken)
    {
        foreach (var round in await store.RecentAsync(request.Channel, Looked, cancellationToken))
        {
            if ((await store.PlayersAsync(round.Id, cancellationToken)).Any(player => player.Learner == request.User.Key)
                && await rounds.ReportAsync(round.Id, request.User.Key, cancellationToken) is { } report)
            {
                return report;
            }
        }

        return null;
    }
}

/// <summary><c>/challenge history</c> lists the last rounds of the channel.</summary>
internal sealed class ChallengeHistoryCommand(IRoundStore store, ReadRounds rounds) : IChatCommand
{
    private const int Shown = 10;

    public CommandSpec Spec { get; } = new("challenge history", "Show the last rounds of this channel and who came first") { Examples = ["challenge history"] };

    public async Task<Card> HandleAsync(ChatRequest request, CancellationToken cancellationToken)
    {
        var played = (await store.RecentAsync(request.Channel, Shown * 2, cancellationToken)).Where(round => round.Phase != RoundPhase.Cancelled).Take(Shown).ToArray();
        if (played.Length == 0)
        {
            return RefusalCards.For(new Refusal("round-none", "No round was played in this channel yet.", "Start one with /challenge start."));
        }

        var rows = new List<IReadOnlyList<string>>();
        foreach (var round in played)
        {
            var table = await rounds.TableAsync(round.Id, round.Channel.Group, cancellationToken);
            rows.Add([$"{round.Id}", CardTime.Token(round.StartedAt), RoundWords.Questions(round.Items.Count), RoundWords.Players(table?.Lines.Count ?? 0), round.IsPlaying ? "runs now" : First(table)]);
        }

        return new Card(
            new Header("The last rounds"),
            new Table(["Round", "Began", "Length", "People", "First"], rows),
            new ContextLine("/challenge report <number> shows how you did in one.")).Privately();
    }

    private static string First(RoundTable? table)
    {
        var first = table?.Lines.Where(line => line is { Rank: 1, Points: > 0 }).Select(line => PlainName.InHeader(line.Player.Name)).ToArray() ?? [];
        return first.Length switch { 0 => "nobody scored", <= 3 => RoundWords.List(first), _ => $"{first.Length} people" };
    }
}
