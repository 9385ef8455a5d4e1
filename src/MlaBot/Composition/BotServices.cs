using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MlaBot.Chat.Boards;
using MlaBot.Chat.Daily;
using MlaBot.Chat.Exams;
using MlaBot.Chat.HeatMap;
using MlaBot.Chat.Help;
using MlaBot.Chat.Home;
using MlaBot.Chat.Notes;
using MlaBot.Chat.Platform;
using MlaBot.Chat.Reports;
using MlaBot.Chat.Rounds;
using MlaBot.Chat.Services;
using MlaBot.Chat.Setup;
using MlaBot.Chat.Streaks;
using MlaBot.Discord;
using MlaBot.Jobs;
using MlaBot.LocalChat;
using MlaBot.Slack;
using MlaBot.Storage.Database;
using MlaBot.Storage.Packs;

namespace MlaBot.Composition;

/// <summary>The one list of what the bot is made of.</summary>
internal static class BotServices
{
    /// <summary>Adds storage, content, every feature, the jobs, and the local chat when no other adapter is configured.</summary>
    public static IServiceCollection AddBot(this IServiceCollection services, BotOptions options, IConfiguration configuration)
    {
        var storage = SqliteStorageOptions.Parse(options.Storage);
        return services
            .AddSingleton(configuration)
            .AddLogging(logging => logging.AddBotLogging(configuration, options.IsLocal))
            .AddSqliteStorage(storage)
            .AddPacks()
            .AddDaily(options.Daily)
            .AddRounds(options.Rounds)
            .AddReports()
            .AddStreaks()
            .AddBoards()
            .AddSetup()
            .AddExams()
            .AddServiceLookup()
            .AddNotes()
            .AddHome()
            .AddHeatMap()
            .AddHelp()
            .AddPlatforms(options, storage.File)
            .AddJobs();
    }

    // A try-out clock moves with the local chat and against test servers only: real groups live in real time.
    private static IServiceCollection AddPlatforms(this IServiceCollection services, BotOptions options, string databaseFile)
    {
        services.AddSingleton<FatalFault>();
        if (options.IsLocal)
        {
            return services.AddLocal(databaseFile);
        }

        if (options.Discord is { } discord)
        {
            services.AddDiscord(discord);
        }

        if (options.Slack is { } slack)
        {
            services.AddSlack(slack);
        }

        return options.IsOnTestServer
            ? services.AddTryOutClock(databaseFile).AddHostedService<TestServerClock>()
            : services.AddSingleton(TimeProvider.System);
    }

    private static IServiceCollection AddLocal(this IServiceCollection services, string databaseFile) => services
        .AddTryOutClock(databaseFile)
        .AddSingleton<LocalSetup>()
        .AddLocalChat(new LocalChatOptions(Path.GetDirectoryName(Path.GetFullPath(databaseFile))!));

    private static IServiceCollection AddTryOutClock(this IServiceCollection services, string databaseFile) => services
        .AddSingleton(_ => new TryOutClock(TryOutClock.FileIn(databaseFile)))
        .AddSingleton<TimeProvider>(provider => provider.GetRequiredService<TryOutClock>())
        .AddSingleton<ITryOutClock, TryOutJourney>();

    // Log lines go to standard error, so that standard output is the local chat alone.
    private static void AddBotLogging(this ILoggingBuilder logging, IConfiguration configuration, bool isLocal)
    {
        logging.AddConfiguration(configuration.GetSection("Logging"));
        logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "HH:mm:ss ";
        });
        logging.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        if (isLocal && !Console.IsInputRedirected)
        {
            // On a terminal the chat is what people look at; only trouble may interrupt it.
            logging.AddFilter((_, level) => level >= LogLevel.Warning);
        }
    }
}
