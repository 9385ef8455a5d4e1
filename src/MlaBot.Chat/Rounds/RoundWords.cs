using MlaBot.Chat.Cards;
using MlaBot.Core.Rounds;

namespace MlaBot.Chat.Rounds;

/// <summary>Words about rounds that several cards say.</summary>
internal static class RoundWords
{
    /// <summary>The most names in a list.</summary>
    public const int MostNames = 20;

    public static string Questions(int count) => count == 1 ? "1 question" : $"{count} questions";

    public static string Players(int count) => count == 1 ? "1 player" : $"{count} players";

    public static string Points(int points) => points == 1 ? "1 point" : $"{points} points";

    /// <summary>The rules in three lines.</summary>
    public static string Rules(Round round) => string.Join('\n', $"- {Asked(round.Options, round.Items.Count)}", $"- {Scored(round.Options.Scoring)}", $"- {Paced(round.Options, round.IsHostAway)}");

    /// <summary>Up to twenty names as Markdown, and how many more there are.</summary>
    public static string Names(IReadOnlyList<RoundPlayer> players)
    {
        var names = players.Select(player => PlainName.Of(player.Name)).Order(StringComparer.OrdinalIgnoreCase).ToArray();
        var more = names.Length - MostNames;
        return string.Join(", ", names.Take(MostNames)) + (more > 0 ? $" and {more} more" : "");
    }

    /// <summary>Joins with commas and an "and" before the last: <c>a, b and c</c>.</summary>
    public static string List(IReadOnlyList<string> words) =>
        words.Count < 2 ? string.Concat(words) : $"{string.Join(", ", words.SkipLast(1))} and {words[^1]}";

    /// <summary>Where a round stands.</summary>
    public static string Phase(RoundPhase phase) => phase switch
    {
        RoundPhase.Lobby => "The lobby is open",
        RoundPhase.Ready => "The next question is on its way",
        RoundPhase.Reading => "People read the question",
        RoundPhase.Answering => "Answers are open",
        RoundPhase.Draining => "The question is being closed",
        RoundPhase.Explaining => "The explanation stands",
        RoundPhase.Discussing => "People talk before they vote again",
        RoundPhase.Paused => "It is paused",
        RoundPhase.Finishing => "The table is on its way",
        RoundPhase.Cancelled => "It was called off",
        _ => "It is over",
    };

    private static string Asked(RoundOptions options, int questions)
    {
        var from = options.Domains.Count == 0 ? "from all domains" : $"from domain{(options.Domains.Count == 1 ? "" : "s")} {List([.. options.Domains.Select(domain => domain.Value)])}";
        return $"{Questions(questions)} {from}{(options.VotesTwice ? "; each is voted on, talked about, and voted on again" : "")}.";
    }

    private static string Scored(RoundScoring scoring) => RoundRules.MostForSpeed(scoring) is > 0 and var most
        ? $"A right answer earns {RoundRules.RightAnswer} points and up to {most} more for speed; the first answer is final."
        : $"A right answer earns {RoundRules.RightAnswer} points, however long it takes; the first answer is final.";

    private static string Paced(RoundOptions options, bool isHostAway)
    {
        var pace = isHostAway ? "The host calls each next question; as the host is away, it comes by itself" : options.IsHostPaced ? "The host calls each next question" : "The next question comes by itself";
        return options.Teams > 1 ? $"{pace}. {options.Teams} teams of even strength, from {RoundRules.FewestForTeams} people up." : $"{pace}.";
    }
}
