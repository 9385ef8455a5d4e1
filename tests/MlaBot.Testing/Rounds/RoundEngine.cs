using Microsoft.Extensions.DependencyInjection;
using MlaBot.Chat.Rounds;
using MlaBot.Core.Channels;
using MlaBot.Core.Content;
using MlaBot.Core.Daily;
using MlaBot.Core.Rounds;
using MlaBot.Storage.Database;

namespace MlaBot.Testing.Rounds;

/// <summary>The parts of live rounds as one run of the program makes them, over a real SQLite file.</summary>
public sealed class RoundEngine : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private RoundEngine(ServiceProvider services) => _services = services;

    /// <summary>What people do with rounds from outside.</summary>
    public RoundDesk Desk => Get<RoundDesk>();

    /// <summary>Carries rounds on.</summary>
    public RoundRunner Runner => Get<RoundRunner>();

    /// <summary>Makes tables and reports.</summary>
    public ReadRounds Reports => Get<ReadRounds>();

    /// <summary>Takes answers.</summary>
    public RecordAnswer Answers => Get<RecordAnswer>();

    /// <summary>The store of rounds.</summary>
    public IRoundStore Store => Get<IRoundStore>();

    /// <summary>The store of posts.</summary>
    public IDailyStore Posts => Get<IDailyStore>();

    /// <summary>The store of channels.</summary>
    public IChannelStore Channels => Get<IChannelStore>();

    /// <summary>Opens the file and makes the parts; nothing runs yet.</summary>
    public static async Task<RoundEngine> OpenAsync(
        string file, TimeProvider clock, IContentSource content, IRoundPublisher publisher, IRoundLog log, RoundRules rules, ProcessEnd end)
    {
        var services = new ServiceCollection()
            .AddLogging()
            .AddRounds(rules)
            .AddSqliteStorage(new SqliteStorageOptions(file));
        Wrap<IRoundStore>(services, end, nameof(IRoundStore.AddAsync), nameof(IRoundStore.SaveAsync), nameof(IRoundStore.SavePlayersAsync), nameof(IRoundStore.AddPostAsync));
        Wrap<IDailyStore>(services, end, nameof(IDailyStore.AdvanceAsync), nameof(IDailyStore.RecordAsync));
        var provider = services
            .AddSingleton(clock)
            .AddSingleton(content)
            .AddSingleton(publisher)
            .AddSingleton(log)
            .AddSingleton<Func<int>>(() => 1)
            .AddSingleton<PostPlanner>()
            .AddSingleton<RecordAnswer>()
            .BuildServiceProvider();
        await provider.GetRequiredService<SqliteDatabase>().OpenAsync(CancellationToken.None);
        return new RoundEngine(provider);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private static void Wrap<T>(IServiceCollection services, ProcessEnd end, params string[] writes)
        where T : class
    {
        var inner = services.Single(service => service.ServiceType == typeof(T)).ImplementationType!;
        services.AddSingleton(provider => end.Around((T)ActivatorUtilities.CreateInstance(provider, inner), writes));
    }

    private T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();
}
