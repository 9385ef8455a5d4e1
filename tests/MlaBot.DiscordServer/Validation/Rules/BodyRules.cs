using System.Text.Json;

namespace MlaBot.DiscordServer.Validation.Rules;

/// <summary>What the documentation limits and the spec does not say, by request.</summary>
internal static class BodyRules
{
    public static void Check(string key, JsonElement body, Faults faults)
    {
        switch (key)
        {
            case "POST /channels/{}/messages":
                MessageRules.Check(body, MessageUse.Create, "", faults);
                NonceRules.Check(body, faults);
                break;
            case "PATCH /channels/{}/messages/{}" or "PATCH /webhooks/{}/{}/messages/@original" or "PATCH /webhooks/{}/{}/messages/{}":
                MessageRules.Check(body, MessageUse.Edit, "", faults);
                break;
            case "POST /webhooks/{}/{}":
                MessageRules.Check(body, MessageUse.Reply, "", faults);
                break;
            case "POST /interactions/{}/{}/callback":
                CallbackRules.Check(body, faults);
                break;
            case "PUT /applications/{}/commands" or "PUT /applications/{}/guilds/{}/commands":
                CommandListRules.Check(body, faults);
                break;
            case "POST /applications/{}/commands" or "POST /applications/{}/guilds/{}/commands":
                CommandRules.Check(body, "", faults);
                break;
        }
    }
}
