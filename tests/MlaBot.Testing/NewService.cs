using MlaBot.Core.Exams;
using MlaBot.Core.Services;

namespace MlaBot.Testing;

/// <summary>Makes valid catalogue entries of which a test names only what matters to it.</summary>
public static class NewService
{
    /// <summary>An active, listed service.</summary>
    public static ServiceEntry Entry(
        string slug, string name, string[]? aliases = null, string[]? intents = null, string what = "A service.",
        ServiceState state = ServiceState.Active, ExamScope scope = ExamScope.InScope, string? parent = null) => new()
        {
            Slug = slug,
            Name = name,
            Category = "Analytics",
            Kind = parent is null ? "service" : "feature",
            Parent = parent,
            Scope = new Dictionary<ExamId, ExamScope> { [New.ExamId] = scope },
            Aliases = aliases ?? [],
            Intents = intents ?? [],
            Status = new ServiceStatus(state, null, "", "high", New.Date("2026-11-21")),
            Blueprint = [new("1.1.k1")],
            What = what,
            Exam = "Know it.",
            PickWhen = "Pick it when it fits.",
            Instead = [],
            Traps = ["It is no other."],
            Guides = ["User Guide"],
        };

    /// <summary>A written comparison of two services.</summary>
    public static Comparison Comparison(string left, string right) => new()
    {
        Left = left,
        Right = right,
        Difference = $"{left} is not {right}.",
        Rows = [new("Speed", $"{left} is quick.", $"{right} is slow."), new("Price", $"{left} costs more.", $"{right} costs less.")],
        Clue = new("Clue in a question", $"A hint at {left}", $"A hint at {right}"),
        Trap = "They sound alike.",
        Sources = ["Developer Guide: Page"],
        AsOf = New.Date("2026-11-20"),
        Blueprint = [new("1.1.k1")],
    };
}
