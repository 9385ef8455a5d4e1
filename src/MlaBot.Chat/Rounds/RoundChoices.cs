using System.Globalization;
using MlaBot.Chat.Platform;
using MlaBot.Core;
using MlaBot.Core.Channels;
using MlaBot.Core.Content;
using MlaBot.Core.Exams;
using MlaBot.Core.Rounds;
using NodaTime;

namespace MlaBot.Chat.Rounds;

/// <summary>Reads what a host chose for a round.</summary>
internal sealed class RoundChoices(IChannelStore channels, IContentSource content)
{
    public static IReadOnlyList<string> Scorings { get; } = ["accuracy-first", "gentle-speed", "accuracy-only"];

    public static IReadOnlyList<string> Paces { get; } = ["automatic", "host"];

    public static IReadOnlyList<string> Teams { get; } = ["off", "2", "3", "4"];

    public static IReadOnlyList<string> Votes { get; } = ["once", "twice"];

    public async Task<Outcome<RoundOptions>> ReadAsync(ChatRequest request, CancellationToken cancellationToken)
    {
        if (Number(request.Option("questions"), 5, 1, RoundRules.MostQuestions) is not { } questions)
        {
            return new Refusal("round-questions", $"A round has 1 to {RoundRules.MostQuestions} questions.", "Give a number, such as /challenge start 5.");
        }

        if (Number(request.Option("lobby"), 60, 15, 600) is not { } lobby)
        {
            return new Refusal("round-lobby", "A lobby is open for 15 to 600 seconds.", "Give a number, such as lobby:60.");
        }

        if (await DomainsAsync(request, cancellationToken) is not { } domains)
        {
            return new Refusal(
                "round-domains", $"\"{Text.Printable(request.Option("domains"), 40)}\" are no domains of this channel's exam.", "Give numbers such as 1,3, or all.");
        }

        return new RoundOptions
        {
            Questions = questions,
            Domains = domains,
            Scoring = (RoundScoring)Math.Max(0, Index(Scorings, request.Option("scoring"))),
            IsHostPaced = Index(Paces, request.Option("pace")) == 1,
            Teams = Number(request.Option("teams"), 0, 2, 4) ?? 0,
            VotesTwice = Index(Votes, request.Option("votes")) == 1,
            Lobby = Duration.FromSeconds(lobby),
        };
    }

    /// <summary>A whole number in its range; null when it is none.</summary>
    public static int? Number(string typed, int usual, int least, int most) =>
        typed.Length == 0 ? usual : int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : null;

    private static int Index(IReadOnlyList<string> known, string typed) => known.ToList().FindIndex(each => string.Equals(each, typed, StringComparison.OrdinalIgnoreCase));

    private async Task<IReadOnlyList<DomainId>?> DomainsAsync(ChatRequest request, CancellationToken cancellationToken)
    {
        var typed = request.Option("domains");
        if (typed.Length == 0 || string.Equals(typed, "all", StringComparison.OrdinalIgnoreCase))
        {
            return [];
        }

        // Without an exam the desk says what is missing.
        var exam = await channels.FindAsync(request.Channel, cancellationToken) is { } channel ? content.Current.Exam(channel.Exam) : null;
        DomainId[] wanted = [.. typed.Split([',', ';', ' ', '+'], StringSplitOptions.RemoveEmptyEntries).Select(each => new DomainId(each)).Distinct()];
        return exam is null ? [] : wanted.Length > 0 && wanted.All(domain => exam.Domain(domain) is not null) ? wanted : null;
    }
}
