using NodaTime;

namespace MlaBot.Core.Rounds;

/// <summary>The numbers of a round.</summary>
/// <remarks>Product rule 4.4.</remarks>
public sealed record RoundRules
{
    /// <summary>The most questions of a round.</summary>
    public const int MostQuestions = 20;

    /// <summary>The fewest people for teams; with fewer the round is played by everybody for themselves.</summary>
    public const int FewestForTeams = 6;

    /// <summary>The points of a right answer.</summary>
    public const int RightAnswer = 1000;

    /// <summary>The longest lobby, and the longest that a phase can become when the host gives more time.</summary>
    public static readonly Duration LongestPhase = Duration.FromMinutes(10);

    /// <summary>So many questions in a row without any answer end a round.</summary>
    public const int MostUnanswered = 3;

    /// <summary>The time between the end of the lobby and the first question, and between the last reveal and the table.</summary>
    public Duration Pause { get; init; } = Duration.FromSeconds(4);

    /// <summary>The shortest and longest time for reading alone.</summary>
    public (Duration Shortest, Duration Longest) Reading { get; init; } = (Duration.FromSeconds(5), Duration.FromSeconds(15));

    /// <summary>The shortest and longest time for answering.</summary>
    public (Duration Shortest, Duration Longest) Answering { get; init; } = (Duration.FromSeconds(45), Duration.FromSeconds(90));

    /// <summary>How long presses that were under way at the end still count.</summary>
    public Duration Drain { get; init; } = Duration.FromSeconds(2);

    /// <summary>How long an explanation stands before the next question comes by itself.</summary>
    public Duration Explaining { get; init; } = Duration.FromSeconds(20);

    /// <summary>How long people talk between two votes.</summary>
    public Duration Discussing { get; init; } = Duration.FromSeconds(90);

    /// <summary>How much longer the host can make a phase with one press.</summary>
    public Duration Extension { get; init; } = Duration.FromSeconds(30);

    /// <summary>The time after the controls opened in which speed is not counted: a message does not reach everybody at once.</summary>
    public Duration SpeedGrace { get; init; } = Duration.FromSeconds(1);

    /// <summary>How long a host may keep a round waiting before it goes on by itself; also how long a host has after a restart to take a round up again.</summary>
    public Duration HostPatience { get; init; } = Duration.FromMinutes(5);

    /// <summary>How long a paused round waits for its host before it ends with what was scored.</summary>
    public Duration LongestPause { get; init; } = Duration.FromMinutes(30);

    /// <summary>After a silence of the program longer than this, a round ends with what was scored instead of going on.</summary>
    public Duration ResumesWithin { get; init; } = Duration.FromMinutes(15);

    /// <summary>The shortest time between two edits of the same message for its counts.</summary>
    public Duration CountsEvery { get; init; } = Duration.FromSeconds(3);

    /// <summary>How long one step waits for the platform before it is tried again, so that a call that never returns holds up no round.</summary>
    public Duration LongestStep { get; init; } = Duration.FromMinutes(1);

    /// <summary>How long a message that the platform does not take is tried again before the round ends.</summary>
    public Duration TriesFor { get; init; } = Duration.FromMinutes(2);

    /// <summary>The most for speed, on top of <see cref="RightAnswer"/>.</summary>
    public static int MostForSpeed(RoundScoring scoring) => scoring switch
    {
        RoundScoring.AccuracyFirst => 200,
        RoundScoring.GentleSpeed => 500,
        _ => 0,
    };
}
