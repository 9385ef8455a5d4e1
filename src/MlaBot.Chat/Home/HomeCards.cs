using MlaBot.Chat.Cards;
using MlaBot.Chat.Daily;
using MlaBot.Chat.Setup;
using MlaBot.Chat.Streaks;
using MlaBot.Core.Exams;
using MlaBot.Core.Home;
using MlaBot.Core.Questions;

namespace MlaBot.Chat.Home;

/// <summary>The card of a person's home.</summary>
internal static class HomeCards
{
    private const int MostQuestions = 12;
    private const int MostChannels = 20;

    public static Card Home(HomeFacts facts) => new Card(
    [
        new Header("Open questions"),
        .. Questions(facts),
        new Divider(),
        .. StreakCards.Own(facts.Streak, facts.Calendar, facts.Zone, facts.Lines).Parts,
        new Divider(),
        .. Record(facts),
        new Divider(),
        new Header("Your settings"),
        new Section(Settings(facts)),
        new Divider(),
        new Header("Look a service up"),
        new Section("A name, an old name, an abbreviation or a need, such as drift detection."),
        new Finder("service", "words", "Find a service"),
    ]).Privately();

    private static IEnumerable<CardPart> Questions(HomeFacts facts)
    {
        if (facts.Open.Count == 0)
        {
            yield return new Section(facts is { Channels.Count: 0, HasOtherChannels: true }
                ? "You are in no channel that gets questions. Join one, then open this page again."
                : facts.Channels.Count == 0
                ? "No channel is set up here yet. An admin types /setup in the channel that shall get questions."
                : "No question is open. The next one comes by itself; /daily says when.");
        }

        var channels = facts.Channels.ToDictionary(channel => channel.Key);
        foreach (var (question, item) in facts.Open.Take(MostQuestions))
        {
            var post = question.Post;
            var channel = channels.GetValueOrDefault(post.Channel);
            yield return new Section(
                $"**{QuestionCards.Name(post)}** in #{channel?.Name ?? post.Channel.Id} · {QuestionCards.Domain(item, facts.Content, channel?.Exam)} · {QuestionCards.Kind(item)}\n"
                + $"{(question.Own is null ? "Not answered yet" : $"✓ Answered: {Letters(question)}")}{(post.ClosesAt is { } closes ? $" · open until {CardTime.Token(closes)}" : "")}");
            yield return new Choices(question.Own is null
                ? [new CardButton(DailyActions.ShowAgain(post), "Answer", IsPrimary: true) { Typed = $"/daily {post.Number}" }]
                :
                [
                    new CardButton(DailyActions.ShowAgain(post), "Show") { Typed = $"/daily {post.Number}" },
                    new CardButton(DailyActions.Explain(post), "Your answer") { Typed = $"/why {post.Number}" },
                ]);
        }

        if (facts.Open.Count > MostQuestions)
        {
            yield return new ContextLine($"{facts.Open.Count - MostQuestions} more are open; /daily lists those of a channel.");
        }
    }

    private static string Letters(OpenQuestion question) => question.Own is Answer.Unknown ? "I don't know" : question.Post.Presentation.InLetters(question.Own!);

    private static IEnumerable<CardPart> Record(HomeFacts facts)
    {
        yield return new Header($"Your last {HomeHandler.RecordDays} days");
        if (facts.Record.Count == 0)
        {
            yield return new Section("No answer yet whose result is known.");
            yield break;
        }

        var answers = facts.Record.Sum(each => each.Answers);
        yield return new Section($"{answers} {(answers == 1 ? "question" : "questions")} answered, {facts.Record.Sum(each => each.Right)} right at the first try.");
        yield return new Bars(
            "Right at the first try, by domain",
            [.. facts.Record.Select(each => new Bar(Domain(facts, each.Domain), each.Right, each.Answers))]);
    }

    // Channels of one group may study for exams that call a domain differently: then the number says what both share.
    private static string Domain(HomeFacts facts, DomainId domain) =>
        facts.Channels.Select(channel => facts.Content.Exam(channel.Exam)?.Domain(domain)?.Title).OfType<string>().Distinct(StringComparer.Ordinal).ToArray() is [var title]
            ? $"{domain} {title}"
            : domain.Value;

    private static string Settings(HomeFacts facts)
    {
        var usesFreezes = facts.Calendar.Freezes.Count == 0 || facts.Calendar.Freezes[^1].IsOn;
        List<string> lines =
        [
            $"- Time zone: {StreakCards.Zone(facts.Calendar, facts.Zone)}",
            $"- A missed day {(usesFreezes ? "uses a freeze while you have one; /freezes off changes that." : "uses no freeze; /freezes on changes that.")}",
            .. facts.Channels.Take(MostChannels).Select(channel => $"- #{channel.Name}: results {SetupWords.Feedback(channel.Feedback)}"),
        ];
        if (facts.Channels.Count > 0)
        {
            lines.Add("An admin of a channel changes when results are told, with /setup.");
        }

        return string.Join('\n', lines);
    }
}
