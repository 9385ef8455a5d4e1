using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MlaBot.Chat.Platform;
using MlaBot.Composition;
using MlaBot.Core.Content;
using MlaBot.Core.Daily;
using MlaBot.LocalChat;
using MlaBot.Storage.Database;

namespace MlaBot.Verbs;

/// <summary><c>run</c>: the bot itself.</summary>
internal static class RunVerb
{
    public static Command Create()
    {
        var command = new Command("run", "Run the bot (the default verb)");
        command.SetAction((_, cancellationToken) => RunAsync(cancellationToken));
        return command;
    }

    private static Task<int> RunAsync(CancellationToken cancellationToken) => VerbRunner.RunAsync(async options =>
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AddBot(options, BotConfiguration.Load());
        using var host = builder.Build();
        return await RunAsync(host, options, cancellationToken);
    });

    private static async Task<int> RunAsync(IHost host, BotOptions options, CancellationToken cancellationToken)
    {
        var services = host.Services;
        // Content and database do not need each other; on two cores both are ready sooner.
        var content = Task.Run(services.GetRequiredService<IContentSource>, cancellationToken);
        var database = services.GetRequiredService<SqliteDatabase>();
        await using (database)
        {
            await Task.Run(() => database.OpenAsync(cancellationToken), cancellationToken);
            var current = (await content).Current;
            await services.GetRequiredService<DailyRunner>().StartAsync(cancellationToken);
            if (options.IsLocal)
            {
                await services.GetRequiredService<LocalSetup>().EnsureAsync(LocalPlatform.Channel, LocalPlatform.ChannelName, cancellationToken);
            }

            await host.StartAsync(cancellationToken);
            if (!options.IsLocal || Console.IsInputRedirected || Console.IsErrorRedirected)
            {
                await Console.Error.WriteLineAsync(Ready(options, database, current));
            }

            await host.WaitForShutdownAsync(cancellationToken);
        }

        return await ExitAsync(services.GetRequiredService<FatalFault>());
    }

    private static async Task<int> ExitAsync(FatalFault fault)
    {
        if (fault.Sentence is not { } sentence)
        {
            return 0;
        }

        await Console.Error.WriteLineAsync(sentence);
        return 1;
    }

    private static string Ready(BotOptions options, SqliteDatabase database, ContentSnapshot content)
    {
        using var process = Process.GetCurrentProcess();
        var since = TimeProvider.System.GetLocalNow().DateTime - process.StartTime;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"mlabot ready after {since.TotalSeconds:0.00} s: {options.Platforms}, {content.Items.Count} items, {content.Services.Count} services, database {database.File}");
    }
}
