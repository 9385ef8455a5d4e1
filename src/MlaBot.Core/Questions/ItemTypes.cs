namespace MlaBot.Core.Questions;

/// <summary>The question types as packs name them.</summary>
public static class ItemTypes
{
    /// <summary>The name of a type, such as <c>multiple-choice</c>.</summary>
    public static string Code(this ItemType type) => type switch
    {
        ItemType.MultipleChoice => "multiple-choice",
        ItemType.MultipleResponse => "multiple-response",
        ItemType.Ordering => "ordering",
        ItemType.Matching => "matching",
        _ => "case-study",
    };
}
