using MlaBot.Chat.Cards;
using MlaBot.Core.Content;
using MlaBot.Core.Daily;
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
    /// <param name="domainTitle">The title of the item's domain.</param>
    /// <param name="participants">How many people have answered.</param>
    public static Card Open(DailyPost post, Item item, string domainTitle, int participants)
    {
        List<CardPart> parts = [.. Body(post, item, domainTitle), .. Controls(post, item)];
        var closes = post.ClosesAt is { } at ? $" Open until {CardTime.Token(at)}." : "";
        parts.Add(new ContextLine($"{AnswerCheck.HowTo(item)}{closes} {Count(participants)}"));
        return new Card(parts);
    }

    /// <summary>The same question without controls.</summary>
    public static Card Closed(DailyPost post, Item item, string domainTitle, int participants)
    {
        var line = post.State == PostState.Withdrawn ? $"{TakenBackWords} {post.Note} The day is excused." : $"{ClosedWords} The reveal follows.";
        return new Card([.. Body(post, item, domainTitle), new ContextLine($"{line} {Count(participants)}")]);
    }

    /// <summary>The title of a domain; the bare number when the exam has none.</summary>
    public static string DomainTitle(ContentSnapshot content, Item item) =>
        item.Exams.Select(exam => content.Exam(exam)?.Domain(item.Domain)?.Title).FirstOrDefault(title => title is not null) ?? item.Domain.Value;

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
    public static IEnumerable<CardPart> Body(DailyPost post, Item item, string domainTitle)
    {
        yield return new Header(Cut($"Question {post.Id} · Domain {item.Domain}: {domainTitle}", CardLimits.Header));
        if (item is ChoiceItem { Case: { } scenario })
        {
            yield return new Section($"**{scenario.Title}**\n\n{scenario.Scenario}");
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

    private static IEnumerable<CardPart> Controls(DailyPost post, Item item)
    {
        if (item is not ChoiceItem choice)
        {
            yield break;
        }

        var letters = post.Presentation.Lettered.Select(post.Presentation.LetterOf).ToArray();
        var wanted = choice.Key.Count();
        if (wanted == 1 && letters.Length <= CardLimits.Buttons)
        {
            yield return new Choices([.. letters.Select(letter => new CardButton(DailyActions.AnswerWith(post.Id, letter), letter))]);
        }
        else
        {
            yield return new Menu(
                DailyActions.AnswerWith(post.Id, ""), $"Choose {wanted}", [.. letters.Select(letter => new MenuOption(letter, letter))], wanted, wanted);
        }
    }

    private static string Lines(IEnumerable<PartId> parts, Func<PartId, string> line) => string.Join('\n', parts.Select(line));

    private static string Cut(string text, int limit) => text.Length <= limit ? text : string.Concat(text.AsSpan(0, limit - 1), "…");
}
