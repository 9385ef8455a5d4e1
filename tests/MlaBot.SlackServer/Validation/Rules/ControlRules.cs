using System.Text.Json.Nodes;
using MlaBot.SlackServer.World;

namespace MlaBot.SlackServer.Validation.Rules;

/// <summary>Rules of one interactive element.</summary>
internal static class ControlRules
{
    public static void Check(BlockControl control, string here, BodyFaults faults)
    {
        var element = control.Element;
        var options = element.Objects("options").Concat(element.Objects("option_groups").SelectMany(group => group.Objects("options"))).ToList();
        if (!control.Type.EndsWith("external_select", StringComparison.Ordinal))
        {
            var initial = element.Objects("initial_options").Append(element["initial_option"] as JsonObject).OfType<JsonObject>();
            if (initial.Any(one => !options.Any(option => JsonNode.DeepEquals(option, one))))
            {
                faults.Add(here, $"initial option of \"{control.ActionId}\" must equal one of its options exactly");
            }
        }

        if (options.Select(option => option.Text("value")).Distinct(StringComparer.Ordinal).Count() < options.Count)
        {
            // Slack takes it, but nobody can tell which one was chosen.
            faults.AddOwn(here, $"\"{control.ActionId}\" has a value twice");
        }

        if (element.Int("min_length") > element.Int("max_length"))
        {
            faults.Add(here, "min_length must be at most max_length");
        }

        if (element.Flag("response_url_enabled") && control.Input is null)
        {
            faults.Add(here, "response_url_enabled is allowed in input blocks of modals only");
        }
    }
}
