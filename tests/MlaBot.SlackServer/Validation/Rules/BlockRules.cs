using System.Text.Json.Nodes;
using MlaBot.SlackServer.World;

namespace MlaBot.SlackServer.Validation.Rules;

/// <summary>What a schema cannot say about blocks (x-cross-rules of the schema; slack.md, section 7).</summary>
internal static class BlockRules
{
    private const int MostMarkdown = 12_000;
    private const int MostTableText = 10_000;

    public static void Check(JsonArray blocks, string pointer, BodyFaults faults)
    {
        var blockIds = new HashSet<string>(StringComparer.Ordinal);
        var actionIds = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < blocks.Count; index++)
        {
            var here = $"{pointer}/{index}";
            if (blocks[index].Text("block_id") is { } id && !blockIds.Add(id))
            {
                faults.Add($"{here}/block_id", $"block_id \"{id}\" already exists");
            }

            CheckActions(blocks[index], here, actionIds, faults);
        }

        CheckSums(blocks, pointer, faults);
        CheckTables(blocks, pointer, faults);
    }

    private static void CheckActions(JsonNode? block, string here, HashSet<string> all, BodyFaults faults)
    {
        if (block is not JsonObject json)
        {
            return;
        }

        var own = new HashSet<string>(StringComparer.Ordinal);
        foreach (var control in BlockParts.Controls([json.DeepClone()]).Where(control => control.ActionId.Length > 0))
        {
            if (!own.Add(control.ActionId))
            {
                faults.Add(here, $"action_id \"{control.ActionId}\" already exists in this block");
            }
            else if (!all.Add(control.ActionId))
            {
                faults.AddOwn(here, $"action_id \"{control.ActionId}\" stands twice in this payload");
            }

            ControlRules.Check(control, here, faults);
        }
    }

    private static void CheckSums(JsonArray blocks, string pointer, BodyFaults faults)
    {
        if (blocks.Where(block => block.Text("type") is "markdown").Sum(block => block.Text("text")?.Length ?? 0) > MostMarkdown)
        {
            faults.Add(pointer, $"all markdown blocks together must be less than {MostMarkdown + 1} characters");
        }

        if (blocks.Count(block => block.Text("type") is "data_visualization") > 2)
        {
            faults.Add(pointer, "no more than 2 data_visualization blocks allowed");
        }
    }

    private static void CheckTables(JsonArray blocks, string pointer, BodyFaults faults)
    {
        var tables = blocks.Where(block => block.Text("type") is "table" or "data_table").ToList();
        if (tables.Count > 1)
        {
            faults.Add(pointer, "only_one_table_allowed");
        }

        foreach (var rows in tables.Select(table => table!["rows"]).OfType<JsonArray>())
        {
            if (rows.OfType<JsonArray>().Select(row => row.Count).Distinct().Count() > 1)
            {
                faults.AddOwn(pointer, "all rows of a table must be equally long");
            }

            if (Texts.In(rows).Sum(text => text.Length) > MostTableText)
            {
                faults.Add(pointer, $"all cells together must be less than {MostTableText + 1} characters");
            }
        }
    }
}
