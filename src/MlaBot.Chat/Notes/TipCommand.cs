using System.Globalization;
using MlaBot.Chat.Cards;
using MlaBot.Chat.Commands;
using MlaBot.Chat.Platform;
using MlaBot.Core.Channels;
using MlaBot.Core.Content;
using MlaBot.Core.Notes;

namespace MlaBot.Chat.Notes;

/// <summary><c>/tip</c> shows one answering strategy: another each day.</summary>
internal sealed class TipCommand(IContentSource content, ChannelPlace places, PlanStudy planStudy) : IChatCommand
{
    public CommandSpec Spec { get; } = new("tip", "One strategy for answering exam questions; another one each day")
    {
        Options = [new("number", "Its number; nothing for today's")],
        Examples = ["tip", "tip 3"],
    };

    public async Task<Card> HandleAsync(ChatRequest request, CancellationToken cancellationToken)
    {
        var channel = await places.FindAsync(request, cancellationToken);
        var tips = TipList.For(content.Current.Tips, content.Current.ExamOf(channel));
        if (tips.Count == 0)
        {
            return TipCards.None;
        }

        var wanted = request.Option("number");
        if (wanted.Length > 0)
        {
            return int.TryParse(wanted, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= tips.Count
                ? TipCards.Tip(tips, number - 1, isOfToday: false)
                : RefusalCards.For(new("tip-unknown", $"There is no tip of that number; there are {tips.Count}.", $"Type /tip with a number from 1 to {tips.Count}, or /tip for today's."));
        }

        var today = await planStudy.TodayAsync(request.User.Key, channel, cancellationToken);
        return TipCards.Tip(tips, DailyTip.IndexOf(request.User.Key, today, tips.Count), isOfToday: true);
    }
}

/// <summary>A press on the button for another tip.</summary>
internal sealed class TipNextAction(IContentSource content, IChannelStore channels) : IChatAction
{
    public string Name => TipCards.Next;

    public async Task<Card> HandleAsync(ChatPress press, CancellationToken cancellationToken)
    {
        var tips = TipList.For(content.Current.Tips, content.Current.ExamOf(await channels.FindAsync(press.Channel, cancellationToken)));
        return tips.Count > 0 && press.Action.Arguments is [var text] && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? TipCards.Tip(tips, number % tips.Count, isOfToday: false) with { ReplacesMessage = true }
            : TipCards.None;
    }
}
