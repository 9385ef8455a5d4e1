namespace MlaBot.DiscordServer.Validation.Rules;

/// <summary>What a button must and must not have by its style.</summary>
/// <remarks>Source: Discord developer documentation, "Component Reference: Button".</remarks>
internal static class ButtonRules
{
    private const int Link = 5;
    private const int Premium = 6;

    public static void Check(ComponentPart part, Faults faults)
    {
        var style = part.Value.Number("style");
        string[] needed = style switch
        {
            Link => ["url"],
            Premium => ["sku_id"],
            _ => ["custom_id"],
        };
        string[] refused = style switch
        {
            Link => ["custom_id", "sku_id"],
            Premium => ["custom_id", "url", "label", "emoji"],
            _ => ["url", "sku_id"],
        };

        foreach (var name in needed.Where(name => !part.Value.Has(name)))
        {
            faults.Add($"{part.Path}.{name}: a button of style {style} must have it");
        }

        foreach (var name in refused.Where(name => part.Value.Has(name)))
        {
            faults.Add($"{part.Path}.{name}: a button of style {style} cannot have it");
        }

        if (style != Premium && string.IsNullOrWhiteSpace(part.Value.Text("label")) && !part.Value.Has("emoji"))
        {
            faults.Add($"{part.Path}: a button must have a label or an emoji");
        }

        if (style == Link && Uri.TryCreate(part.Value.Text("url"), UriKind.Absolute, out var url) && url.Scheme is not ("http" or "https" or "discord"))
        {
            faults.Add($"{part.Path}.url: must start with http, https or discord");
        }
    }
}
