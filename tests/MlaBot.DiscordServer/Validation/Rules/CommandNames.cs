using System.Text.Json;
using System.Text.RegularExpressions;

namespace MlaBot.DiscordServer.Validation.Rules;

/// <summary>Names of chat commands and their options, and translations.</summary>
/// <remarks>Source: Discord developer documentation, "Application Commands: Application Command Naming".</remarks>
internal static partial class CommandNames
{
    private static readonly HashSet<string> Locales =
    [
        "id", "da", "de", "en-GB", "en-US", "es-ES", "es-419", "fr", "hr", "it", "lt", "hu", "nl", "no", "pl", "pt-BR", "ro", "fi", "sv-SE", "vi", "tr",
        "cs", "el", "bg", "ru", "uk", "hi", "th", "zh-CN", "ja", "zh-TW", "ko",
    ];

    public static void Check(JsonElement part, string path, Faults faults)
    {
        CheckName(part.Text("name"), $"{path}name", faults);
        CheckTranslations(part, "name", path, faults);
        CheckTranslations(part, "description", path, faults);
    }

    private static void CheckName(string name, string path, Faults faults)
    {
        if (!Allowed().IsMatch(name))
        {
            faults.Add($"{path}: \"{name}\" may have only letters, digits, - _ and ', 1 to 32 of them");
        }
        else if (!string.Equals(name, name.ToLowerInvariant(), StringComparison.Ordinal))
        {
            faults.Add($"{path}: \"{name}\" must be in lower case");
        }
    }

    private static void CheckTranslations(JsonElement part, string name, string path, Faults faults)
    {
        if (!part.Has($"{name}_localizations", out var translations) || translations.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (var translation in translations.EnumerateObject())
        {
            if (!Locales.Contains(translation.Name))
            {
                faults.Add($"{path}{name}_localizations: Discord has no locale \"{translation.Name}\"");
            }

            if (name == "name")
            {
                CheckName(translation.Value.ToString(), $"{path}name_localizations.{translation.Name}", faults);
            }
        }

        // Each falls back to the other, so one alone shows in both.
        if (translations.TryGetProperty("en-US", out _) != translations.TryGetProperty("en-GB", out _))
        {
            faults.AddOwn($"{path}{name}_localizations: give en-US and en-GB, or neither");
        }
    }

    [GeneratedRegex(@"^[-_'\p{L}\p{N}\p{IsDevanagari}\p{IsThai}]{1,32}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Allowed();
}
