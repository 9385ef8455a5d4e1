namespace MlaBot.DiscordServer.World;

/// <summary>A body that a strict bot sent and that Discord, or our stricter check, refuses.</summary>
public sealed record Violation(string Method, string Route, string What);
