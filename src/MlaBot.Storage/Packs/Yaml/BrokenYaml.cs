using YamlDotNet.Core;

namespace MlaBot.Storage.Packs.Yaml;

/// <summary>Says in an author's terms why a YAML text cannot be read.</summary>
internal static class BrokenYaml
{
    private static readonly (string Sign, string Words)[] Known =
    [
        ("nested too deeply", "the lists and keys are nested too deeply; check for stray brackets"),
        ("anchors", "anchors, aliases and tags (&, * and !) are not used in packs; put a text that begins with one of them in double quotes"),
        ("tab character", "a tab stands in the indentation; use spaces"),
        ("escape character", "a backslash in a double-quoted text begins no known escape; double it, or use single quotes"),
        ("invalid mapping", "a text holds \": \" without being quoted, or a line is indented wrongly; put the text in double quotes"),
        ("sequence entries are not allowed", "\"- \" stands behind a key; begin the list on the next line, or put the text in double quotes"),
        ("double-quoted scalar", "a quote is opened and not closed, or a line of the text is indented less than its key"),
        ("quoted scalar", "a quote is opened and not closed"),
        ("cannot start any token", "a text begins with a sign that YAML reserves (such as @, ` or %); put it in double quotes"),
        ("parsing a block mapping", "a key is indented differently from the keys above it, has no space after its colon, or a text is quoted wrongly"),
        ("parsing a block collection", "a line is indented less than the list entry that it belongs to"),
        ("parsing a flow mapping", "a comma or the closing } is missing before this place, or a text with a comma is not quoted"),
        ("parsing a flow sequence", "a comma or the closing ] is missing before this place, or a text with a comma is not quoted"),
        ("simple key", "a key has no colon, or a text over several lines is not quoted"),
        ("block scalar", "the text after > or | is not indented evenly"),
        ("anchor", "a text begins with & or *; put it in double quotes"),
        ("tag", "a text begins with !; put it in double quotes"),
        ("directive", "a line begins with %; put the text in double quotes"),
    ];

    /// <summary>Gives a sentence that says what to look for; the place is the fault's line.</summary>
    public static string InPlainWords(YamlException broken)
    {
        foreach (var (sign, words) in Known)
        {
            if (broken.Message.Contains(sign, StringComparison.OrdinalIgnoreCase))
            {
                return $"the YAML breaks here: {words}";
            }
        }

        return $"the YAML breaks here ({FaultSink.Short(broken.Message)}); check quotes and indentation on this line and the one above";
    }
}
