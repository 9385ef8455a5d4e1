using MlaBot.Core.Channels;
using MlaBot.Core.Questions;

namespace MlaBot.Core.Daily;

/// <summary>Shows daily questions in their channels. Implemented over the chat platforms.</summary>
/// <remarks>A failure is an <see cref="ExternalFaultException"/>, or a <see cref="ChannelGoneException"/> when a person must act.
/// Where a person deleted the message, counting and closing throw a <see cref="MessageGoneException"/>; the reveal stands alone then.</remarks>
public interface IDailyPublisher
{
    /// <summary>True while a group's platform can be posted to.</summary>
    bool IsReady(GroupKey group);

    /// <summary>Posts the question.</summary>
    /// <returns>The platform's id of the message, once the platform confirmed it.</returns>
    Task<string> PublishAsync(DailyPost post, Item item, Channel channel, CancellationToken cancellationToken);

    /// <summary>Finds a question that may have been posted before a crash; null when it was not.</summary>
    Task<string?> FindAsync(DailyPost post, CancellationToken cancellationToken);

    /// <summary>Shows how many people have answered; the last value wins.</summary>
    Task ShowCountAsync(DailyPost post, Item item, int participants, CancellationToken cancellationToken);

    /// <summary>Takes the controls away from a question that closed or was withdrawn.</summary>
    Task CloseAsync(DailyPost post, Item item, int participants, CancellationToken cancellationToken);

    /// <summary>Publishes key, reasons and distribution, unless they stand there already.</summary>
    /// <param name="post">The post.</param>
    /// <param name="item">The item as shown.</param>
    /// <param name="channel">The channel's settings.</param>
    /// <param name="answers">The answers that count.</param>
    /// <param name="isInDoubt">True when an earlier try may have published it, so that it must be looked for.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task RevealAsync(DailyPost post, Item item, Channel channel, IReadOnlyList<DailyAnswer> answers, bool isInDoubt, CancellationToken cancellationToken);

    /// <summary>Tells the admins of a channel what happened and what they can do: in the channel, or in private the admin who set
    /// it up when nothing can be posted there.</summary>
    /// <returns>False when nobody could be reached: the channel is closed to the bot, and so are that admin's private messages.</returns>
    Task<bool> TellAdminsAsync(Channel channel, string sentence, CancellationToken cancellationToken);
}
