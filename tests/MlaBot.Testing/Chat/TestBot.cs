using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using MlaBot.Chat.Admins;
using MlaBot.Chat.Boards;
using MlaBot.Chat.Cards;
using MlaBot.Chat.Commands;
using MlaBot.Chat.Daily;
using MlaBot.Chat.Exams;
using MlaBot.Chat.HeatMap;
using MlaBot.Chat.Help;
using MlaBot.Chat.Home;
using MlaBot.Chat.Notes;
using MlaBot.Chat.Platform;
using MlaBot.Chat.Rounds;
using MlaBot.Chat.Services;
using MlaBot.Chat.Setup;
using MlaBot.Chat.Streaks;
using MlaBot.Core.Channels;
using MlaBot.Core.Content;
using MlaBot.Core.Daily;
using MlaBot.Core.Drafts;
using MlaBot.Core.Rounds;
using MlaBot.Storage.Database;

namespace MlaBot.Testing.Chat;

/// <summary>The bot with all its chat parts over a real SQLite file, on a platform that remembers.</summary>
public sealed class TestBot : IAsyncDisposable
{
    private readonly TempFolder _folder = new();
    private ServiceProvider _services;

    private TestBot(string now)
    {
        Clock = new ManualTimeProvider(New.Instant(now).ToDateTimeOffset());
        _services = Build();
    }

    /// <summary>The clock.</summary>
    public ManualTimeProvider Clock { get; }

    /// <summary>The platform.</summary>
    public RecordingPlatform Platform { get; } = new();

    /// <summary>The content.</summary>
    public FixedContent Content { get; } = new(New.Content());

    /// <summary>The channel in which everything is typed.</summary>
    public ChannelKey Channel { get; } = New.ChannelKey;

    /// <summary>Carries requests and presses out.</summary>
    public ChatDispatcher Dispatcher => Get<ChatDispatcher>();

    /// <summary>The store of channels.</summary>
    public IChannelStore Channels => Get<IChannelStore>();

    /// <summary>The store of posts.</summary>
    public IDailyStore Daily => Get<IDailyStore>();

    /// <summary>The store of drafts.</summary>
    public IDraftStore Drafts => Get<IDraftStore>();

    /// <summary>A part of the bot.</summary>
    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Starts a bot on an empty database.</summary>
    public static async Task<TestBot> StartAsync(string now = "2026-03-02T07:00Z")
    {
        var bot = new TestBot(now);
        await bot.Get<SqliteDatabase>().OpenAsync(CancellationToken.None);
        return bot;
    }

    /// <summary>Ends this run and begins another over the same file.</summary>
    public async Task RestartAsync()
    {
        await _services.DisposeAsync();
        _services = Build();
        await Get<SqliteDatabase>().OpenAsync(CancellationToken.None);
    }

    /// <summary>Types a command with options such as <c>zone:UTC</c>.</summary>
    public Task<Card> TypeAsync(string command, params (string Name, string Value)[] options) => TypeAsync(command, "root", isAdmin: true, options);

    /// <summary>Types a command as a person.</summary>
    public Task<Card> TypeAsync(string command, string user, bool isAdmin, params (string Name, string Value)[] options) => Dispatcher.HandleAsync(
        new ChatRequest(command, Channel, "study", User(user, isAdmin), options.ToDictionary(option => option.Name, option => option.Value, StringComparer.Ordinal)),
        CancellationToken.None);

    /// <summary>Presses the button of a card with a label, or chooses in the menu with a prompt.</summary>
    public Task<Card> PressAsync(Card card, string label, params string[] values) => PressAsync(card, label, "root", isAdmin: true, values);

    /// <summary>Presses as a person.</summary>
    public Task<Card> PressAsync(Card card, string label, string user, bool isAdmin, params string[] values) => SendAsync(
        new ChatPress(ActionOf(card, label), values, Channel, User(user, isAdmin)) { ChannelName = "study" });

    /// <summary>Sends a form.</summary>
    public Task<Card> FillAsync(Card card, params (string Name, string Value)[] fields) => SendAsync(
        new ChatPress(((Form)card.Parts.Single()).Action, [], Channel, User("root", isAdmin: true))
        {
            Fields = fields.ToDictionary(field => field.Name, field => field.Value, StringComparer.Ordinal),
        });

    /// <summary>Sends a press.</summary>
    public Task<Card> SendAsync(ChatPress press) => Dispatcher.HandleAsync(press, CancellationToken.None);

    /// <summary>A person of the group.</summary>
    public ChatUser User(string user, bool isAdmin) => new(new LearnerKey(Channel.Group, user), user, isAdmin, IsBot: false);

    /// <summary>Lets the clock run on, and carries out what is due after each step.</summary>
    public async Task RunAsync(TimeSpan by, TimeSpan step)
    {
        for (var gone = TimeSpan.Zero; gone < by; gone += step)
        {
            Clock.Advance(step);
            await Get<DailyRunner>().RunDueAsync(CancellationToken.None);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _folder.Dispose();
    }

    private static ActionId ActionOf(Card card, string label) =>
        card.Parts.OfType<Choices>().SelectMany(row => row.Buttons).Where(button => !button.IsDisabled && button.Label == label).Select(button => button.Action)
            .Concat(card.Parts.OfType<Menu>().Where(menu => menu.Prompt == label).Select(menu => menu.Action))
            .Concat(card.Parts.OfType<ChannelMenu>().Where(menu => menu.Prompt == label).Select(menu => menu.Action))
            .Concat(card.Parts.OfType<RoleMenu>().Where(menu => menu.Prompt == label).Select(menu => menu.Action))
            .SingleOrDefault() ?? throw new InvalidOperationException($"The card has no control \"{label}\" that can be pressed.");

    private ServiceProvider Build() => new ServiceCollection()
        .AddSingleton<TimeProvider>(Clock)
        .AddSingleton<IContentSource>(Content)
        .AddSingleton<IChatPlatform>(Platform)
        .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
        .AddSqliteStorage(new SqliteStorageOptions(_folder.File("mlabot.db")))
        .AddDaily(new DailyRules())
        .AddRounds(new RoundRules())
        .AddStreaks()
        .AddBoards()
        .AddExams()
        .AddSetup()
        .AddNamedAdmins(Platform.Name)
        .AddHome()
        .AddHeatMap()
        .AddServiceLookup()
        .AddNotes()
        .AddHelp()
        .BuildServiceProvider();
}
