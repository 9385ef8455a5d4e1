using NodaTime;

namespace MlaBot.Core.Rounds;

/// <summary>The points of one answer.</summary>
/// <remarks>Product rule 4.4: accuracy first. The part for speed falls in a straight line from the end of the grace to the end of the time,
/// so that a wrong answer never beats a right one and a second of delay costs a few points at most.</remarks>
public static class RoundPoints
{
    /// <summary>Works out the points of an answer.</summary>
    /// <param name="isRight">Whether it was right in full.</param>
    /// <param name="took">The time since the controls opened, as the platform confirmed it; never negative.</param>
    /// <param name="allowed">The time that the question had when it opened; an extension changes nothing for those who were quick.</param>
    /// <param name="scoring">What the host chose.</param>
    /// <param name="grace">The time in which speed is not counted.</param>
    /// <returns>0 for a wrong answer, otherwise from 1000 to 1000 and <see cref="RoundRules.MostForSpeed"/>.</returns>
    public static int Of(bool isRight, Duration took, Duration allowed, RoundScoring scoring, Duration grace)
    {
        if (!isRight)
        {
            return 0;
        }

        var most = RoundRules.MostForSpeed(scoring);
        var counted = took - grace;
        var whole = allowed - grace;
        if (most == 0 || counted <= Duration.Zero || whole <= Duration.Zero)
        {
            return RoundRules.RightAnswer + (whole <= Duration.Zero ? 0 : most);
        }

        // In whole ticks, so that whoever works it out again from the same instants gets the same points.
        var (part, all) = (Math.Max(0, (whole - counted).BclCompatibleTicks), whole.BclCompatibleTicks);
        return RoundRules.RightAnswer + (int)(((2 * most * part) + all) / (2 * all));
    }
}
