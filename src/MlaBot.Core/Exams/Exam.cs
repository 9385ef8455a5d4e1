using MlaBot.Core.Questions;
using NodaTime;

namespace MlaBot.Core.Exams;

/// <summary>An exam as its pack states it: facts, dates, blueprint.</summary>
public sealed record Exam
{
    /// <summary>The exam's code.</summary>
    public required ExamId Id { get; init; }

    /// <summary>The official name.</summary>
    public required string Name { get; init; }

    /// <summary>When the pack's facts were last checked.</summary>
    public required LocalDate AsOf { get; init; }

    /// <summary>Size, time, score and price.</summary>
    public required ExamForm Form { get; init; }

    /// <summary>The domains in the order of the guide; weights add up to 100.</summary>
    public required IReadOnlyList<ExamDomain> Domains { get; init; }

    /// <summary>The question types that the current guide names, in its order.</summary>
    public required IReadOnlyList<string> QuestionTypes { get; init; }

    /// <summary>Types that only an earlier guide named; their items are asked as practice.</summary>
    public IReadOnlyList<string> PracticeTypes { get; init; } = [];

    /// <summary>Who sits this exam rather than another one, in a sentence; empty when the pack does not say.</summary>
    public string ChooseWhen { get; init; } = "";

    /// <summary>Sittings, languages and the successor: what someone who registers must know first.</summary>
    public required IReadOnlyList<DatedFact> Availability { get; init; }

    /// <summary>Renamed, closed and ended services and other changes, in the order of the pack.</summary>
    public required IReadOnlyList<DatedFact> Changes { get; init; }

    /// <summary>Slugs of the services that candidates meet most often; a full bank asks about each of them several times.</summary>
    public IReadOnlyList<string> CoreServices { get; init; } = [];

    /// <summary>How often a full bank has a service as its key; empty when the pack does not say.</summary>
    public IReadOnlyList<KeyShare> KeyShares { get; init; } = [];

    /// <summary>True when items of a type are asked, on the exam or as practice.</summary>
    public bool Asks(ItemType type) =>
        QuestionTypes.Contains(type.Code(), StringComparer.Ordinal) || PracticeTypes.Contains(type.Code(), StringComparer.Ordinal);

    /// <summary>Finds a domain; null when the exam has none of that number.</summary>
    public ExamDomain? Domain(DomainId id) => Domains.FirstOrDefault(domain => domain.Id == id);

    /// <summary>All tasks of all domains, in order.</summary>
    public IEnumerable<ExamTask> Tasks => Domains.SelectMany(domain => domain.Tasks);
}

/// <summary>The shape of a sitting.</summary>
/// <param name="Questions">Questions asked.</param>
/// <param name="Scored">How many of them count.</param>
/// <param name="Minutes">Time allowed.</param>
/// <param name="PassingScore">The scaled score that passes.</param>
/// <param name="ScaleMinimum">The lowest scaled score.</param>
/// <param name="ScaleMaximum">The highest scaled score.</param>
/// <param name="PriceUsd">Price in US dollars.</param>
/// <param name="ValidityYears">How long the certificate holds.</param>
public sealed record ExamForm(
    int Questions, int Scored, int Minutes, int PassingScore, int ScaleMinimum, int ScaleMaximum, int PriceUsd, int ValidityYears);

/// <summary>A fact with the date on which it holds or happened.</summary>
/// <param name="Subject">What it is about, in a few words.</param>
/// <param name="Text">The fact in one or two sentences.</param>
/// <param name="Confidence">How well it was verified: high, medium or low.</param>
public sealed record DatedFact(string Subject, string Text, string Confidence);

/// <summary>How often a service, with all its features, is the key of a full bank.</summary>
/// <param name="Service">The service's slug.</param>
/// <param name="Least">The least share of the keys, in percent.</param>
/// <param name="Most">The largest share of the keys, in percent.</param>
public sealed record KeyShare(string Service, int Least, int Most);

/// <summary>A content domain of an exam.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Title">Its official title.</param>
/// <param name="Weight">Its share of the scored questions, in percent.</param>
/// <param name="Tasks">Its task statements in order.</param>
public sealed record ExamDomain(DomainId Id, string Title, int Weight, IReadOnlyList<ExamTask> Tasks);

/// <summary>A task statement of a domain.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Title">Its official title.</param>
/// <param name="BankTarget">How many items a full bank holds for it; the weight of the task when items are picked.</param>
/// <param name="Points">Its knowledge and skill points in order.</param>
public sealed record ExamTask(TaskId Id, string Title, int BankTarget, IReadOnlyList<BlueprintPoint> Points);

/// <summary>One knowledge or skill point.</summary>
/// <param name="Id">Its id.</param>
/// <param name="IsSkill">True for a skill, false for knowledge.</param>
/// <param name="Title">A short title in our words.</param>
/// <param name="Covers">What it covers, in our words.</param>
/// <param name="InSuccessor">What the next exam does with it, such as <c>removed</c>; null when it is kept.</param>
public sealed record BlueprintPoint(BlueprintId Id, bool IsSkill, string Title, string Covers, string? InSuccessor = null);
