using System.Text.Json;

namespace MlaBot.Slack.Adapter;

/// <summary>Texts of JSON whose shape nobody promises.</summary>
internal static class JsonText
{
    /// <summary>The text; empty for what is none.</summary>
    public static string Of(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString() ?? "" : "";
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair is JSON, but no text.
            return "";
        }
    }
}
