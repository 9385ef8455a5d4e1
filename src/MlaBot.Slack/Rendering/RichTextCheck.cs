using MlaBot.Slack.Wire;

namespace MlaBot.Slack.Rendering;

/// <summary>Looks at rich texts and tables before they are sent.</summary>
internal static class RichTextCheck
{
    /// <summary>Passes when Slack would take the text.</summary>
    /// <exception cref="InvalidOperationException">It breaks a limit; the message names the place.</exception>
    public static void Check(RichTextBlock block, string place)
    {
        BlockCheck.Require(BlockText.Length(block) <= SlackLimits.Text, place, $"more than {SlackLimits.Text} characters");
        Parts(block.Elements, place);
    }

    /// <summary>Passes when Slack would take the table.</summary>
    /// <exception cref="InvalidOperationException">It breaks a limit; the message names the place.</exception>
    public static void Check(TableBlock table, string place)
    {
        BlockCheck.Require(table.Rows.Count is > 0 and <= SlackLimits.TableRows, place, $"{table.Rows.Count} rows instead of 1 to {SlackLimits.TableRows}");
        var columns = table.Rows[0].Count;
        BlockCheck.Require(columns is > 0 and <= SlackLimits.TableColumns && table.Rows.All(row => row.Count == columns), place, $"rows that are not equally long, with 1 to {SlackLimits.TableColumns} cells");
        BlockCheck.Require(BlockText.Length(table) <= SlackLimits.TableText, place, $"more than {SlackLimits.TableText} characters");
        foreach (var cell in table.Rows.SelectMany(row => row))
        {
            BlockCheck.Require(cell is not RawTextCell { Text.Length: 0 }, place, "an empty cell");
            if (cell is RichTextCell rich)
            {
                Parts(rich.Elements, place);
            }
        }
    }

    private static void Parts(IReadOnlyList<RichTextPart> parts, string place)
    {
        BlockCheck.Require(parts.Count > 0, place, "nothing in it");
        foreach (var part in parts)
        {
            BlockCheck.Require(BlockText.Leaves(part).Any(), place, "an empty paragraph");
            BlockCheck.Require(part is not RichTextList { Indent: < 0 or > 8 }, place, "a list that is indented by more than 8");
            foreach (var leaf in BlockText.Leaves(part))
            {
                BlockCheck.Require(leaf is not TextLeaf { Text.Length: 0 }, place, "an empty text");
                BlockCheck.Require(leaf is not LinkLeaf link || link.Url.Length is > 0 and <= SlackLimits.Url, place, "an address of a wrong length");
            }
        }
    }
}
