using MlaBot.Core.Exams;
using MlaBot.Core.Questions;
using NodaTime;

namespace MlaBot.Storage.Packs.Reading;

/// <summary>What items of all types share.</summary>
internal sealed record ItemCommon
{
    public required ItemId Id { get; init; }

    public required int Version { get; init; }

    public required IReadOnlyList<ExamId> Exams { get; init; }

    public required IReadOnlyList<BlueprintId> Blueprint { get; init; }

    public required IReadOnlyList<string> Services { get; init; }

    public required int Difficulty { get; init; }

    public required LocalDate AsOf { get; init; }

    public required string Stem { get; init; }

    public required string Takeaway { get; init; }

    public required IReadOnlyList<string> References { get; init; }

    public required string? Qualifier { get; init; }

    public required bool Shuffle { get; init; }

    public required string Source { get; init; }

    /// <summary>Makes a choice item.</summary>
    public ChoiceItem Choice(IReadOnlyList<AnswerOption> options, bool isMultiple) => new()
    {
        Id = Id,
        Version = Version,
        Exams = Exams,
        Blueprint = Blueprint,
        Services = Services,
        Difficulty = Difficulty,
        AsOf = AsOf,
        Stem = Stem,
        Takeaway = Takeaway,
        References = References,
        Qualifier = Qualifier,
        Shuffle = Shuffle,
        Source = Source,
        Options = options,
        IsMultiple = isMultiple,
    };

    /// <summary>Makes an ordering item.</summary>
    public OrderingItem Ordering(IReadOnlyList<OrderingStep> steps, IReadOnlyList<PartId> key, IReadOnlyList<PartId> shown) => new()
    {
        Id = Id,
        Version = Version,
        Exams = Exams,
        Blueprint = Blueprint,
        Services = Services,
        Difficulty = Difficulty,
        AsOf = AsOf,
        Stem = Stem,
        Takeaway = Takeaway,
        References = References,
        Qualifier = Qualifier,
        Shuffle = Shuffle,
        Source = Source,
        Steps = steps,
        Key = key,
        Shown = shown,
    };

    /// <summary>Makes a matching item.</summary>
    public MatchingItem Matching(IReadOnlyList<MatchingPrompt> prompts, IReadOnlyList<MatchingResponse> responses) => new()
    {
        Id = Id,
        Version = Version,
        Exams = Exams,
        Blueprint = Blueprint,
        Services = Services,
        Difficulty = Difficulty,
        AsOf = AsOf,
        Stem = Stem,
        Takeaway = Takeaway,
        References = References,
        Qualifier = Qualifier,
        Shuffle = Shuffle,
        Source = Source,
        Prompts = prompts,
        Responses = responses,
    };
}
