using System.Globalization;
using MlaBot.Core.Rounds;

namespace MlaBot.Chat.Rounds;

/// <summary>The texts by which the messages of a round are found again.</summary>
internal static class RoundMarkers
{
    public static string Lobby(Round round) => $"{Start(round)}:lobby";

    public static string Question(Round round, RoundQuestion question) => string.Create(CultureInfo.InvariantCulture, $"{Start(round)}:q{question.Number}v{question.Vote}");

    public static string Discussion(Round round, RoundQuestion question) => $"{Question(round, question)}:discuss";

    public static string Reveal(Round round, RoundQuestion question) => $"{Question(round, question)}:reveal";

    public static string Podium(Round round) => $"{Start(round)}:podium";

    /// <summary>For a sentence that nobody looks for again.</summary>
    public static string Sentence(Round round) => $"{Start(round)}:say:{Guid.NewGuid():N}";

    // Numbers start again in a new database, while old messages still stand in the channel: the start tells them apart.
    private static string Start(Round round) => string.Create(CultureInfo.InvariantCulture, $"round:{round.Id}:{round.StartedAt.ToUnixTimeSeconds()}");
}
