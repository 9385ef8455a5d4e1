using MlaBot.Chat.Services;
using MlaBot.Core.Content;
using MlaBot.Core.Exams;
using MlaBot.Core.HeatMap;

namespace MlaBot.Chat.HeatMap;

/// <summary>Lays a heat map out by tasks or by services. Every cell is a sum of whole cells of <see cref="HeatCells"/>, so nothing more is told.</summary>
public static class HeatTables
{
    private const string All = "All";
    private const string Others = "Other services";
    private const int ServiceColumns = 6;
    private const int ServiceRows = 12;

    /// <summary>Tasks from top to bottom, the services with most answers from left to right.</summary>
    /// <param name="heat">The map.</param>
    /// <param name="domain">The only domain to show; null for all.</param>
    /// <param name="content">Knows the names of services.</param>
    public static HeatTable ByTask(GroupHeat heat, ExamDomain? domain, ContentSnapshot content)
    {
        var columns = Columns(Busiest(heat.Cells, domain, ServiceColumns), heat.Cells, domain, content);
        return new HeatTable(Title(heat, domain, "tasks by service"), "Task", [.. columns.Select(column => column.Name)],
        [
            .. Domains(heat, domain).SelectMany(each => each.Tasks
                .Select(task => new HeatRow(task.Id.Value, $"{task.Id} {task.Title}", Sums(heat.Cells, columns, cell => cell.Task == task.Id)))
                .Prepend(new HeatRow($"Domain {each.Id}", $"Domain {each.Id}: {each.Title}", Sums(heat.Cells, columns, cell => cell.Task.Domain == each.Id), IsGroup: true))),
        ]);
    }

    /// <summary>Services from top to bottom, the coldest first; domains from left to right, or the tasks of one domain.</summary>
    /// <inheritdoc cref="ByTask"/>
    public static HeatTable ByService(GroupHeat heat, ExamDomain? domain, ContentSnapshot content)
    {
        (string Name, Func<HeatCell, bool> Holds)[] columns =
        [
            (All, _ => true),
            .. domain is null
                ? heat.Exam.Domains.Select(each => ($"Domain {each.Id}", (Func<HeatCell, bool>)(cell => cell.Task.Domain == each.Id)))
                : domain.Tasks.Select(task => ($"Task {task.Id}", (Func<HeatCell, bool>)(cell => cell.Task == task.Id))),
        ];
        var busiest = Busiest(heat.Cells, domain, ServiceRows);
        var rows = busiest
            .OrderBy(slug => heat.Cells.Sum(cell => Scope(domain)(cell) && cell.Service == slug)!.Share).ThenBy(slug => slug, StringComparer.Ordinal)
            .Select(slug => (Name: Name(slug, content), Holds: (Func<HeatCell, bool>)(cell => cell.Service == slug)))
            .Append((Others, cell => cell.Service is null || !busiest.Contains(cell.Service, StringComparer.Ordinal)));
        return new HeatTable(Title(heat, domain, domain is null ? "services by domain" : "services by task"), "Service", [.. columns.Select(column => column.Name)],
        [
            new HeatRow("All services", "All services", Sums(heat.Cells, columns, Scope(domain)), IsGroup: true),
            .. rows.Select(row => new HeatRow(row.Name, row.Name, Sums(heat.Cells, columns, cell => Scope(domain)(cell) && row.Holds(cell)))),
        ]);
    }

    /// <summary>True for cells of a domain; for all when it is null.</summary>
    public static Func<HeatCell, bool> Scope(ExamDomain? domain) => cell => domain is null || cell.Task.Domain == domain.Id;

    /// <summary>A service's name without the vendor's.</summary>
    public static string Name(string slug, ContentSnapshot content) => content.Service(slug) is { } service ? ServiceButtons.Short(service.Name) : slug;

    private static (string Name, Func<HeatCell, bool> Holds)[] Columns(string[] busiest, HeatCells cells, ExamDomain? domain, ContentSnapshot content)
    {
        Func<HeatCell, bool> isOther = cell => cell.Service is null || !busiest.Contains(cell.Service, StringComparer.Ordinal);
        return
        [
            (All, _ => true),
            .. busiest.Select(slug => (Name(slug, content), (Func<HeatCell, bool>)(cell => cell.Service == slug))),
            .. busiest.Length > 0 && cells.All.Any(cell => Scope(domain)(cell) && isOther(cell)) ? [(Others, isOther)] : Array.Empty<(string, Func<HeatCell, bool>)>(),
        ];
    }

    private static string[] Busiest(HeatCells cells, ExamDomain? domain, int most) =>
    [
        .. cells.All.Where(Scope(domain)).Where(cell => cell.Service is not null)
            .GroupBy(cell => cell.Service!, StringComparer.Ordinal)
            .OrderByDescending(service => service.Sum(cell => cell.Tally.Answers)).ThenBy(service => service.Key, StringComparer.Ordinal)
            .Take(most)
            .Select(service => service.Key),
    ];

    private static HeatSum?[] Sums(HeatCells cells, (string Name, Func<HeatCell, bool> Holds)[] columns, Func<HeatCell, bool> row) =>
        [.. columns.Select(column => cells.Sum(cell => row(cell) && column.Holds(cell)))];

    private static IEnumerable<ExamDomain> Domains(GroupHeat heat, ExamDomain? domain) => domain is null ? heat.Exam.Domains : [domain];

    private static string Title(GroupHeat heat, ExamDomain? domain, string what) => $"{heat.Exam.Id}{(domain is null ? "" : $", domain {domain.Id}")}: {what}";
}
