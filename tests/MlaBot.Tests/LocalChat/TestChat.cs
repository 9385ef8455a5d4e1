using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MlaBot.Chat.Commands;
using MlaBot.Chat.Daily;
using MlaBot.Chat.Help;
using MlaBot.Chat.Platform;
using MlaBot.Chat.Rounds;
using MlaBot.Chat.Setup;
using MlaBot.Chat.Streaks;
using MlaBot.Core.Content;
using MlaBot.Core.Daily;
using MlaBot.Core.Questions;
using MlaBot.Core.Rounds;
using MlaBot.LocalChat;
using MlaBot.Storage.Database;
using MlaBot.Testing;

namespace MlaBot.Tests.LocalChat;

/// <summary>The local chat as the program makes it, over a real SQLite file and a clock that stands still.</summary>
internal sealed class TestChat : IAsyncDisposable
{
    private readonly TempFolder _folder = new();
    private readonly StringWriter _output = new();
    private readonly IHost _host;
    private int _read;

    private TestChat(string input, IReadOnlyList<Item> items)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services
            .AddLogging()
            .AddSqliteStorage(new SqliteStorageOptions(_folder.File("mlabot.db")))
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton(Clock)
            .AddSingleton<IContentSource>(new FixedContent(new ContentSnapshot([New.Exam(New.Domain("1", 4), New.Domain("2", 4))], items, [], [])))
            .AddDaily(new DailyRules())
            .AddRounds(new RoundRules())
            .AddStreaks()
            .AddSetup()
            .AddHelp()
            .AddSingleton<IChatCommand, EchoCommand>()
            .AddSingleton<IChatCommand, BrokenCommand>()
            .AddSingleton<ITryOutClock, ManualTryOut>()
            .AddLocalChat(new LocalChatOptions(_folder.Path) { Input = new StringReader(input), Output = _output, IsInteractive = false });
        _host = builder.Build();
    }

    /// <summary>Stands at <c>2026-03-02T08:00Z</c> until the chat moves it.</summary>
    public ManualTimeProvider Clock { get; } = new(New.Instant("2026-03-02T08:00Z").ToDateTimeOffset());

    public IDailyStore Store => Get<IDailyStore>();

    public IChatPlatform Platform => Get<IChatPlatform>();

    public LocalConversation Conversation => Get<LocalConversation>();

    /// <summary>Opens the database and sets the channel up, with a schedule for each domain that has items.</summary>
    /// <param name="input">What is piped in; only a running host reads it.</param>
    /// <param name="items">The bank.</param>
    public static async Task<TestChat> StartAsync(string input = "", params IReadOnlyList<Item> items)
    {
        var chat = new TestChat(input, items);
        await chat.Get<SqliteDatabase>().OpenAsync(CancellationToken.None);
        if (items.Count > 0)
        {
            await chat.TypeAsync("/setup UTC 09:00");
        }

        return chat;
    }

    /// <summary>Types a line.</summary>
    /// <returns>What was shown since the last one, the echo included.</returns>
    public async Task<string> TypeAsync(string line)
    {
        (await Conversation.HandleAsync(line, CancellationToken.None)).ShouldBeTrue();
        return Shown();
    }

    /// <summary>Takes the database away, as a failing disk does.</summary>
    public ValueTask LoseDatabaseAsync() => Get<SqliteDatabase>().DisposeAsync();

    /// <summary>Runs the host until the chat ends it, and gives all that was shown.</summary>
    public async Task<string> RunAsync()
    {
        await _host.RunAsync(CancellationToken.None);
        return Shown();
    }

    /// <summary>What was shown since the last call.</summary>
    public string Shown()
    {
        var all = _output.ToString();
        var shown = all[_read..];
        _read = all.Length;
        return shown;
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is IAsyncDisposable host)
        {
            await host.DisposeAsync();
        }

        _folder.Dispose();
    }

    private T Get<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();
}
