using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MlaBot.Chat.Commands;
using MlaBot.Composition;
using MlaBot.Core.Daily;
using MlaBot.Slack;
using MlaBot.Slack.Manifest;

namespace MlaBot.Tests.Program;

/// <summary>The manifest that is checked in, against the table of commands that the program is made of. With <c>UPDATE_GOLDEN=1</c> in the
/// environment it is written anew.</summary>
public sealed class SlackManifestTests : IDisposable
{
    private readonly BotFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_manifest_in_the_repository_is_that_of_the_programs_own_commands()
    {
        var file = Path.Combine(Repository.Root, "src", "MlaBot.Slack", "Manifest", "slack-manifest.yaml");
        var settings = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("Content:Path", (string?)_folder.Content)]).Build();
        await using var services = new ServiceCollection()
            .AddBot(new BotOptions($"Data Source={_folder.In("table/mlabot.db")}", _folder.Content, new DailyRules()), settings)
            .BuildServiceProvider();

        var manifest = SlackManifest.ToYaml(services.GetRequiredService<ChatDispatcher>().Specs, new SlackOptions { Workspaces = [] });

        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            await File.WriteAllTextAsync(file, manifest, TestContext.Current.CancellationToken);
        }

        manifest.ShouldBe(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), "run this test with UPDATE_GOLDEN=1 when the change is wanted, and read the difference");
    }
}
