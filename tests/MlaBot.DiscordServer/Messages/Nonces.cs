using MlaBot.DiscordServer.World;

namespace MlaBot.DiscordServer.Messages;

/// <summary>Remembers enforced nonces for 2 minutes.</summary>
/// <remarks>Discord says "the past few minutes" (Create Message); discord.md 6 treats it as 2.</remarks>
internal sealed class Nonces(TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(2);

    private readonly Dictionary<(ulong Bot, string Nonce), Message> _messages = [];

    public Message? Find(ulong bot, string nonce) =>
        _messages.TryGetValue((bot, nonce), out var message) && clock.GetUtcNow() - message.SentAt < Kept ? message : null;

    public void Keep(ulong bot, string nonce, Message message) => _messages[(bot, nonce)] = message;
}
