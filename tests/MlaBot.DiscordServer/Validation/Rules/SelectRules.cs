namespace MlaBot.DiscordServer.Validation.Rules;

/// <summary>How the numbers and entries of a select go together.</summary>
/// <remarks>Source: Discord developer documentation, "Component Reference: String Select".</remarks>
internal static class SelectRules
{
    public static void Check(ComponentPart part, Faults faults)
    {
        var least = part.Value.Number("min_values") ?? 1;
        var most = part.Value.Number("max_values") ?? 1;
        if (least > most)
        {
            faults.Add($"{part.Path}.min_values: is {least}, more than max_values {most}");
        }

        var options = part.Value.List("options");
        if (part.Type == 3)
        {
            if (options.Count == 0)
            {
                faults.Add($"{part.Path}.options: must have 1 to 25 entries");
            }
            else if (Math.Max(least, most) > options.Count)
            {
                faults.Add($"{part.Path}.max_values: is {Math.Max(least, most)}, more than the {options.Count} options");
            }
        }

        if (options.Select(option => option.Text("value")).Distinct(StringComparer.Ordinal).Count() < options.Count)
        {
            faults.Add($"{part.Path}.options: have a value twice");
        }

        var chosen = options.Count(option => option.Flag("default")) + part.Value.List("default_values").Count;
        if (chosen > most)
        {
            faults.Add($"{part.Path}: has {chosen} chosen already, may have {most}");
        }
    }
}
