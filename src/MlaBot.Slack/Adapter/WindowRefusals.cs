using MlaBot.Chat.Cards;
using MlaBot.Core;
using MlaBot.Slack.WebApi;

namespace MlaBot.Slack.Adapter;

/// <summary>What a person reads in place of a window that Slack did not open.</summary>
internal static class WindowRefusals
{
    /// <summary>The word for a refusal of <c>views.open</c>, <c>views.push</c> or <c>views.update</c>.</summary>
    public static Card Of(SlackApiException refused) => RefusalCards.For(refused.Error is SlackErrors.ExpiredTrigger or SlackErrors.ExchangedTrigger
        ? new Refusal("window-slow", "That took too long, so I cannot open the window now.", "Please try again.")
        : new Refusal("window", "Slack did not open the window. Nothing was lost.", "Please try again in a moment."));
}
