using YamlDotNet.Core;

namespace MlaBot.Storage.Packs.Yaml;

/// <summary>Says in an author's terms why a YAML text cannot be read.</summary>
internal static class BrokenYaml
{
    private static readonly (string Sign, string Words)[] Known =
    [
        ("nested too deeply", "the lists and keys are nested too deeply; check for stray brackets"),
        ("anchors", "anchors and aliases (& and *) are not used in packs; write the value out, or quote a text that begins with & or *"),
        ("invalid mapping", "a text holds \": \" without being quoted, or a line is indented wrongly; put the text in double quotes"),
        ("mapping values are not allowed", "a text holds \": \" without being quoted, or a line is indented wrongly; put the text in double quotes"),
        ("while parsing a block mapping", "a key is indented differently from the keys above it, or a quote is missing"),
        ("while parsing a block collection", "a list entry is indented differently from the entries above it"),
        ("while parsing a flow mapping", "a comma or the closing } is missing, or a text with a comma is not quoted"),
        ("while parsing a flow sequence", "a comma or the closing ] is missing, or a text with a comma is not quoted"),
        ("while scanning a quoted scalar", "a quote is opened and not closed, or text stands after the closing quote"),
        ("while scanning a simple key", "a key has no colon, or a text over several lines is not quoted"),
        ("while scanning a block scalar", "the text after > or | is not indented evenly"),
        ("tab", "a tab stands in the indentation; use spaces"),
        ("anchor", "a text begins with & or *; put it in double quotes"),
        ("cannot start any token", "a text begins with a sign that YAML reserves (such as @, ` or %); put it in double quotes"),
        ("while scanning for the next token", "a text begins with a sign that YAML reserves (such as @, ` or %); put it in double quotes"),
        ("directive", "a line begins with %; put the text in double quotes"),
        ("tag", "a text begins with !; put it in double quotes"),
        ("escape", "a backslash in a double-quoted text is not an escape; double it or use single quotes"),
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
