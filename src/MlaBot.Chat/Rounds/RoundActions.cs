using System.Globalization;
using MlaBot.Chat.Platform;
using MlaBot.Core.Rounds;

namespace MlaBot.Chat.Rounds;

/// <summary>Writes and reads the action ids of rounds, in one place.</summary>
public static class RoundActions
{
    /// <summary>The name of the action that lets a person in; in a duel it accepts the challenge.</summary>
    public const string Join = "round.join";

    /// <summary>The name of the action that lets a person leave.</summary>
    public const string Leave = "round.leave";

    /// <summary>The name of the action by which the challenged person says no.</summary>
    public const string Decline = "round.decline";

    /// <summary>The name of the action that leads a round: its second argument is the act, and below a question the third is that question.</summary>
    public const string Lead = "round.lead";

    /// <summary>The name of the action that shows the own report.</summary>
    public const string Report = "round.report";

    /// <summary>The name of the action that starts another round with the same options.</summary>
    public const string Again = "round.again";

    private const char Stamp = '-';

    /// <summary>An action about a round.</summary>
    public static ActionId About(string name, Round round) => new(name, Stamped(round));

    /// <summary>An act of the host.</summary>
    public static ActionId LeadWith(Round round, HostAct act) => new(Lead, Stamped(round), act.ToString());

    /// <summary>An act of the host on one question, and on no other.</summary>
    public static ActionId LeadWith(Round round, HostAct act, RoundQuestion question) =>
        new(Lead, Stamped(round), act.ToString(), string.Create(CultureInfo.InvariantCulture, $"{question.Number}{Stamp}{question.Vote}"));

    /// <summary>The round that an action is about; null when the id is none of ours.</summary>
    public static RoundId? RoundOf(ActionId action) =>
        action.Arguments.Count > 0 && long.TryParse(action.Arguments[0].Split(Stamp)[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new RoundId(number)
            : null;

    /// <summary>True when an action is about a round and not about one of an older database that had the same number.</summary>
    public static bool Means(ActionId action, Round round) => action.Arguments.Count > 0 && action.Arguments[0] == Stamped(round);

    /// <summary>The act that a press asks for; null when it is none.</summary>
    public static HostAct? ActOf(ActionId action) =>
        action.Arguments.Count > 1 && Enum.TryParse<HostAct>(action.Arguments[1], out var act) && Enum.IsDefined(act) ? act : null;

    /// <summary>The question and the vote that an act is meant for; null when it is meant for whichever is on, as the ids of older messages are.</summary>
    public static (int Number, int Vote)? QuestionOf(ActionId action) =>
        action.Arguments.Count > 2 && action.Arguments[2].Split(Stamp) is [var number, var vote]
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var asked)
        && int.TryParse(vote, NumberStyles.None, CultureInfo.InvariantCulture, out var which)
            ? (asked, which)
            : null;

    // Numbers start again in a new database, and the buttons of an old one stay pressable for ever: the start tells them apart.
    private static string Stamped(Round round) => string.Create(CultureInfo.InvariantCulture, $"{round.Id}{Stamp}{round.StartedAt.ToUnixTimeSeconds()}");
}
