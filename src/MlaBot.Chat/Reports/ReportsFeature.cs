using Microsoft.Extensions.DependencyInjection;
using MlaBot.Chat.Commands;
using MlaBot.Core.Reports;

namespace MlaBot.Chat.Reports;

/// <summary>The list of the reports' parts.</summary>
public static class ReportsFeature
{
    /// <summary>Adds reports on questions.</summary>
    public static IServiceCollection AddReports(this IServiceCollection services) => services
        .AddSingleton<ReportQuestion>()
        .AddSingleton<ReportHandler>()
        .AddSingleton<IChatCommand, ReportCommand>()
        .AddSingleton<IChatCommand, ReportsListCommand>()
        .AddSingleton<IChatCommand, ReportsCloseCommand>()
        .AddSingleton<IChatAction, ReportFormAction>()
        .AddSingleton<IChatAction, SendReportAction>();
}
