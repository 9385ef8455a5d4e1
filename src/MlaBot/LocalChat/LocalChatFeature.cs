using Microsoft.Extensions.DependencyInjection;
using MlaBot.Chat.Platform;
using MlaBot.LocalChat.Input;
using MlaBot.LocalChat.Rendering;
using MlaBot.LocalChat.Transcript;
using Spectre.Console;

namespace MlaBot.LocalChat;

/// <summary>The list of the local chat's parts.</summary>
internal static class LocalChatFeature
{
    /// <summary>Adds the terminal as a chat platform. The caller adds an <see cref="ITryOutClock"/> and the features.</summary>
    /// <remarks>The platform is asked for by what the clock drives, so it takes its time from <see cref="TimeProvider"/>.</remarks>
    public static IServiceCollection AddLocalChat(this IServiceCollection services, LocalChatOptions options) => services
        .AddSingleton(options)
        .AddSingleton(_ => new LocalTranscript(Path.Combine(options.DataFolder, "local-chat.jsonl")))
        .AddScreen(options)
        .AddSingleton<LocalTimes>()
        .AddSingleton<LocalPeople>()
        .AddSingleton<IChatPlatform, LocalPlatform>()
        .AddSingleton<LocalAnswers>()
        .AddSingleton<LocalCommands>()
        .AddSingleton<LocalConversation>()
        .AddSingleton<LocalGreeting>()
        .AddHostedService<LocalChatService>();

    private static IServiceCollection AddScreen(this IServiceCollection services, LocalChatOptions options) => options.IsInteractive
        ? services
            .AddSingleton(_ => new TerminalScreen(AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(options.Output) })))
            .AddSingleton<ILocalScreen>(provider => provider.GetRequiredService<TerminalScreen>())
            .AddSingleton<ILineSource>(provider => new TerminalLines(provider.GetRequiredService<TerminalScreen>(), () => Console.ReadKey(intercept: true)))
        : services
            .AddSingleton<ILocalScreen>(_ => new PlainScreen(options.Output))
            .AddSingleton<ILineSource>(_ => new PipedLines(options.Input));
}
