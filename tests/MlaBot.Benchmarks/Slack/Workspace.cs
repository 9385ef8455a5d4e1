using MlaBot.SlackServer.World;

namespace MlaBot.Benchmarks.Slack;

/// <summary>A contestant's workspace.</summary>
/// <param name="App">Its app.</param>
/// <param name="Channel">Where it posts.</param>
/// <param name="Admin">Who sets it up.</param>
/// <param name="People">Who answers, each once.</param>
internal sealed record Workspace(App App, Channel Channel, User Admin, User[] People);
