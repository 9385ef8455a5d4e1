using MlaBot.Chat.Cards;
using MlaBot.Core.Daily;
using MlaBot.Core.Questions;

namespace MlaBot.Chat.Daily;

/// <summary>The buttons and menus below a question. They mean the same for as long as the message stands.</summary>
public static class QuestionControls
{
    /// <summary>The controls of an open question: its answers, and a row for everything else.</summary>
    /// <param name="post">The post.</param>
    /// <param name="item">The item as shown.</param>
    /// <param name="answersInForms">True where a form opens for answers of more than one press.</param>
    public static IEnumerable<CardPart> Open(DailyPost post, Item item, bool answersInForms)
    {
        if (Letters(post, item) is { } letters)
        {
            yield return letters;
        }
        else if (item is ChoiceItem choice && !(answersInForms && choice.Key.Count() > 1))
        {
            var wanted = choice.Key.Count();
            yield return new Menu(DailyActions.AnswerWith(post, ""), $"Choose {Words(wanted)}", Options(post, item, post.Presentation.Lettered), wanted, wanted);
        }

        yield return new Choices([.. Begin(post, item, answersInForms), Unknown(post), Own(post), Report(post)]);
    }

    /// <summary>The controls of a question that is not open yet: all that will answer it, standing still.</summary>
    public static IEnumerable<CardPart> Locked(DailyPost post, Item item)
    {
        var letters = Letters(post, item)?.Buttons ?? [];
        var begin = letters.Count == 0 && item is ChoiceItem choice
            ? [new CardButton(DailyActions.BeginDraft(post), $"Choose {Words(choice.Key.Count())}")]
            : Begin(post, item, answersInForms: false);
        if (letters.Count > 0)
        {
            yield return new Choices([.. letters.Select(Still)]);
        }

        yield return new Choices([.. begin.Append(Unknown(post)).Select(Still)]);
    }

    /// <summary>The controls of a closed question: its answers stand still, the rest works on.</summary>
    public static IEnumerable<CardPart> Closed(DailyPost post, Item item)
    {
        if (Letters(post, item) is { } letters)
        {
            yield return new Choices([.. letters.Buttons.Select(Still)]);
        }

        yield return new Choices([.. Begin(post, item, answersInForms: false).Select(Still), .. Practise(post), Own(post), Report(post)]);
    }

    /// <summary>The row below a reveal.</summary>
    public static Choices AfterReveal(DailyPost post) => new([.. Practise(post), Own(post), Report(post)]);

    /// <summary>The button that reports a question.</summary>
    public static CardButton Report(DailyPost post) => new(DailyActions.ReportOn(post), "Report") { Typed = $"/report {post.Number} <reason>" };

    /// <summary>Lettered parts as entries of a menu: the letter and the text as far as there is room, since a closed menu shows nothing but the label.</summary>
    public static IReadOnlyList<MenuOption> Options(DailyPost post, Item item, IEnumerable<PartId> parts) =>
    [
        .. parts.Select(part => new MenuOption(post.Presentation.LetterOf(part), Short(Line(post, item, part), CardLimits.MenuLabel))),
    ];

    /// <summary>A part with its letter.</summary>
    internal static string Line(DailyPost post, Item item, PartId part) => $"{post.Presentation.LetterOf(part)} · {QuestionCards.TextOf(item, part)}";

    /// <summary>A text cut with an ellipsis, on one line.</summary>
    internal static string Short(string text, int limit)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= limit ? line : string.Concat(line.AsSpan(0, limit - 1).TrimEnd(), "…");
    }

    private static Choices? Letters(DailyPost post, Item item) =>
        item is ChoiceItem choice && choice.Key.Count() == 1 && post.Presentation.Lettered.Count <= CardLimits.Buttons
            ? new([.. post.Presentation.Lettered.Select(post.Presentation.LetterOf).Select(letter => new CardButton(DailyActions.AnswerWith(post, letter), letter))])
            : null;

    private static IEnumerable<CardButton> Begin(DailyPost post, Item item, bool answersInForms) => item switch
    {
        ChoiceItem choice when answersInForms && choice.Key.Count() > 1 =>
            [new(DailyActions.BeginDraft(post), $"Choose {Words(choice.Key.Count())}", IsPrimary: true)],
        OrderingItem => [new(DailyActions.BeginDraft(post), "Put in order", IsPrimary: true) { Typed = Example(post, item) }],
        MatchingItem => [new(DailyActions.BeginDraft(post), "Match", IsPrimary: true) { Typed = Example(post, item) }],
        _ => [],
    };

    private static CardButton Unknown(DailyPost post) => new(DailyActions.AnswerWith(post, "?"), "I don't know") { Typed = $"{post.Number} ?" };

    /// <summary>Shows a daily question once more, to answer it as practice; a round's and one that was taken back take no answers any more.</summary>
    private static IEnumerable<CardButton> Practise(DailyPost post) => post.Round is null && post.State != PostState.Withdrawn
        ? [new(DailyActions.ShowAgain(post), "Practise") { Typed = $"/answer {post.Number} <answer>" }]
        : [];

    private static CardButton Own(DailyPost post) => new(DailyActions.Explain(post), "My answer") { Typed = $"/why {post.Number}" };

    private static CardButton Still(CardButton button) => button with { IsDisabled = true, IsPrimary = false };

    private static string Example(DailyPost post, Item item) => $"/answer {post.Number} <{(item is MatchingItem ? "pairs" : "letters")}>";

    internal static string Words(int count) => count switch { 2 => "two", 3 => "three", 4 => "four", _ => $"{count}" };
}
