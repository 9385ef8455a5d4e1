using System.Text.Json.Nodes;
using MlaBot.Chat.Commands;

namespace MlaBot.Discord.Registration;

/// <summary>An option of a command as JSON.</summary>
internal static class CommandOption
{
    private const int Text = 3;
    private const int Person = 6;
    private const int Channel = 7;
    private const int Role = 8;

    // Text and announcement channels. Source: Discord developer documentation, "Channel: Channel Types".
    private static readonly int[] PostingChannels = [0, 5];

    /// <summary>Makes the JSON of an option.</summary>
    public static JsonObject Of(CommandSpec spec, OptionSpec option, CommandTranslations words)
    {
        var json = words.Named($"{spec.Name} {option.Name}", option.Name, option.Description);
        json["type"] = option.Kind switch { OptionKind.Person => Person, OptionKind.Channel => Channel, OptionKind.Role => Role, _ => Text };
        if (option.IsRequired)
        {
            json["required"] = true;
        }

        if (option.Kind == OptionKind.Channel)
        {
            json["channel_types"] = new JsonArray([.. PostingChannels.Select(type => JsonValue.Create(type))]);
        }

        if (option.Choices.Count > 0)
        {
            json["choices"] = new JsonArray([.. option.Choices.Select(choice => new JsonObject { ["name"] = choice, ["value"] = choice })]);
        }

        if (option.HasSuggestions)
        {
            json["autocomplete"] = true;
        }

        return json;
    }
}
