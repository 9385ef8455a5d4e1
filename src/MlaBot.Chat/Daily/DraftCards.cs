using MlaBot.Chat.Cards;
using MlaBot.Core.Daily;
using MlaBot.Core.Questions;

namespace MlaBot.Chat.Daily;

/// <summary>Private cards on which an ordering or matching answer is put together. Each press brings the next one in its place.</summary>
internal static class DraftCards
{
    /// <summary>An order so far, with a menu of the steps that are left.</summary>
    /// <param name="post">The post, whose letters hold.</param>
    /// <param name="item">The item as shown.</param>
    /// <param name="draft">What was put together.</param>
    /// <param name="note">A sentence to say first; empty for none.</param>
    public static Card Order(DailyPost post, OrderingItem item, OrderDraft draft, string note)
    {
        List<CardPart> parts =
        [
            .. Top($"{QuestionCards.Name(post)}: put in order", item, note),
            new Section(string.Join('\n', post.Presentation.Lettered.Select(part => $"**{post.Presentation.LetterOf(part)}** · {QuestionCards.TextOf(item, part)}"))),
            new Section(draft.Steps.Count == 0
                ? $"So far: nothing. {Wanted(item)}"
                : $"So far: {string.Join(", ", draft.Steps.Select((part, index) => $"{index + 1}. **{post.Presentation.LetterOf(part)}**"))}."),
        ];
        if (!draft.IsComplete)
        {
            var next = draft.Steps.Count + 1;
            var left = post.Presentation.Lettered.Where(part => !draft.Steps.Contains(part));
            parts.Add(new Menu(DailyActions.OrderAt(post, next), $"Step {next} of {draft.Length}", QuestionControls.Options(post, item, left)));
        }

        List<CardButton> buttons =
        [
            new(DailyActions.UndoAt(post, draft.Steps.Count), "Undo") { IsDisabled = draft.Steps.Count == 0 },
            new(DailyActions.RestartDraft(post), "Start over") { IsDisabled = draft.Steps.Count == 0 },
        ];
        if (draft.IsComplete)
        {
            buttons.Insert(0, Submit(post, isComplete: true));
        }

        parts.Add(new Choices(buttons));
        parts.Add(new ContextLine(draft.IsComplete ? "Complete. Nothing is answered before you submit." : Kept));
        return new Card(parts).Privately();
    }

    /// <summary>Pairs so far, with a menu for each prompt.</summary>
    /// <inheritdoc cref="Order"/>
    public static Card Match(DailyPost post, MatchingItem item, MatchDraft draft, string note)
    {
        List<CardPart> parts =
        [
            .. Top($"{QuestionCards.Name(post)}: match", item, note),
            new Section(string.Join('\n', post.Presentation.Lettered.Select(part => $"**{post.Presentation.LetterOf(part)}** · {QuestionCards.TextOf(item, part)}"))),
        ];
        foreach (var prompt in post.Presentation.Numbered.Select(id => item.Prompts.First(each => each.Id == id)))
        {
            var number = post.Presentation.NumberOf(prompt.Id);
            PartId? picked = draft.Pairs.TryGetValue(prompt.Id, out var response) ? response : null;
            parts.Add(new Section($"**{number}.** {prompt.Text}"));
            parts.Add(new Menu(
                DailyActions.MatchFor(post, number),
                $"Response to {number}",
                [.. QuestionControls.Options(post, item, post.Presentation.Lettered).Select(option =>
                    option with { IsSelected = picked is { } one && option.Value == post.Presentation.LetterOf(one) })]));
        }

        var pairs = draft.Pairs.OrderBy(pair => post.Presentation.NumberOf(pair.Key))
            .Select(pair => $"{post.Presentation.NumberOf(pair.Key)} → {post.Presentation.LetterOf(pair.Value)}");
        parts.Add(new Section(draft.Pairs.Count == 0 ? "So far: nothing." : $"So far: {string.Join(", ", pairs)}."));
        parts.Add(new Choices(
        [
            Submit(post, draft.IsComplete),
            new(DailyActions.RestartDraft(post), "Start over") { IsDisabled = draft.Pairs.Count == 0 },
        ]));
        parts.Add(new ContextLine(draft.IsComplete
            ? "Complete. Nothing is answered before you submit."
            : $"{item.Prompts.Count - draft.Pairs.Count} of {item.Prompts.Count} are left. {Kept}"));
        return new Card(parts).Privately();
    }

    private const string Kept = "Your draft is kept: press the question's button again to go on, also on another device.";

    private static IEnumerable<CardPart> Top(string title, Item item, string note)
    {
        yield return new Header(title);
        if (note.Length > 0)
        {
            yield return new Section(note);
        }

        yield return new Section(item.Stem);
    }

    private static string Wanted(OrderingItem item) => item.Steps.Count > item.Key.Count
        ? $"{item.Key.Count} of the {item.Steps.Count} steps are wanted; leave the rest out."
        : $"All {item.Key.Count} steps are wanted.";

    private static CardButton Submit(DailyPost post, bool isComplete) =>
        new(DailyActions.SubmitDraft(post), "Submit", IsPrimary: isComplete) { IsDisabled = !isComplete };
}
