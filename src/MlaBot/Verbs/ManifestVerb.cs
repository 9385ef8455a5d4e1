using System.CommandLine;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MlaBot.Chat.Commands;
using MlaBot.Composition;
using MlaBot.Core;
using MlaBot.Slack;
using MlaBot.Slack.Manifest;

namespace MlaBot.Verbs;

/// <summary><c>manifest slack</c>: prints the manifest from which a workspace makes its app.</summary>
internal static class ManifestVerb
{
    public static Command Create()
    {
        var slack = new Command("slack", "Print the manifest to paste into Slack under Create New App, From a manifest");
        slack.SetAction(async (_, _) => await VerbRunner.RunAsync(async options =>
        {
            await Console.Out.WriteAsync(await TextAsync(options));
            return 0;
        }));
        return new Command("manifest", "Print what a platform needs to know about the bot before there are tokens") { slack };
    }

    /// <summary>The manifest of this program's own command table; tokens are not needed for it.</summary>
    internal static async Task<string> TextAsync(BotOptions options)
    {
        var slack = options.Slack ?? ((Outcome<SlackOptions>.Ok)SlackSettings.Names(BotConfiguration.Load())).Value;
        await using var services = new ServiceCollection()
            .AddBot(options with { Slack = slack, Discord = null }, new ConfigurationBuilder().Build())
            .BuildServiceProvider();
        return SlackManifest.ToYaml(services.GetRequiredService<ChatDispatcher>().SpecsFor("slack"), slack);
    }
}
