using MlaBot.Chat.Commands;
using MlaBot.Discord.Registration;

namespace MlaBot.Discord.Adapter;

/// <summary>The commands that Discord itself keeps from people without Manage Server, unless the server says otherwise.</summary>
/// <remarks>Discord knows rights of whole commands only, so one admin part protects all parts; a command with a part for everybody is protected by the bot alone.</remarks>
internal sealed class ProtectedCommands
{
    private readonly HashSet<string> _names;

    public ProtectedCommands(IEnumerable<CommandSpec> specs) =>
        _names = specs.GroupBy(spec => spec.Name.Split(' ')[0], StringComparer.Ordinal).Where(CommandTable.IsHidden).Select(group => group.Key).ToHashSet(StringComparer.Ordinal);

    /// <summary>True when Discord has checked the person's right to a command.</summary>
    /// <param name="name">The command's first word.</param>
    public bool Contains(string name) => _names.Contains(name);
}
