using MlaBot.Chat.Cards;
using MlaBot.Core.Content;
using MlaBot.Core.Daily;
using MlaBot.Core.Exams;
using MlaBot.Core.Questions;

namespace MlaBot.Chat.Daily;

/// <summary>Cards of an open or closed question, as everybody sees it.</summary>
public static class QuestionCards
{
    /// <summary>How the last line of a closed question begins.</summary>
    public const string ClosedWords = "Closed.";

    /// <summary>How the last line of a withdrawn question begins.</summary>
    public const string TakenBackWords = "Taken back:";

    /// <summary>The open question with its controls.</summary>
    /// <param name="post">An intended or open post.</param>
    /// <param name="item">The item as shown.</param>
    /// <param name="content">Gives titles and the other questions of a case.</param>
    /// <param name="exam">The exam of the channel; null takes the first that the item serves.</param>
    /// <param name="participants">How many people have answered.</param>
    /// <param name="answersInForms">True where a form opens for answers of more than one press.</param>
    public static Card Open(DailyPost post, Item item, ContentSnapshot content, ExamId? exam, int participants, bool answersInForms = false)
    {
        List<CardPart> parts = [.. Body(post, item, content, exam), new TypingHint(AnswerCheck.HowTo(item)), .. QuestionControls.Open(post, item, answersInForms)];
        var closes = post.ClosesAt is { } at ? $"Open until {CardTime.Token(at)}. " : "";
        parts.Add(new ContextLine($"{closes}{Count(participants)}"));
        return new Card(parts);
    }

    /// <summary>A question that was revealed, with its controls, for somebody who did not answer it in time.</summary>
    /// <inheritdoc cref="Open"/>
    public static Card Practice(DailyPost post, Item item, ContentSnapshot content, ExamId? exam, bool answersInForms) => new(
    [
        .. Body(post, item, content, exam),
        new TypingHint($"{AnswerCheck.HowTo(item)} Type it behind /answer {post.Number}."),
        .. QuestionControls.Open(post, item, answersInForms),
        new ContextLine("It was revealed, so an answer is practice now: it earns no points and counts for no streak."),
    ]);

    /// <summary>The same question with its answers switched off.</summary>
    public static Card Closed(DailyPost post, Item item, ContentSnapshot content, ExamId? exam, int participants)
    {
        var line = post.State == PostState.Withdrawn
            ? $"{TakenBackWords} {post.Note}{(post.Round is null ? " The day is excused." : " It counts for nobody.")}"
            : $"{ClosedWords} The reveal comes as a reply.";
        return new Card([.. Body(post, item, content, exam), .. QuestionControls.Closed(post, item), new ContextLine($"{line} {Count(participants)}")]);
    }

    /// <summary>"Domain 3: Deployment", as the exam of the channel counts and calls it.</summary>
    public static string Domain(Item item, ContentSnapshot content, ExamId? exam)
    {
        var place = ItemPlace.Of(content, item, exam);
        return $"Domain {place.Domain}: {place.DomainTitle}";
    }

    /// <summary>"Question 12", or "Round question 3 of 5" in a live round.</summary>
    internal static string Name(DailyPost post, int questions = 0) => (post.Round, questions) switch
    {
        (null, _) => $"Question {post.Number}",
        (_, 0) => $"Round question {post.NumberInRound}",
        _ => $"Round question {post.NumberInRound} of {questions}",
    };

    /// <summary>The same inside a sentence: "question 12".</summary>
    internal static string NameInText(DailyPost post) => post.Round is null ? $"question {post.Number}" : $"round question {post.NumberInRound}";

    /// <summary>The kind of question in words.</summary>
    public static string Kind(Item item) => item.Type switch
    {
        ItemType.MultipleChoice => "Multiple choice",
        ItemType.MultipleResponse => "Multiple response",
        ItemType.Ordering => "Ordering",
        ItemType.Matching => "Matching",
        _ => "Case study (early-format practice)",
    };

    /// <summary>Stem and lettered parts, without controls.</summary>
    /// <param name="post">The post.</param>
    /// <param name="item">The item as shown.</param>
    /// <param name="content">Gives titles and the other questions of a case.</param>
    /// <param name="exam">The exam of the channel; null takes the first that the item serves.</param>
    /// <param name="questions">How many questions the round of the post has; 0 when that is not known, or for a daily question.</param>
    public static IEnumerable<CardPart> Body(DailyPost post, Item item, ContentSnapshot content, ExamId? exam, int questions = 0)
    {
        yield return new Header(Cut($"{Name(post, questions)} · {Domain(item, content, exam)}", CardLimits.Header));
        if (item is ChoiceItem { Case: { } scenario })
        {
            yield return new Section($"{CaseWords(scenario, item, content)}\n{scenario.Scenario}");
        }

        yield return new Section(item.Stem);
        if (item is MatchingItem matching)
        {
            yield return new Section(Lines(post.Presentation.Numbered, prompt =>
                $"**{post.Presentation.NumberOf(prompt)}.** {matching.Prompts.First(each => each.Id == prompt).Text}"));
        }

        yield return new Section(Lines(post.Presentation.Lettered, part => $"**{post.Presentation.LetterOf(part)}** · {TextOf(item, part)}"));
    }

    /// <summary>What a lettered part says.</summary>
    public static string TextOf(Item item, PartId part) => item switch
    {
        ChoiceItem choice => choice.Options.FirstOrDefault(option => option.Id == part)?.Text ?? "",
        OrderingItem ordering => ordering.Steps.FirstOrDefault(step => step.Id == part)?.Text ?? "",
        MatchingItem matching => matching.Responses.FirstOrDefault(response => response.Id == part)?.Text ?? "",
        _ => "",
    };

    /// <summary>"3 people have answered."</summary>
    public static string Count(int participants) => participants switch
    {
        0 => "Nobody has answered yet.",
        1 => "1 person has answered.",
        _ => $"{participants} people have answered.",
    };

    private static string CaseWords(CaseScenario scenario, Item item, ContentSnapshot content)
    {
        // The bank of today names the parts; a case that has left it keeps its title.
        var parts = content.Items.OfType<ChoiceItem>().Where(other => other.Case?.Id == scenario.Id).Select(other => other.Id).ToList();
        var number = parts.IndexOf(item.Id) + 1;
        return number == 0 || parts.Count == 1 ? $"**Case: {scenario.Title}**" : $"**Case: {scenario.Title}, question {number} of {parts.Count}**";
    }

    private static string Lines(IEnumerable<PartId> parts, Func<PartId, string> line) => string.Join('\n', parts.Select(line));

    private static string Cut(string text, int limit) => text.Length <= limit ? text : string.Concat(text.AsSpan(0, limit - 1), "…");
}
