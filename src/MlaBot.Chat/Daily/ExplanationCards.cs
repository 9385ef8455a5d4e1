using System.Text;
using MlaBot.Chat.Cards;
using MlaBot.Chat.Notes;
using MlaBot.Core.Content;
using MlaBot.Core.Daily;
using MlaBot.Core.Exams;
using MlaBot.Core.Questions;
using MlaBot.Core.Services;
using MlaBot.Core.Streaks;
using MlaBot.Core.Time;

namespace MlaBot.Chat.Daily;

/// <summary>Cards that tell a result or the reasons behind it. The letters are always those of the post.</summary>
public static class ExplanationCards
{
    /// <summary>The private reply to an answer.</summary>
    /// <param name="receipt">What became of the answer.</param>
    /// <param name="content">The content.</param>
    /// <param name="streak">The person's streak.</param>
    /// <param name="news">What happened to it since the person was last told.</param>
    /// <param name="others">Sentences of other features, in Markdown.</param>
    public static Card Receipt(AnswerReceipt receipt, ContentSnapshot content, Streak streak, IReadOnlyList<StreakEvent> news, IReadOnlyList<string>? others = null)
    {
        var letters = receipt.Post.Presentation.InLetters(receipt.Standing.Last);
        List<CardPart> parts = [new Header(Title(receipt))];
        parts.Add(new Section(receipt.ShowsKey ? Result(receipt, letters) : Recorded(receipt.Post, letters)));
        if (receipt.ShowsKey)
        {
            parts.AddRange(Reasons(receipt.Post, receipt.Item, receipt.Standing.Last, content, new Choices([QuestionControls.Report(receipt.Post)])));
        }

        parts.AddRange((others ?? []).Select(sentence => new Section(sentence)));
        if (!receipt.Standing.IsPractice)
        {
            parts.Add(new ContextLine(StreakLine(streak, news)));
        }

        return new Card(parts)
        {
            IsPrivate = true,
            Summary = $"{Title(receipt)}: {QuestionCards.NameInText(receipt.Post)}",
            Tone = !receipt.ShowsKey || IsNoVerdict(receipt) ? CardTone.Neutral : receipt.Standing.IsLastCorrect ? CardTone.Good : CardTone.Bad,
        };
    }

    /// <summary>The answer that stands and may still be changed, for somebody who did not give another one.</summary>
    public static Card Standing(DailyPost post, DailyAnswer own) =>
        new Card(new Header("Recorded"), new Section(Recorded(post, post.Presentation.InLetters(own.Last)))).Privately();

    /// <summary>The private reply to an answer in a live round. What was right stays a secret until time is up for everybody.</summary>
    public static Card RoundReceipt(AnswerReceipt receipt, ContentSnapshot content)
    {
        var letters = receipt.Post.Presentation.InLetters(receipt.Standing.Last);
        if (receipt.ShowsKey)
        {
            return new Card(
            [
                new Header(Title(receipt)),
                new Section(Result(receipt, letters)),
                .. Reasons(receipt.Post, receipt.Item, receipt.Standing.Last, content, new Choices([QuestionControls.Report(receipt.Post)])),
            ]).Privately();
        }

        var text = receipt.Fate == AnswerFate.AlreadyAnswered
            ? $"Your answer **{letters}** stands: in a round the first one is final."
            : $"Your answer: **{letters}**. The result follows when time is up.{LateWords(receipt)}";
        return new Card(new Header("Recorded"), new Section(text)) { IsPrivate = true, Summary = "Your answer is recorded" };
    }

    // Said with the first answer that counts; who was there from the beginning knows.
    private static string LateWords(AnswerReceipt receipt) =>
        receipt.CountsFrom == receipt.Post.NumberInRound ? $" You are in from question {receipt.CountsFrom}." : "";

    /// <summary>The private explanation of a post, with the learner's own answer when there is one.</summary>
    public static Card Why(DailyPost post, Item item, DailyAnswer? own, ContentSnapshot content, ExamId? exam)
    {
        List<CardPart> parts = [.. QuestionCards.Body(post, item, content, exam), new Divider()];
        if (post.State == PostState.Withdrawn)
        {
            parts.Add(new Section($"**{QuestionCards.TakenBackWords}** {post.Note.TrimEnd('.')}.{(post.Round is null ? " The day is excused." : "")}"));
        }
        if (own is not null)
        {
            parts.Add(new Section(OwnAnswer(post, item, own)));
        }

        parts.AddRange(Reasons(post, item, own?.Last, content, new Choices([QuestionControls.Report(post)])));
        return new Card(parts) { IsPrivate = true };
    }

