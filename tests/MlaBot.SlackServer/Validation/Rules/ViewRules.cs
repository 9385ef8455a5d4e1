using System.Text.Json.Nodes;
using MlaBot.SlackServer.World;

namespace MlaBot.SlackServer.Validation.Rules;

/// <summary>What a schema cannot say about views.</summary>
internal static class ViewRules
{
    public static void Check(JsonObject view, BodyFaults faults)
    {
        var blocks = view["blocks"] as JsonArray ?? [];
        BlockRules.Check(blocks, "/view/blocks", faults);
        if (Texts.Objects(blocks).Count(part => part.Flag("focus_on_load")) > 1)
        {
            faults.Add("/view/blocks", "no more than 1 element with focus_on_load allowed");
        }
    }
}
