using MlaBot.Core.Exams;
using MlaBot.Core.Services;

namespace MlaBot.Lint;

/// <summary>How many items a full bank holds about a service.</summary>
internal static class ServiceTargets
{
    /// <summary>The fewest about a core service.</summary>
    public const int Core = 6;

    /// <summary>The fewest about a service in scope that can be had today.</summary>
    public const int Active = 2;

    /// <summary>The fewest about any other service in scope.</summary>
    public const int Other = 1;

    /// <summary>The fewest items about a service; 0 when the exam does not ask for it.</summary>
    public static int Least(ServiceEntry service, Exam exam)
    {
        if (exam.CoreServices.Contains(service.Slug, StringComparer.Ordinal))
        {
            return Core;
        }

        var isInScope = service.Scope.GetValueOrDefault(exam.Id, ExamScope.Unlisted) is ExamScope.InScope;
        var isOpen = service.Status.State is ServiceState.Active or ServiceState.Renamed;
        return isInScope ? isOpen ? Active : Other : 0;
    }
}
