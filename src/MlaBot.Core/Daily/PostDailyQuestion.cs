using MlaBot.Core.Channels;
using MlaBot.Core.Content;
using MlaBot.Core.Questions;
using MlaBot.Core.Time;

namespace MlaBot.Core.Daily;

/// <summary>Sends a planned question exactly once: intent before, message id after, and doubt settled by looking.</summary>
/// <remarks>Product rule 4.1, step 2.</remarks>
public sealed class PostDailyQuestion(
    IDailyStore store,
    IChannelStore channels,
    IContentSource content,
    IDailyPublisher publisher,
    PostPlanner planner,
    PauseSchedules pause,
    AdminNews news,
    DailyRules rules,
    IDailyLog log,
    TimeProvider clock)
{
    /// <summary>Sends a planned post that is due, or records it as missed.</summary>
    public async Task PostAsync(DailyPost planned, CancellationToken cancellationToken)
    {
        var schedule = await store.FindScheduleAsync(planned.Schedule, cancellationToken);
        var channel = await channels.FindAsync(planned.Channel, cancellationToken);
        if (schedule is null || channel is null || schedule.IsPaused)
        {
            await store.DropPlannedAsync(planned.Schedule, cancellationToken);
            return;
        }

        if (clock.Now() > planned.DueAt + rules.CatchUp)
        {
            await MissAsync(schedule, planned, PostState.Planned, "I was not running, or the platform could not be reached.", cancellationToken);
            return;
        }

        if (!publisher.IsReady(planned.Channel.Group))
        {
            return;
        }

        if (content.Current.Item(planned.Item) is not { } item || item.Version != planned.ItemVersion || !IsAsked(item, channel))
        {
            // The bank or the channel's exam moved on since the plan was made: the item must be one of that exam, its letters and version today's.
            await planner.SwapAsync(schedule, planned, cancellationToken);
            return;
        }

        if ((await planner.RestingAsync(planned.Channel.Group, cancellationToken)).Contains(new(item.Id, item.Version)))
        {
            await ReplaceRestingAsync(schedule, planned, cancellationToken);
            return;
        }

        // The closing time of an intended post is what its message says; opening it sets the exact one.
        var intended = planned with { State = PostState.Intended, Feedback = channel.Feedback, ClosesAt = clock.Now() + channel.OpenFor, Note = "" };
        if (await store.IntendAsync(intended, item, cancellationToken) is { } numbered)
        {
            await SendAsync(schedule, channel, numbered, item, isInDoubt: false, cancellationToken);
        }
    }

    /// <summary>Settles a post whose sending was interrupted: found, sent again, or recorded as missed.</summary>
    public async Task SettleAsync(DailyPost intended, CancellationToken cancellationToken)
    {
        var schedule = await store.FindScheduleAsync(intended.Schedule, cancellationToken);
        var channel = await channels.FindAsync(intended.Channel, cancellationToken);
        var item = await store.ShownItemAsync(intended.Item, intended.ItemVersion, cancellationToken);
        if (channel is null || item is null || !publisher.IsReady(intended.Channel.Group))
        {
            return;
        }

        await SendAsync(schedule, channel, intended, item, isInDoubt: true, cancellationToken);
    }

    // An exam that has left the content asks what it asked before.
    private bool IsAsked(Item item, Channel channel) => content.Current.Bank(channel.Exam)?.Has(item.Id) ?? true;

    /// <summary>Puts another item into a plan whose own was reported; where all of them were, the date is left out and excused.</summary>
    private async Task ReplaceRestingAsync(Schedule schedule, DailyPost planned, CancellationToken cancellationToken)
    {
        var resting = await planner.RestingAsync(planned.Channel.Group, cancellationToken);
        var isReplaced = await planner.SwapAsync(schedule, planned, cancellationToken) is Outcome<DailyPost>.Ok(var swapped)
            && !resting.Contains(new(swapped.Item, swapped.ItemVersion));
        if (!isReplaced)
        {
            await MissAsync(schedule, planned, PostState.Planned, "Every question of this domain was reported and waits for an admin: /reports list.", cancellationToken);
        }
    }

    private async Task SendAsync(
        Schedule? schedule, Channel channel, DailyPost intended, Item item, bool isInDoubt, CancellationToken cancellationToken)
    {
        try
        {
            var found = isInDoubt ? await rules.WithinAsync(clock, token => publisher.FindAsync(intended, token), cancellationToken) : null;
            if (found is null && clock.Now() > intended.DueAt + rules.CatchUp)
            {
                await MissAsync(schedule, intended, PostState.Intended, "The platform did not take it in time.", cancellationToken);
                return;
            }

            var messageId = found ?? await rules.WithinAsync(clock, token => publisher.PublishAsync(intended, item, channel, token), cancellationToken);
            await OpenAsync(schedule, channel, intended, messageId, cancellationToken);
        }
        catch (ChannelGoneException gone)
        {
            await GiveUpAsync(intended, gone, cancellationToken);
        }
        catch (ExternalFaultException refused) when (!refused.IsTransient)
        {
            await RefusedAsync(schedule, channel, intended, refused, cancellationToken);
        }
        catch (ExternalFaultException fault)
        {
            log.WillRetry(intended, fault);
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            log.WillRetry(intended, late);
        }
    }

    private async Task OpenAsync(
        Schedule? schedule, Channel channel, DailyPost intended, string messageId, CancellationToken cancellationToken)
    {
        // The clock starts when the platform has confirmed the message.
        var now = clock.Now();
        var open = intended with { State = PostState.Open, MessageId = messageId, OpenedAt = now, ClosesAt = now + channel.OpenFor };
        if (await store.AdvanceAsync(open, PostState.Intended, cancellationToken))
        {
            log.Posted(open);
            await PlanNextAsync(schedule, open, cancellationToken);
        }
    }

    private async Task MissAsync(Schedule? schedule, DailyPost late, PostState expected, string reason, CancellationToken cancellationToken)
    {
        var missed = late with { State = PostState.Missed, Note = reason };
        if (await store.AdvanceAsync(missed, expected, cancellationToken))
        {
            log.Missed(missed);
            await PlanNextAsync(schedule, missed, cancellationToken);
        }
    }

    // What was refused for good would be refused again at every sweep.
    private async Task RefusedAsync(Schedule? schedule, Channel channel, DailyPost intended, ExternalFaultException refused, CancellationToken cancellationToken)
    {
        log.Refused(intended, refused);
        await MissAsync(schedule, intended, PostState.Intended, "The platform refused it.", cancellationToken);
        await news.TellAsync(
            channel,
            $"Question {intended.Number} could not be posted: the platform refused it. Its day is excused, and the next question comes as planned. Please tell whoever runs me; my log says what was refused.",
            cancellationToken);
    }

    private async Task GiveUpAsync(DailyPost intended, ChannelGoneException gone, CancellationToken cancellationToken)
    {
        await store.AdvanceAsync(intended with { State = PostState.Missed, Note = gone.Message }, PostState.Intended, cancellationToken);
        await pause.ChannelAsync(intended.Channel, gone.Message, gone.IsDeleted, cancellationToken);
    }

    private async Task PlanNextAsync(Schedule? schedule, DailyPost done, CancellationToken cancellationToken)
    {
        if (schedule is { IsPaused: false } && done.Slot == 0)
        {
            await planner.PlanAfterAsync(schedule, done.Date, cancellationToken);
        }
    }
}
