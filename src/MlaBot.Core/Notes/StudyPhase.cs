namespace MlaBot.Core.Notes;

/// <summary>What a stretch of a study plan is for, in the order in which they come.</summary>
public enum StudyPhase
{
    /// <summary>Answering questions of all domains to see what is missing.</summary>
    FindGaps,

    /// <summary>Learning the tasks of the blueprint one after the other.</summary>
    Study,

    /// <summary>Going over what is weak.</summary>
    Revise,

    /// <summary>Mixed questions under light time pressure.</summary>
    Practise,

    /// <summary>Whole exams in exam time.</summary>
    Rehearse,
}
