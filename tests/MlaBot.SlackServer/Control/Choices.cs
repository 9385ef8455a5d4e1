using System.Globalization;
using System.Text.Json.Nodes;
using MlaBot.SlackServer.World;

namespace MlaBot.SlackServer.Control;

/// <summary>Makes the value of an element from what a person picked or typed, and refuses what Slack's client would.</summary>
internal static class Choices
{
    /// <exception cref="ControlException">An option that is not there, too many, a text that is too long.</exception>
    public static JsonObject Value(User user, BlockControl control, InputState state, IReadOnlyList<string> picked)
    {
        var field = InputValue.FieldOf(control.Type);
        JsonNode? value = field switch
        {
            "selected_option" => One(control, picked) is { } option ? Option(control, state, option) : null,
            "selected_options" => new JsonArray([.. Several(control, picked).Select(option => Option(control, state, option))]),
            "selected_user" or "selected_conversation" or "selected_channel" => One(control, picked) is { } id ? Known(user, control, id) : null,
            "selected_users" or "selected_conversations" or "selected_channels" => new JsonArray([.. Several(control, picked).Select(id => (JsonNode)Known(user, control, id))]),
            "selected_date" => Fits(control, One(control, picked), text => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)),
            "selected_time" => Fits(control, One(control, picked), text => TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)),
            "selected_date_time" => One(control, picked) is { } seconds ? long.Parse(seconds, NumberStyles.None, CultureInfo.InvariantCulture) : null,
            "value" => Typed(control, One(control, picked)),
            _ => throw new ControlException($"A {control.Type} cannot be used here."),
        };
        return InputValue.Of(control.Type, value);
    }

    private static JsonObject Option(BlockControl control, InputState state, string value)
    {
        var options = control.Type.EndsWith("external_select", StringComparison.Ordinal)
            ? [.. state.Offers(control)]
            : control.Element.Objects("options").Concat(control.Element.Objects("option_groups").SelectMany(group => group.Objects("options"))).ToList();
        var option = options.FirstOrDefault(option => option.Text("value") == value) ?? options.FirstOrDefault(option => option["text"].Text("text") == value)
            ?? throw new ControlException($"\"{control.ActionId}\" does not offer \"{value}\", but: {string.Join(", ", options.Select(option => option.Text("value")))}.");
        return (JsonObject)option.DeepClone();
    }

    private static string? One(BlockControl control, IReadOnlyList<string> picked) =>
        picked.Count > 1 ? throw new ControlException($"\"{control.ActionId}\" takes one value, not {picked.Count}.") : picked.Count is 0 ? null : picked[0];

    private static IReadOnlyList<string> Several(BlockControl control, IReadOnlyList<string> picked)
    {
        if (control.Element.Int("max_selected_items") is { } most && picked.Count > most)
        {
            throw new ControlException($"\"{control.ActionId}\" takes at most {most} values, not {picked.Count}.");
        }

        return picked.Distinct(StringComparer.Ordinal).Count() == picked.Count ? picked : throw new ControlException($"\"{control.ActionId}\" cannot hold a value twice.");
    }

    private static string Known(User user, BlockControl control, string id)
    {
        if (control.Type.Contains("users", StringComparison.Ordinal))
        {
            return user.Team.Users.ContainsKey(id) ? id : throw new ControlException($"\"{control.ActionId}\" lists no person {id}.");
        }

        var channel = user.Team.Channels.GetValueOrDefault(id) ?? throw new ControlException($"\"{control.ActionId}\" lists no channel {id}.");
        var kind = channel.IsDirect ? "im" : channel.IsPrivate ? "private" : "public";
        var filter = (control.Element["filter"]?["include"] as JsonArray)?.Select(entry => entry!.ToString()).ToList();
        var isShown = (!channel.IsPrivate || channel.Members.Contains(user.Id)) && !channel.IsArchived
            && (control.Type.Contains("channels", StringComparison.Ordinal) ? kind is "public" : filter?.Contains(kind, StringComparer.Ordinal) ?? true);
        return isShown ? id : throw new ControlException($"\"{control.ActionId}\" does not list {channel} for {user}.");
    }

    private static string? Fits(BlockControl control, string? text, Func<string, bool> fits) =>
        text is null || fits(text) ? text : throw new ControlException($"\"{text}\" does not fit into the {control.Type} \"{control.ActionId}\".");

    private static string? Typed(BlockControl control, string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        var (least, most) = (control.Element.Int("min_length") ?? 0, control.Element.Int("max_length") ?? 3000);
        if (control.Type is "number_input" && !decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out _))
        {
            throw new ControlException($"\"{control.ActionId}\" takes a number, not \"{text}\".");
        }

        return text.Length >= least && text.Length <= most ? text : throw new ControlException($"\"{control.ActionId}\" takes {least} to {most} characters, not {text.Length}.");
    }
}
