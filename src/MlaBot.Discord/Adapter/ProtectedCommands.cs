using System.Collections.Frozen;
using MlaBot.Chat.Commands;

namespace MlaBot.Discord.Adapter;

/// <summary>The commands that Discord itself keeps from people without Manage Server, unless the server says otherwise.</summary>
/// <remarks>Discord knows rights of whole commands only, so one admin part protects all parts.</remarks>
internal sealed class ProtectedCommands
{
    private readonly FrozenSet<string> _names;

    public ProtectedCommands(IEnumerable<CommandSpec> specs) =>
        _names = specs.Where(spec => spec.IsAdmin).Select(spec => spec.Name.Split(' ')[0]).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>True when Discord has checked the person's right to a command.</summary>
    /// <param name="name">The command's first word.</param>
    public bool Contains(string name) => _names.Contains(name);
}