    /// <summary>The public reveal: key, distribution, reasons, source.</summary>
    public static Card Reveal(DailyPost post, Item item, IReadOnlyList<DailyAnswer> answers, ContentSnapshot content)
    {
        var right = answers.Count(answer => answer.IsLastCorrect);
        List<CardPart> parts =
        [
            new Header($"{QuestionCards.Name(post)}: the answer is {KeyInLetters(post, item)}"),
            new Section(answers.Count == 0 ? "Nobody answered in time. It stays open for practice." : $"{right} of {answers.Count} answered right."),
        ];
        if (answers.Count > 0)
        {
            parts.Add(Distribution(post, item, answers));
        }

        parts.AddRange(Reasons(post, item, own: null, content, QuestionControls.AfterReveal(post)));
        return new Card(parts) { Summary = $"{QuestionCards.Name(post)}: the answer and its reasons are here" };
    }

    /// <summary>The key in the letters of a post.</summary>
    public static string KeyInLetters(DailyPost post, Item item) => post.Presentation.InLetters(item switch
    {
        ChoiceItem choice => new Answer.Picked(choice.Key),
        OrderingItem ordering => new Answer.Ordered(ordering.Key),
        MatchingItem matching => new Answer.Matched(matching.Prompts.Select(prompt => KeyValuePair.Create(prompt.Id, prompt.Key))),
        _ => new Answer.Unknown(),
    });

    /// <summary>The streak in a line, with news first.</summary>
    public static string StreakLine(Streak streak, IReadOnlyList<StreakEvent> news)
    {
        var line = new StringBuilder();
        foreach (var happened in news)
        {
            line.Append(happened.Kind == StreakEventKind.FreezeUsed
                ? $"A freeze covered {Days.Iso(happened.Day)}; {Freezes(happened.Count)} left. "
                : $"A row of {happened.Count} ended on {Days.Iso(happened.Day)}; a new one starts today. ");
        }

        line.Append($"Streak: {(streak.Current == 1 ? "1 day" : $"{streak.Current} days")}, {Freezes(streak.Freezes)}.");
        return line.ToString();
    }

    // "I don't know" is no mistake, and a second try changes nothing: neither gets the sign of a wrong answer.
    private static bool IsNoVerdict(AnswerReceipt receipt) => receipt.Fate == AnswerFate.AlreadyAnswered || receipt.Standing.Last is Answer.Unknown;

    private static string Freezes(int count) => count switch { 0 => "no freeze", 1 => "1 freeze", _ => $"{count} freezes" };

    private static string Title(AnswerReceipt receipt) => receipt switch
    {
        { ShowsKey: false, Fate: AnswerFate.Changed } => "Changed",
        { ShowsKey: false } => "Recorded",
        { Fate: AnswerFate.AlreadyAnswered } => "You have answered already",
        { Standing.Last: Answer.Unknown } => "Good to know what you do not know yet",
        { Standing.IsLastCorrect: true } => "Right",
        _ => "Not right",
    };

    private static string Recorded(DailyPost post, string letters) =>
        $"Your answer to {QuestionCards.NameInText(post)}: **{letters}**." + (post.ClosesAt is { } closes
            ? $" You may change it until {CardTime.Token(closes)}; the result follows then. To change it, answer again."
            : " The result follows when the question closes.");

    private static string Result(AnswerReceipt receipt, string letters)
    {
        var text = new StringBuilder();
        text.Append($"Your answer to {QuestionCards.NameInText(receipt.Post)}: **{letters}**. ");
        text.Append(receipt.Standing.IsLastCorrect ? "That is right." : $"The key is **{KeyInLetters(receipt.Post, receipt.Item)}**.{Insight(receipt.Item, receipt.Standing.Last)}");
        if (receipt.Fate == AnswerFate.AlreadyAnswered)
        {
            text.Append(" The first answer is final.");
        }
        else if (receipt.Standing.IsPractice)
        {
            text.Append(" It was revealed before, so this counts as practice.");
        }

        return text.ToString();
    }

    private static string Insight(Item item, Answer answer) => (item, answer, Grading.Grade(item, answer)) switch
    {
        (ChoiceItem choice, Answer.Picked picked, { PartsTotal: > 1 } grade) when picked.Options.Count(choice.Key.Contains) is > 0 and var right =>
            $" {right} of {grade.PartsTotal} are right; on the exam only all of them count.",
        (OrderingItem, _, { PartsRight: > 0 } grade) => $" {grade.PartsRight} of {grade.PartsTotal} positions are right; on the exam only the whole order counts.",
        (MatchingItem, _, { PartsRight: > 0 } grade) => $" {grade.PartsRight} of {grade.PartsTotal} pairs are right; on the exam only all of them count.",
        _ => "",
    };

    private static string OwnAnswer(DailyPost post, Item item, DailyAnswer own)
    {
        var verdict = own.IsLastCorrect ? "right" : $"not right.{Insight(item, own.Last)}";
        var first = own.Changes > 0 ? $" Your first answer was {post.Presentation.InLetters(own.First)}." : "";
        return $"You answered **{post.Presentation.InLetters(own.Last)}**: {verdict.TrimEnd('.')}.{first}";
    }

