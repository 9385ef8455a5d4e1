using MlaBot.Chat.Cards;
using MlaBot.Chat.Platform;
using MlaBot.Core;

namespace MlaBot.Chat.Commands;

/// <summary>Cards for commands that could not be carried out as they came.</summary>
internal static class RefusedCards
{
    /// <summary>The refusal; where nothing but one value with suggestions is missing, with a field to find it in.</summary>
    public static Card For(Refusal reason, CommandSpec spec, ChatRequest request)
    {
        var card = RefusalCards.For(reason);
        return reason.Code == ChatDispatcher.OptionMissing && spec.Options.Where(option => option.IsRequired).ToArray() is [{ HasSuggestions: true } missing]
            // A field carries the command out with its one value, so what was typed besides would be lost.
            && request.Options.Values.All(string.IsNullOrWhiteSpace)
            ? card with { Parts = [.. card.Parts, new Finder(spec.Name, missing.Name, Prompt(missing))] }
            : card;
    }

    private static string Prompt(OptionSpec option) =>
        option.Description.Length <= CardLimits.MenuLabel ? option.Description : $"{option.Description[..(CardLimits.MenuLabel - 1)]}…";
}
