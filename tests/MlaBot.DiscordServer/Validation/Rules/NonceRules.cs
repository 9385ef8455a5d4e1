using System.Text.Json;

namespace MlaBot.DiscordServer.Validation.Rules;

/// <summary>A nonce protects from posting twice only together with <c>enforce_nonce</c>.</summary>
internal static class NonceRules
{
    public static void Check(JsonElement message, Faults faults)
    {
        var hasNonce = message.Has("nonce", out var nonce) && (nonce.ValueKind != JsonValueKind.String || nonce.GetString() is not "");
        if (hasNonce && !message.Flag("enforce_nonce"))
        {
            faults.AddOwn("enforce_nonce: must be true beside a nonce, or a second create posts twice");
        }

        if (!hasNonce && message.Flag("enforce_nonce"))
        {
            faults.AddOwn("nonce: must be there when enforce_nonce is true");
        }
    }
}
