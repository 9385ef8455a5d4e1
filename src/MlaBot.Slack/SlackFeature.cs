using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MlaBot.Chat.Admins;
using MlaBot.Chat.Commands;
using MlaBot.Chat.Platform;
using MlaBot.Slack.Adapter;
using MlaBot.Slack.Rendering;
using MlaBot.Slack.SocketMode;
using MlaBot.Slack.WebApi;

namespace MlaBot.Slack;

/// <summary>The list of the Slack adapter's parts.</summary>
public static class SlackFeature
{
    /// <summary>Adds Slack as a chat platform.</summary>
    /// <remarks>The protocol lives in real time, also while a try-out clock is ahead of it.</remarks>
    /// <param name="services">The container, with the features and a <see cref="FatalFault"/>.</param>
    /// <param name="options">The settings.</param>
    public static IServiceCollection AddSlack(this IServiceCollection services, SlackOptions options) => services
        .AddSingleton(options)
        .AddNamedAdmins(Workspace.Platform)
        // The command table reaches platforms through its handlers, so the platform asks for its words late.
        .AddSingleton(provider => new Lazy<CommandWords>(() => new CommandWords(options, provider.GetRequiredService<ChatDispatcher>().SpecsFor(Workspace.Platform))))
        .AddSingleton(provider => provider.GetRequiredService<Lazy<CommandWords>>().Value)
        .AddSingleton(provider => new WorkspaceList([.. options.Workspaces.Select((tokens, index) => new Workspace(index + 1, tokens.Section, Api(provider, options, tokens)))]))
        .AddSingleton<WorkspaceClosing>()
        .AddSingleton(provider => Make<ChannelMembers>(provider, TimeProvider.System))
        .AddSingleton(provider => Make<SlackPlatform>(provider, TimeProvider.System))
        .AddSingleton<IChatPlatform>(provider => provider.GetRequiredService<SlackPlatform>())
        .AddSingleton<CommandReader>()
        .AddSingleton<IReadOnlyList<WorkspaceParts>>(provider => [.. provider.GetRequiredService<WorkspaceList>().All.Select(workspace => Parts(provider, workspace))])
        .AddHostedService<SlackService>();

    private static SlackApi Api(IServiceProvider provider, SlackOptions options, SlackTokens tokens) =>
        new(options, tokens, TimeProvider.System, new Random(), provider.GetRequiredService<ILogger<SlackApi>>());

    private static WorkspaceParts Parts(IServiceProvider provider, Workspace workspace)
    {
        var people = Make<People>(provider, workspace, TimeProvider.System);
        var homes = Make<HomeDesk>(provider, workspace, people, TimeProvider.System);
        var handler = Make<EnvelopeHandler>(provider, workspace, people, Make<Answers>(provider, workspace), Make<SlackEvents>(provider, workspace, people, homes), TimeProvider.System);
        var inbox = Make<SlackInbox>(provider, workspace, handler, TimeProvider.System);
        return new WorkspaceParts(workspace, people, inbox, Sockets, Make<Deafness>(provider, workspace));

        SocketModeClient Sockets() => new(workspace.Api, inbox, TimeProvider.System, new Random(), provider.GetRequiredService<ILogger<SocketModeClient>>());
    }

    private static T Make<T>(IServiceProvider provider, params object[] own) => ActivatorUtilities.CreateInstance<T>(provider, own);
}
