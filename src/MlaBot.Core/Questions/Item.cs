using System.Text.Json.Serialization;
using MlaBot.Core.Exams;
using NodaTime;

namespace MlaBot.Core.Questions;

/// <summary>A question of the bank, as one version of its pack states it.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(ChoiceItem), "choice")]
[JsonDerivedType(typeof(OrderingItem), "ordering")]
[JsonDerivedType(typeof(MatchingItem), "matching")]
public abstract record Item
{
    /// <summary>The id; unique in the bank.</summary>
    public required ItemId Id { get; init; }

    /// <summary>Counts up from 1 whenever the meaning of the item changes.</summary>
    public required int Version { get; init; }

    /// <summary>The question type.</summary>
    [JsonIgnore]
    public abstract ItemType Type { get; }

    /// <summary>The exams that the item serves; at least one.</summary>
    public required IReadOnlyList<ExamId> Exams { get; init; }

    /// <summary>The blueprint points it tests; the first is the main target. One to three.</summary>
    public required IReadOnlyList<BlueprintId> Blueprint { get; init; }

    /// <summary>Slugs of the services it is about.</summary>
    public required IReadOnlyList<string> Services { get; init; }

    /// <summary>1 recognise, 2 apply, 3 analyse.</summary>
    public required int Difficulty { get; init; }

    /// <summary>When its facts were last checked.</summary>
    public required LocalDate AsOf { get; init; }

    /// <summary>The question, in Markdown without headings.</summary>
    public required string Stem { get; init; }

    /// <summary>One sentence to carry away.</summary>
    public required string Takeaway { get; init; }

    /// <summary>Titles of the official pages behind it; at least one.</summary>
    public required IReadOnlyList<string> References { get; init; }

    /// <summary>The deciding constraint in the stem, such as <c>most-cost-effective</c>; null when there is none.</summary>
    public string? Qualifier { get; init; }

    /// <summary>False when the order of the options carries meaning, such as a ladder of numbers.</summary>
    public bool Shuffle { get; init; } = true;

    /// <summary>Where the item stands in its pack, as <c>file(line)</c>; empty once it came back from the store.</summary>
    [JsonIgnore]
    public string Source { get; init; } = "";

    /// <summary>The task of the main blueprint point.</summary>
    [JsonIgnore]
    public TaskId Task => Blueprint[0].Task;

    /// <summary>The domain of the main blueprint point.</summary>
    [JsonIgnore]
    public DomainId Domain => Task.Domain;
}
