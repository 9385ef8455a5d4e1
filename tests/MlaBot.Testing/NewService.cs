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
            Status = new ServiceStatus(state, null, "", "high"),
            Blueprint = [new("1.1.k1")],
            What = what,
            Exam = "Know it.",
            PickWhen = "Pick it when it fits.",
            Instead = [],
            Traps = ["It is no other."],
            Guides = ["User Guide"],
        };
}
