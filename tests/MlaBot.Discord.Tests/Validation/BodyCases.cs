using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using MlaBot.DiscordServer.Validation;

namespace MlaBot.Discord.Tests.Validation;

/// <summary>Checks bodies that are written short: <c>~</c> stands for <c>"allowed_mentions":{"parse":[]}</c>, <c>«x*30»</c> for x thirty times.</summary>
internal static partial class BodyCases
{
    public const string Create = "POST /channels/{channel}/messages";
    public const string Edit = "PATCH /channels/{channel}/messages/{message}";
    public const string Callback = "POST /interactions/{id}/{token}/callback";
    public const string Commands = "PUT /applications/{application}/commands";

    public static IReadOnlyList<string> Faults(string request, string body)
    {
        var parts = request.Split(' ');
        return BodyCheck.Default.Check(parts[0], parts[1], Json(body), isStrict: true);
    }

    public static JsonElement Json(string body)
    {
        var full = Repeat().Replace(body, match => string.Concat(Enumerable.Repeat(match.Groups["text"].Value, int.Parse(match.Groups["times"].Value, CultureInfo.InvariantCulture))));
        return JsonDocument.Parse(full.Replace("~", """ "allowed_mentions":{"parse":[]} """)).RootElement;
    }

    /// <summary>The good body passes whole; the bad one has exactly the fault meant, and none that only looks like it.</summary>
    public static void ShouldTell(string request, string good, string bad, string fault)
    {
        Faults(request, good).ShouldBeEmpty();
        var found = Faults(request, bad);
        found.ShouldContain(text => text.Contains(fault, StringComparison.Ordinal), $"found: {string.Join(" | ", found)}");
    }

    [GeneratedRegex(@"«(?<text>[^«]*?)\*(?<times>\d+)»", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Repeat();
}
