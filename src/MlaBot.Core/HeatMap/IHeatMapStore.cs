using MlaBot.Core.Channels;
using MlaBot.Core.Questions;
using NodaTime;

namespace MlaBot.Core.HeatMap;

/// <summary>Reads what a group's heat map is made of.</summary>
public interface IHeatMapStore
{
    /// <summary>The questions of a channel whose key is public, each with its first attempts before the reveal: daily questions and those of live
    /// rounds. Practice, questions that were taken back and second votes of a round are left out.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="from">The earliest instant at which a question was due.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The questions that have such answers, in the order of their posts.</returns>
    Task<IReadOnlyList<AnsweredPost>> ReadAsync(ChannelKey channel, Instant from, CancellationToken cancellationToken);
}

/// <summary>A question with its first attempts.</summary>
/// <param name="Item">The item.</param>
/// <param name="Version">Its version as shown.</param>
/// <param name="Attempts">The attempts; at least one, one a person.</param>
public sealed record AnsweredPost(ItemId Item, int Version, IReadOnlyList<Attempt> Attempts);

/// <summary>A person's first attempt.</summary>
/// <param name="Person">A number that stands for one person while answers are counted; it is shown to nobody.</param>
/// <param name="IsRight">Whether it was right.</param>
public readonly record struct Attempt(long Person, bool IsRight);
