using MlaBot.Chat.Cards;
using MlaBot.Chat.Commands;
using MlaBot.Chat.Platform;
using MlaBot.Chat.Streaks;
using MlaBot.Core;
using MlaBot.Core.Channels;
using MlaBot.Core.Time;
using NodaTime;

namespace MlaBot.Chat.Setup;

/// <summary><c>/rest days</c> sets the group's rest days.</summary>
internal sealed class RestCommand(IChannelStore channels, HomeZone homeZone, TimeProvider clock) : IChatCommand
{
    public CommandSpec Spec { get; } = new("rest", "Set the days on which nobody's streak needs an answer")
    {
        IsAdmin = true,
        Options = [new("days", "weekend, none, or names such as sat,sun", IsRequired: true)],
        Examples = ["rest weekend", "rest none"],
    };

    public async Task<Card> HandleAsync(ChatRequest request, CancellationToken cancellationToken)
    {
        if (Days.ParseDays(request.Option("days")) is not Outcome<IReadOnlySet<IsoDayOfWeek>>.Ok(var days))
        {
            return RefusalCards.For(((Outcome<IReadOnlySet<IsoDayOfWeek>>.Refused)Days.ParseDays(request.Option("days"))).Reason);
        }

        if (days.Count == 7)
        {
            return RefusalCards.For(new Refusal("rest-all", "Seven rest days leave no day for a streak.", "Name fewer days, such as weekend."));
        }

        var zone = await homeZone.OfAsync(request, cancellationToken);
        var today = clock.Now().InZone(zone).Date;
        await channels.SaveRestDaysAsync(request.Channel.Group, new RestDayRule(today, days), cancellationToken);
        return new Card(new Section($"Rest days from {Days.Iso(today)} on: {Days.Say(days)}. Earlier days stay as they were.")).Privately();
    }
}
