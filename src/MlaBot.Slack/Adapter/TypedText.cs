using System.Text.RegularExpressions;
using MlaBot.Chat.Commands;
using MlaBot.Core;

namespace MlaBot.Slack.Adapter;

/// <summary>Reads what people type: Slack escapes three signs and writes channels, people and user groups as marks.</summary>
/// <remarks>Source: Slack developer documentation, "Formatting text for app surfaces" and "Implementing slash commands: escaping".</remarks>
internal static partial class TypedText
{
    /// <summary>The text as it was typed, with marks as bare ids, and the names that the marks carried.</summary>
    public static (string Text, IReadOnlyDictionary<string, string> Names) Read(string text)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var bare = Marks().Replace(text, match =>
        {
            if (match.Groups["name"] is { Success: true, Length: > 0 } name)
            {
                names[match.Groups["id"].Value] = name.Value.TrimStart('@', '#');
            }

            return $"<{match.Groups["kind"].Value}{match.Groups["id"].Value}>";
        });
        bare = Links().Replace(bare, match => match.Groups["mail"] is { Success: true } mail ? mail.Value : match.Groups["web"].Value);
        return (bare.Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal), names);
    }

    /// <summary>The line with the option's name before a channel that stands there without one: nobody counts options to name a channel.</summary>
    public static string WithNames(string line, IReadOnlyList<CommandSpec> specs)
    {
        var spec = specs.Where(each => line.StartsWith($"{each.Name} ", StringComparison.OrdinalIgnoreCase)).MaxBy(each => each.Name.Length);
        return spec?.Options.FirstOrDefault(option => option.Kind == OptionKind.Channel) is { } place && !line.Contains('"', StringComparison.Ordinal)
            ? BareChannels().Replace(line, $"{place.Name}:$0")
            : line;
    }

    /// <summary>Options with the platform's ids in the place of marks; a refusal when one that names a place or person names none.</summary>
    public static Outcome<IReadOnlyDictionary<string, string>> Ids(CommandSpec? spec, IReadOnlyDictionary<string, string> options)
    {
        var read = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in options)
        {
            var kind = spec?.Options.FirstOrDefault(option => option.Name == name)?.Kind ?? OptionKind.Text;
            if (kind == OptionKind.Text)
            {
                read[name] = value;
            }
            else if (Marks().Match(value) is { Success: true } mark && mark.Length == value.Length)
            {
                read[name] = mark.Groups["id"].Value;
            }
            else
            {
                var (what, how) = kind switch
                {
                    OptionKind.Channel => ("channel", "# and its name"),
                    OptionKind.Person => ("person", "@ and the name"),
                    _ => ("user group", "@ and its handle"),
                };
                return new Refusal("option-mark", $"\"{Text.Printable(value, 40)}\" is no {what}.", $"Type {how}, and choose it from Slack's list.");
            }
        }

        return new Outcome<IReadOnlyDictionary<string, string>>.Ok(read);
    }

    [GeneratedRegex(@"<(?<kind>@|#|!subteam\^)(?<id>[A-Z0-9]{2,})(?:\|(?<name>[^>]*))?>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Marks();

    [GeneratedRegex(@"<(?:mailto:[^|>]*\|(?<mail>[^>]*)|(?<web>https?://[^|>]*)(?:\|[^>]*)?)>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Links();

    [GeneratedRegex(@"(?<=\s)(?:<#[A-Z0-9]+>|#\S+)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BareChannels();
}