    internal static IEnumerable<CardPart> Reasons(DailyPost post, Item item, Answer? own, ContentSnapshot content, Choices more)
    {
        foreach (var reason in ReasonLines(post, item, own))
        {
            yield return new Section(reason);
        }

        yield return new Section($"**Remember:** {item.Takeaway}");
        var notes = StatusNotes(item, content).ToArray();
        if (notes.Length > 0)
        {
            yield return new Section(string.Join('\n', notes));
        }

        foreach (var row in NoteButtons.Rows(item, content))
        {
            yield return row;
        }

        yield return more;
        yield return new ContextLine($"Source: {string.Join("; ", item.References)} · checked {Days.Iso(item.AsOf)} · blueprint {item.Blueprint[0]} · {QuestionCards.Kind(item)}");
    }

    private static IEnumerable<string> ReasonLines(DailyPost post, Item item, Answer? own) => item switch
    {
        ChoiceItem choice => post.Presentation.Lettered
            .Select(part => choice.Options.First(option => option.Id == part))
            .Select(option => Line(
                option.IsCorrect, post.Presentation.LetterOf(option.Id), option.Text, option.Why,
                own is Answer.Picked picked && picked.Options.Contains(option.Id))),
        OrderingItem ordering => ordering.Key
            .Select((part, index) => Line(isKey: true, $"{index + 1}. {post.Presentation.LetterOf(part)}", Step(ordering, part).Text, Step(ordering, part).Why, isOwn: false))
            .Concat(ordering.Steps.Where(step => !ordering.Key.Contains(step.Id))
                .Select(step => Line(isKey: false, post.Presentation.LetterOf(step.Id), step.Text, step.Why, isOwn: false))),
        MatchingItem matching => post.Presentation.Numbered
            .Select(part => matching.Prompts.First(prompt => prompt.Id == part))
            .Select(prompt => Line(
                isKey: true, $"{post.Presentation.NumberOf(prompt.Id)}{post.Presentation.LetterOf(prompt.Key)}", QuestionCards.TextOf(item, prompt.Key), prompt.Why, isOwn: false))
            .Concat(matching.Responses.Where(response => response.Why is not null)
                .Select(response => Line(isKey: false, post.Presentation.LetterOf(response.Id), response.Text, response.Why!, isOwn: false))),
        _ => [],
    };

    private static OrderingStep Step(OrderingItem item, PartId part) => item.Steps.First(step => step.Id == part);

    private static string Line(bool isKey, string letter, string text, string why, bool isOwn) =>
        $"{(isKey ? "✓" : "✗")} **{letter}** · {text}{(isOwn ? " *(your answer)*" : "")}: {why}";

    private static IEnumerable<string> StatusNotes(Item item, ContentSnapshot content) =>
        item.Services
            .Select(content.Service)
            .OfType<ServiceEntry>()
            .Where(service => service.Status.State is ServiceState.ClosedToNew or ServiceState.Sunset or ServiceState.Ended)
            .Select(service => $"Note: {service.Name} {Words(service.Status)}. {service.Status.Note}".TrimEnd());

    private static string Words(ServiceStatus status) => status.State switch
    {
        ServiceState.ClosedToNew => status.Since is null ? "is closed to new customers" : $"is closed to new customers since {status.Since}",
        ServiceState.Sunset => "has an announced end",
        _ => status.Since is null ? "has ended" : $"ended {status.Since}",
    };

    // Without it the bars would not add up to the number of people.
    private static IEnumerable<Bar> Unknown(IReadOnlyList<DailyAnswer> answers) =>
        answers.Count(answer => answer.Last is Answer.Unknown) is > 0 and var count ? [new Bar("?", count, answers.Count)] : [];

    internal static Bars Distribution(DailyPost post, Item item, IReadOnlyList<DailyAnswer> answers) => item switch
    {
        ChoiceItem choice => new Bars("Answers", [.. post.Presentation.Lettered.Select(part => new Bar(
            post.Presentation.LetterOf(part),
            answers.Count(answer => answer.Last is Answer.Picked picked && picked.Options.Contains(part)),
            answers.Count,
            choice.Key.Contains(part))), .. Unknown(answers)]),
        MatchingItem matching => new Bars("Pairs matched rightly", [.. post.Presentation.Numbered.Select(part => matching.Prompts.First(prompt => prompt.Id == part)).Select(prompt => new Bar(
            $"{post.Presentation.NumberOf(prompt.Id)}{post.Presentation.LetterOf(prompt.Key)}",
            answers.Count(answer => answer.Last is Answer.Matched matched && matched.Pairs.TryGetValue(prompt.Id, out var response) && response == prompt.Key),
            answers.Count))]),
        _ => new Bars("Orders given", [.. answers
            .GroupBy(answer => post.Presentation.InLetters(answer.Last))
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)
            .Take(5)
            .Select(group => new Bar(group.Key, group.Count(), answers.Count, group.First().IsLastCorrect))]),
    };
}
