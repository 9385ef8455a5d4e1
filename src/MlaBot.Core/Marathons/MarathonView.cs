using MlaBot.Core.Boards;
using MlaBot.Core.Channels;
using NodaTime;

namespace MlaBot.Core.Marathons;

/// <summary>A challenge over several days as one person sees it.</summary>
public sealed record MarathonView
{
    /// <summary>The channel.</summary>
    public required Channel Channel { get; init; }

    /// <summary>The challenge.</summary>
    public required Marathon Marathon { get; init; }

    /// <summary>The present date in the channel's zone.</summary>
    public required LocalDate Today { get; init; }

    /// <summary>Its people.</summary>
    public required SeenBoard Board { get; init; }

    /// <summary>What the group did together.</summary>
    public required GroupEffort Effort { get; init; }

    /// <summary>The fewest answers with which a person is ranked at present.</summary>
    public int Minimum => MarathonRules.MinimumSample(Effort.Asked);
}

/// <summary>What a group did together; it says nothing about persons.</summary>
/// <param name="Asked">Dates on which a question was revealed.</param>
/// <param name="Kept">Dates on which a quorum of the active members took part.</param>
/// <param name="Answers">Answers of those who may be counted.</param>
public readonly record struct GroupEffort(int Asked, int Kept, int Answers);
