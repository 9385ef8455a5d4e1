using System.Text.Json.Serialization;

namespace MlaBot.Core.Questions;

/// <summary>A multiple-choice, multiple-response or case-study item.</summary>
public sealed record ChoiceItem : Item
{
    /// <summary>The options in the order of the pack; four to six.</summary>
    public required IReadOnlyList<AnswerOption> Options { get; init; }

    /// <summary>The scenario of a case-study item; null for the other types.</summary>
    public CaseScenario? Case { get; init; }

    /// <summary>True when the stem asks for more than one option.</summary>
    public required bool IsMultiple { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override ItemType Type =>
        Case is not null ? ItemType.CaseStudy : IsMultiple ? ItemType.MultipleResponse : ItemType.MultipleChoice;

    /// <summary>The options that must all be picked: at least one, never every option.</summary>
    [JsonIgnore]
    public IEnumerable<PartId> Key => Options.Where(option => option.IsCorrect).Select(option => option.Id);
}

/// <summary>One option of a choice item.</summary>
/// <param name="Id">Its id within the item.</param>
/// <param name="Text">What the learner reads.</param>
/// <param name="IsCorrect">True when it belongs to the key.</param>
/// <param name="Why">Why it is right, or which constraint it breaks and when it would be right.</param>
/// <param name="Misconception">The confusion that makes a distractor attractive; null for keys.</param>
public sealed record AnswerOption(PartId Id, string Text, bool IsCorrect, string Why, string? Misconception);

/// <summary>The scenario that the items of a case study share.</summary>
/// <param name="Id">The case's id, such as <c>case-1-01</c>.</param>
/// <param name="Title">A short title.</param>
/// <param name="Scenario">The scenario in Markdown.</param>
public sealed record CaseScenario(string Id, string Title, string Scenario);
