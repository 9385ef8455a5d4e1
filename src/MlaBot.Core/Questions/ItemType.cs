namespace MlaBot.Core.Questions;

/// <summary>The five question types of the exam programme.</summary>
public enum ItemType
{
    /// <summary>One right option among four.</summary>
    MultipleChoice,

    /// <summary>Two or more right options among five or more.</summary>
    MultipleResponse,

    /// <summary>Three to five steps to be put in order.</summary>
    Ordering,

    /// <summary>Three to seven prompts, each to be given a response.</summary>
    Matching,

    /// <summary>A choice about a scenario that several items share; credited by itself.</summary>
    CaseStudy,
}
