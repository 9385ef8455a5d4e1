using System.Globalization;
using MlaBot.Chat.Cards;
using MlaBot.Chat.Commands;
using MlaBot.Chat.Platform;
using MlaBot.Core;
using MlaBot.Core.Boards;
using MlaBot.Core.Channels;

namespace MlaBot.Chat.Boards;

/// <summary><c>/boards</c> chooses what a channel is told about its boards.</summary>
internal sealed class BoardsCommand(IBoardStore boards, IChannelStore channels) : IChatCommand
{
    private static readonly string[] OnOff = ["on", "off"];

    public CommandSpec Spec { get; } = new("boards", "Choose what this channel is told of its boards, and the quorum of its group streak")
    {
        IsAdmin = true,
        Options =
        [
            new("week", "A closing message at the end of each week: on or off") { Choices = OnOff },
            new("month", "The same for months") { Choices = OnOff },
            new("season", "The same for seasons, which are calendar quarters") { Choices = OnOff },
            new("milestones", "Tell the channel when somebody who may be named reaches a milestone: on or off") { Choices = OnOff },
            new("quorum", "Percent of the active members who keep the group streak: 50 to 100"),
        ],
        Examples = ["boards", "boards week:on milestones:on", "boards quorum:75"],
    };

    public async Task<Card> HandleAsync(ChatRequest request, CancellationToken cancellationToken)
    {
        if (await channels.FindAsync(request.Channel, cancellationToken) is null)
        {
            return RefusalCards.For(new Refusal("not-set-up", "This channel is not set up yet.", "Type /setup first."));
        }

        var before = await boards.SettingsAsync(request.Channel, cancellationToken);
        if (Quorum(request.Option("quorum"), before.Quorum) is not { } quorum)
        {
            return RefusalCards.For(new Refusal(
                "quorum", $"\"{Text.Printable(request.Option("quorum"), 20)}\" is no quorum.", $"Give a whole percentage from {BoardSettings.Quorums.Smallest} to {BoardSettings.Quorums.Largest}, such as 60."));
        }

        var wanted = new BoardSettings
        {
            ClosesWeeks = Switch(request.Option("week"), before.ClosesWeeks),
            ClosesMonths = Switch(request.Option("month"), before.ClosesMonths),
            ClosesSeasons = Switch(request.Option("season"), before.ClosesSeasons),
            TellsMilestones = Switch(request.Option("milestones"), before.TellsMilestones),
            Quorum = quorum,
        };
        if (wanted != before)
        {
            await boards.SaveSettingsAsync(request.Channel, wanted, cancellationToken);
        }

        return new Card(
            new Header("Boards of this channel"),
            new Section(
                $"""
                - Closing message of a week: {Say(wanted.ClosesWeeks)}; of a month: {Say(wanted.ClosesMonths)}; of a season: {Say(wanted.ClosesSeasons)}
                - Milestones told to the channel: {Say(wanted.TellsMilestones)} (people hear of their own in private either way)
                - Group streak: {wanted.Quorum} % of the members who answered in the last {BoardRules.ActiveDays} days, and never fewer than {BoardRules.FewestForGroupDay}; a new quorum holds for the days before as well
                """),
            new ContextLine(BoardWords.Rule)).Privately();
    }

    private static bool Switch(string typed, bool before) => typed.ToLowerInvariant() switch { "on" => true, "off" => false, _ => before };

    private static int? Quorum(string typed, int before) =>
        typed.Length == 0 ? before
        : int.TryParse(typed.TrimEnd('%', ' '), NumberStyles.None, CultureInfo.InvariantCulture, out var percent)
            && percent >= BoardSettings.Quorums.Smallest && percent <= BoardSettings.Quorums.Largest ? percent : null;

    private static string Say(bool isOn) => isOn ? "on" : "off";
}
