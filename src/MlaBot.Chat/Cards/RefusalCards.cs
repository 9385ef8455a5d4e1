using MlaBot.Core;

namespace MlaBot.Chat.Cards;

/// <summary>Words every refusal in the same way: what is wrong, then what to do.</summary>
public static class RefusalCards
{
    /// <summary>The card for a refusal, seen only by the person who asked.</summary>
    public static Card For(Refusal reason) =>
        new(new Section(reason.NextStep.Length == 0 ? reason.Sentence : $"{reason.Sentence} {reason.NextStep}"))
        {
            IsPrivate = true,
            Tone = CardTone.Caution,
        };
}
