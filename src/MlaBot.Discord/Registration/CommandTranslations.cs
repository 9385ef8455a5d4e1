using System.Text.Json.Nodes;
using MlaBot.Chat.Commands;

namespace MlaBot.Discord.Registration;

/// <summary>The words of commands in other languages, by locale and path.</summary>
internal sealed class CommandTranslations(IReadOnlyDictionary<string, IReadOnlyDictionary<string, CommandWording>>? byLocale)
{
    // Source: Discord developer documentation, "Reference: Locales".
    private static readonly HashSet<string> Locales = new(StringComparer.Ordinal)
    {
        "id", "da", "de", "en-GB", "en-US", "es-ES", "es-419", "fr", "hr", "it", "lt", "hu", "nl", "no", "pl", "pt-BR", "ro", "fi",
        "sv-SE", "vi", "tr", "cs", "el", "bg", "ru", "uk", "hi", "th", "zh-CN", "ja", "zh-TW", "ko",
    };

    private readonly IReadOnlyDictionary<string, IReadOnlyDictionary<string, CommandWording>> _byLocale =
        byLocale ?? new Dictionary<string, IReadOnlyDictionary<string, CommandWording>>(StringComparer.Ordinal);

    /// <summary>Name and description with their translations, where there are any.</summary>
    public JsonObject Named(string path, string name, string description)
    {
        var json = new JsonObject { ["name"] = name, ["description"] = description };
        var found = All(path).OrderBy(pair => pair.Key, StringComparer.Ordinal).ToArray();
        if (found.Length > 0)
        {
            json["name_localizations"] = new JsonObject(found.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value.Name)));
            json["description_localizations"] = new JsonObject(found.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value.Description)));
        }

        return json;
    }

    /// <summary>What is wrong with the translations of a table, one sentence each.</summary>
    public IEnumerable<string> Faults(IReadOnlyList<CommandSpec> specs)
    {
        var paths = specs.SelectMany(Paths).ToHashSet(StringComparer.Ordinal);
        foreach (var (locale, words) in _byLocale)
        {
            if (!Locales.Contains(locale))
            {
                yield return $"\"{locale}\" is no locale of Discord.";
            }

            foreach (var (path, wording) in words)
            {
                if (!paths.Contains(path))
                {
                    yield return $"/{path} ({locale}) is translated, but there is no such command or option.";
                }

                foreach (var fault in CommandCheck.Words($"/{path} ({locale})", wording.Name, wording.Description))
                {
                    yield return fault;
                }
            }

            foreach (var command in specs.GroupBy(spec => spec.Name.Split(' ')[0], StringComparer.Ordinal))
            {
                if (CommandCheck.Size(command.Key, [.. command], path => words.GetValueOrDefault(path)) is var size and > CommandLimits.CommandText)
                {
                    yield return $"/{command.Key} ({locale}) has {size} characters; Discord takes {CommandLimits.CommandText}.";
                }
            }
        }

        // Each of the two falls back to the other, so one alone would also show to the other's readers.
        if (_byLocale.ContainsKey("en-US") != _byLocale.ContainsKey("en-GB"))
        {
            yield return "Give en-US and en-GB both, or neither.";
        }
    }

    private IEnumerable<KeyValuePair<string, CommandWording>> All(string path) =>
        _byLocale.Where(locale => locale.Value.ContainsKey(path)).Select(locale => KeyValuePair.Create(locale.Key, locale.Value[path]));

    private static IEnumerable<string> Paths(CommandSpec spec) =>
        spec.Options.Select(option => $"{spec.Name} {option.Name}").Append(spec.Name).Append(spec.Name.Split(' ')[0]);
}
