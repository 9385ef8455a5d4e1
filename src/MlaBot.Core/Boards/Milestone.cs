using MlaBot.Core.Streaks;
using NodaTime;

namespace MlaBot.Core.Boards;

/// <summary>What a milestone is reached by. Stored as a number: add at the end, never renumber.</summary>
public enum MilestoneKind
{
    /// <summary>Due questions answered, right or wrong.</summary>
    Answers = 0,

    /// <summary>Days in a row.</summary>
    Streak = 1,

    /// <summary>A week from Monday to Sunday with an answer on every day that asked for one, on five days at least.</summary>
    FullWeek = 2,
}

/// <summary>Something that a person reached by effort, never by rank or by being right.</summary>
/// <param name="Kind">By what.</param>
/// <param name="Value">How many: answers, days or weeks.</param>
/// <remarks>Source: product row 43; the lengths of rows are those of section 4.3.</remarks>
public readonly record struct Milestone(MilestoneKind Kind, int Value)
{
    /// <summary>Numbers of answered due questions that are milestones.</summary>
    public static IReadOnlyList<int> Answers { get; } = [25, 50, 100, 250, 500];

    /// <summary>Every milestone that a record holds, by kind and value.</summary>
    /// <param name="answered">Due questions answered.</param>
    /// <param name="streak">The person's streak.</param>
    public static IReadOnlyList<Milestone> Reached(int answered, Streak streak)
    {
        List<Milestone> reached = [];
        Add(MilestoneKind.Answers, Answers, answered);
        Add(MilestoneKind.Streak, StreakRules.Milestones, streak.Longest);
        Add(MilestoneKind.FullWeek, [1], Math.Min(streak.FullWeeks, 1));
        return reached;

        void Add(MilestoneKind kind, IReadOnlyList<int> values, int record)
        {
            for (var index = 0; index < values.Count && values[index] <= record; index++)
            {
                reached.Add(new Milestone(kind, values[index]));
            }
        }
    }
}

/// <summary>A milestone that a person was told of.</summary>
/// <param name="Milestone">Which.</param>
/// <param name="At">When.</param>
public readonly record struct ReachedMilestone(Milestone Milestone, Instant At);
