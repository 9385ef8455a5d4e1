using System.Globalization;
using MlaBot.Chat.Cards;
using MlaBot.Chat.Platform;
using MlaBot.Core.Notes;

namespace MlaBot.Chat.Notes;

/// <summary>Cards of tips.</summary>
public static class TipCards
{
    /// <summary>The name of the action that shows another tip.</summary>
    public const string Next = "tip.next";

    /// <summary>What is said when the content holds no tips.</summary>
    public static Card None { get; } = RefusalCards.For(new("tip-none", "My content holds no tips.", "Type /note for the study notes."));

    /// <summary>One tip.</summary>
    /// <param name="tips">All tips.</param>
    /// <param name="index">Its place from 0.</param>
    /// <param name="isOfToday">True for the tip of a person's day.</param>
    public static Card Tip(IReadOnlyList<Tip> tips, int index, bool isOfToday)
    {
        var next = (index + 1) % tips.Count;
        return new Card(
            new Header(LongText.Shortened(tips[index].Title, CardLimits.Header)),
            new Section(tips[index].Text),
            new Choices([new CardButton(new ActionId(Next, next.ToString(CultureInfo.InvariantCulture)), "Another") { Typed = $"/tip {next + 1}" }]),
            new ContextLine($"Tip {index + 1} of {tips.Count}.{(isOfToday ? " Tomorrow /tip shows you another one." : "")}")).Privately();
    }
}
