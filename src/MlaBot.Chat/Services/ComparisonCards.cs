using MlaBot.Chat.Cards;
using MlaBot.Core.Content;
using MlaBot.Core.Services;

namespace MlaBot.Chat.Services;

/// <summary>Cards that set two services side by side.</summary>
public static class ComparisonCards
{
    /// <summary>The written comparison where there is one, else what the two entries of the catalogue say.</summary>
    public static Card For(ServicePair pair, ContentSnapshot content)
    {
        var (left, right) = (pair.Left, pair.Right);
        List<CardPart> parts = [new Header(ServiceCards.Cut($"{left.Name} or {right.Name}?", CardLimits.Header))];
        parts.AddRange(pair.Written is { } written ? Written(written, pair, content) : Computed(pair, content));
        parts.Add(ServiceButtons.Row([left.Slug, right.Slug], content)!);
        if (pair.Written is { } read)
        {
            parts.Add(new ContextLine($"As of {ServiceWords.Date(read.AsOf)}: {string.Join("; ", read.Sources)}."));
        }

        return new Card(parts)
        {
            IsPrivate = true,
            Tone = ServiceCards.Tone(left) == CardTone.Neutral ? ServiceCards.Tone(right) : ServiceCards.Tone(left),
        };
    }

    private static IEnumerable<CardPart> Written(Comparison written, ServicePair pair, ContentSnapshot content) =>
    [
        new Section(written.Difference),
        new Table(
            ["", pair.Left.Name, pair.Right.Name],
            [.. written.Rows.Append(written.Clue).Select(row => (IReadOnlyList<string>)[row.Aspect, row.Left, row.Right]), .. Status(pair)]),
        new Section($"**Trap:** {written.Trap}"),
        new Section($"**Blueprint:**\n{ServiceCards.Lines(ServiceCards.Points(written.Blueprint, content))}"),
    ];

    private static IEnumerable<CardPart> Computed(ServicePair pair, ContentSnapshot content)
    {
        var (left, right) = (pair.Left, pair.Right);
        List<IReadOnlyList<string>> rows = [["What", left.What, right.What], ["Pick when", left.PickWhen, right.PickWhen]];
        if (pair.LeftInstead is not null || pair.RightInstead is not null)
        {
            rows.Add(["Between the two", pair.LeftInstead ?? "", pair.RightInstead ?? ""]);
        }

        var shared = left.Blueprint.Intersect(right.Blueprint).ToArray();
        return
        [
            new Table(["", left.Name, right.Name], [.. rows, .. Status(pair)]),
            new Section(shared.Length == 0 ? "They share no blueprint point." : $"**Both serve:**\n{ServiceCards.Lines(ServiceCards.Points(shared, content))}"),
        ];
    }

    private static IEnumerable<IReadOnlyList<string>> Status(ServicePair pair) =>
    [
        ["Exam guide", ServiceWords.Guide(pair.Left), ServiceWords.Guide(pair.Right)],
        ["At AWS", ServiceWords.Today(pair.Left.Status), ServiceWords.Today(pair.Right.Status)],
    ];
}
