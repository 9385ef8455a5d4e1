using System.Text.Json.Nodes;

namespace MlaBot.SlackServer.World;

/// <summary>The values of inputs as payloads carry them, by element type.</summary>
/// <remarks>Source: Slack developer documentation, "Interaction payloads: view state"; slack-shapes.json.</remarks>
internal static class InputValue
{
    /// <summary>True for elements with a place in <c>state.values</c>; buttons and overflow menus have none.</summary>
    public static bool IsKept(string type) => type is not ("button" or "overflow" or "icon_button" or "feedback_buttons" or "workflow_button");

    /// <summary>True when nothing is chosen or typed.</summary>
    public static bool IsEmpty(JsonObject value) => !value.Any(entry => entry.Key != "type" && entry.Value switch
    {
        null => false,
        JsonArray list => list.Count > 0,
        JsonValue text when text.TryGetValue<string>(out var typed) => typed.Length > 0,
        _ => true,
    });

    public static JsonObject Initial(JsonObject element)
    {
        var type = element.Text("type") ?? "";
        return Of(type, FieldOf(type) switch
        {
            "selected_options" => element["initial_options"]?.DeepClone() ?? new JsonArray(),
            "selected_users" => element["initial_users"]?.DeepClone() ?? new JsonArray(),
            "selected_conversations" => element["initial_conversations"]?.DeepClone() ?? new JsonArray(),
            "selected_channels" => element["initial_channels"]?.DeepClone() ?? new JsonArray(),
            "value" => element["initial_value"]?.DeepClone(),
            "rich_text_value" => element["initial_value"]?.DeepClone(),
            var field => element["initial_" + field["selected_".Length..]]?.DeepClone(),
        });
    }

    public static JsonObject Of(string type, JsonNode? value) => new() { ["type"] = type, [FieldOf(type)] = value };

    /// <summary>The field that holds the value.</summary>
    public static string FieldOf(string type) => type switch
    {
        "checkboxes" or "multi_static_select" or "multi_external_select" => "selected_options",
        "static_select" or "external_select" or "radio_buttons" or "overflow" => "selected_option",
        "users_select" => "selected_user",
        "multi_users_select" => "selected_users",
        "conversations_select" => "selected_conversation",
        "multi_conversations_select" => "selected_conversations",
        "channels_select" => "selected_channel",
        "multi_channels_select" => "selected_channels",
        "datepicker" => "selected_date",
        "timepicker" => "selected_time",
        "datetimepicker" => "selected_date_time",
        "rich_text_input" => "rich_text_value",
        _ => "value",
    };
}
