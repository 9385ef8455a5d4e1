using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MlaBot.Chat.Daily;
using MlaBot.Chat.Platform;
using MlaBot.Composition;
using MlaBot.Core.Content;
using MlaBot.Core.Daily;
using MlaBot.Core.Rounds;
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
        AnswerSocketsInPlace();
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
            await services.GetRequiredService<RoundRunner>().StartAsync(cancellationToken);
            await services.GetRequiredService<ParticipantCounts>().StartAsync(cancellationToken);
            if (options.IsLocal)
            {
                await services.GetRequiredService<LocalSetup>().EnsureAsync(LocalPlatform.Channel, LocalPlatform.ChannelName, cancellationToken);
            }

            await host.StartAsync(cancellationToken);
            if (!options.IsLocal || Console.IsInputRedirected || Console.IsErrorRedirected)
            {
                await Console.Error.WriteLineAsync(Ready(options, database, current));
            }

            GiveBackWhatTheStartTook();
            await host.WaitForShutdownAsync(cancellationToken);
        }

        return await ExitAsync(services.GetRequiredService<FatalFault>());
    }

    // What waits for a socket goes on where the answer is read, not on a second thread that must be woken for it: with a press
    // every few ms waking costs more than the work. Nothing here blocks after a wait. The runtime reads this switch from the
    // environment alone, at the first socket. Source: .NET blog, "Performance Improvements in .NET 5", Networking.
    private static void AnswerSocketsInPlace() => Environment.SetEnvironmentVariable("DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS", "1");

    // Reading the content leaves more garbage than the bot holds ever after, and an idle bot collects nothing.
    private static void GiveBackWhatTheStartTook() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);

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
