using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using MlaBot.Chat.Commands;
using MlaBot.Chat.Daily;
using MlaBot.Chat.Exams;
using MlaBot.Chat.Help;
using MlaBot.Chat.Notes;
using MlaBot.Chat.Rounds;
using MlaBot.Chat.Services;
using MlaBot.Chat.Setup;
using MlaBot.Chat.Streaks;
using MlaBot.Core.Content;
using MlaBot.Core.Daily;
using MlaBot.Core.Rounds;
using MlaBot.Discord.Registration;
using MlaBot.Storage.Database;
using MlaBot.Testing;

namespace MlaBot.Discord.Tests.Registration;

/// <summary>The bot's own command table, from the features' registrations.</summary>
public sealed class RealCommandTests
{
    [Fact]
    public async Task The_bots_own_commands_are_what_discord_takes()
    {
        var specs = await SpecsAsync();

        var json = CommandTable.ToJson(specs);

        Names(json).ShouldBe([.. specs.Select(spec => spec.Name.Split(' ')[0]).Distinct().Order(StringComparer.Ordinal)]);
        Names(json).ShouldContain("service");
        Permissions(json, "setup").ShouldBe("32");
        Permissions(json, "schedule").ShouldBe("32");
        Permissions(json, "service").ShouldBeNull();
    }

    private static IEnumerable<string> Names(JsonElement json) => json.EnumerateArray().Select(command => command.GetProperty("name").GetString()!);

    private static string? Permissions(JsonElement json, string name) =>
        json.EnumerateArray().First(command => command.GetProperty("name").GetString() == name).TryGetProperty("default_member_permissions", out var bits) ? bits.GetString() : null;

    private static async Task<IReadOnlyList<CommandSpec>> SpecsAsync()
    {
        using var folder = new TempFolder();
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddSingleton<IContentSource>(new FixedContent(RealContent.Current))
            .AddSqliteStorage(SqliteStorageOptions.Parse($"Data Source={Path.Combine(folder.Path, "test.db")}"))
            .AddDaily(new DailyRules())
            .AddRounds(new RoundRules())
            .AddStreaks()
            .AddSetup()
            .AddExams()
            .AddServiceLookup()
            .AddNotes()
            .AddHelp();
        await using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<ChatDispatcher>().Specs;
    }
}
