using System.Collections.Concurrent;
using MlaBot.Chat.Platform;

namespace MlaBot.Chat.Commands;

/// <summary>The command table as each platform has it.</summary>
internal sealed class CommandTables(IReadOnlyList<CommandSpec> specs, PlatformList? platforms)
{
    private readonly ConcurrentDictionary<string, IReadOnlyList<CommandSpec>> _byPlatform = new(StringComparer.Ordinal);

    public IReadOnlyList<CommandSpec> Of(string platform) => _byPlatform.GetOrAdd(platform, Make);

    private IReadOnlyList<CommandSpec> Make(string platform)
    {
        var choices = platforms?.Named(platform)?.Choices ?? PostingChoices.All;
        return [.. specs.Where(spec => spec.OnlyOn.Length == 0 || spec.OnlyOn == platform).Select(spec => Fitted(spec, choices))];
    }

    private static CommandSpec Fitted(CommandSpec spec, PostingChoices choices) => spec.Options.All(option => choices.HasFlag(option.Needs))
        ? spec
        : spec with { Options = [.. spec.Options.Where(option => choices.HasFlag(option.Needs))] };
}
