namespace MlaBot.DiscordServer.Validation.Rules;

/// <summary>What is known of the message that components stand in.</summary>
/// <param name="IsV2">The flag IS_COMPONENTS_V2 is set in this body.</param>
/// <param name="IsFlagKnown">False for an edit that does not speak of flags.</param>
internal readonly record struct ComponentLimits(bool IsV2, bool IsFlagKnown);
