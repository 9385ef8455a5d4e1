using System.Diagnostics;
using MlaBot.Chat.Cards;
using MlaBot.Chat.Platform;
using MlaBot.Core;
using MlaBot.Core.Channels;
using MlaBot.Core.Rounds;

namespace MlaBot.Chat.Rounds;

/// <summary>Starts rounds and duels, and tells the host how to lead them.</summary>
internal sealed class RoundStarts(RoundDesk desk, PlatformList platforms)
{
    public async Task<Card> RoundAsync(ChannelKey channel, ChatUser user, RoundOptions options, CancellationToken cancellationToken) =>
        await desk.StartAsync(channel, user.Key, Name(user), options, opponent: null, cancellationToken) switch
        {
            Outcome<Round>.Ok(var round) => RoundDoor.Said(
                $"The lobby of round {round.Id} is open with {RoundWords.Questions(round.Items.Count)}{Fewer(options, round)}. You lead it: with the buttons below its messages, or with "
                + "`/challenge begin`, `next`, `pause`, `resume`, `extend`, `skip` and `stop`. Join it too if you want to play."),
            Outcome<Round>.Refused(var reason) => RefusalCards.For(reason),
            _ => throw new UnreachableException(),
        };

    public async Task<Card> DuelAsync(
        ChannelKey channel, string channelName, ChatUser user, RoundOptions options, (LearnerKey Person, string Name) opponent, CancellationToken cancellationToken)
    {
        switch (await desk.StartAsync(channel, user.Key, Name(user), options, opponent, cancellationToken))
        {
            case Outcome<Round>.Ok(var round):
                var isTold = await TellAsync(round, channelName, cancellationToken);
                return RoundDoor.Said(
                    $"The challenge stands, and you are in. The duel begins as soon as {PlainName.Of(opponent.Name)} accepts.{(isTold ? " I have told them in private." : "")}");
            case Outcome<Round>.Refused(var reason):
                return RefusalCards.For(reason);
            default:
                throw new UnreachableException();
        }
    }

    public static string Name(ChatUser user) => Text.Printable(user.Name, 80);

    private static string Fewer(RoundOptions wanted, Round round) => round.Items.Count < wanted.Questions ? $", all that the bank has for that choice" : "";

    private async Task<bool> TellAsync(Round round, string channelName, CancellationToken cancellationToken)
    {
        var where = channelName.Length > 0 ? $"#{PlainName.Of(channelName)}" : "the study channel";
        var card = new Card(new Section($"**{PlainName.Of(round.HostName)}** challenges you to a duel of {RoundWords.Questions(round.Items.Count)} in {where}. Accept or decline there."));
        try
        {
            return platforms.Of(round.Channel.Group) is { } platform && await platform.TellAsync(round.Opponent!.Value, card, cancellationToken);
        }
        catch (Exception fault) when (fault is ExternalFaultException or ChannelGoneException)
        {
            // The challenge stands in the channel all the same.
            return false;
        }
    }
}
