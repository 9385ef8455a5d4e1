using System.Text.Json;

namespace MlaBot.DiscordServer.Validation.Rules;

/// <summary>A modal: at most five parts, no part disabled, and its fields consistent in themselves.</summary>
/// <remarks>Source: Discord developer documentation, "Component Reference: Label" and "Text Input".</remarks>
internal static class ModalRules
{
    public static void Check(JsonElement modal, Faults faults)
    {
        var top = modal.List("components");
        if (top.Count > 5)
        {
            faults.Add($"data.components: are {top.Count}, a modal may have 5");
        }

        var all = ComponentTree.All(modal, "data.");
        ComponentTree.CheckIds(all, faults);
        foreach (var part in all)
        {
            if (part.Value.Has("disabled"))
            {
                faults.Add($"{part.Path}.disabled: cannot stand in a modal");
            }

            switch (part.Type)
            {
                case 1 when part.Value.List("components").Count != 1:
                    faults.Add($"{part.Path}: a row of a modal has exactly one text input");
                    break;
                case 3 or 5 or 6 or 7 or 8:
                    SelectRules.Check(part, faults);
                    break;
                case 4:
                    CheckInput(part, faults);
                    break;
                case 21 or 22:
                    CheckGroup(part, faults);
                    break;
            }
        }
    }

    private static void CheckInput(ComponentPart part, Faults faults)
    {
        var isLabelled = part.Path.EndsWith(".component", StringComparison.Ordinal);
        if (isLabelled == part.Value.Has("label"))
        {
            faults.Add(isLabelled ? $"{part.Path}.label: stands on the label around the field" : $"{part.Path}.label: is required in a row");
        }

        var most = part.Value.Number("max_length") ?? 4000;
        if (part.Value.Number("min_length") is { } least && least > most)
        {
            faults.Add($"{part.Path}.min_length: is {least}, more than max_length {most}");
        }

        if (part.Value.Text("value").Length > most)
        {
            faults.Add($"{part.Path}.value: is longer than max_length {most}");
        }
    }

    private static void CheckGroup(ComponentPart part, Faults faults)
    {
        var options = part.Value.List("options");
        if (options.Select(option => option.Text("value")).Distinct(StringComparer.Ordinal).Count() < options.Count)
        {
            faults.Add($"{part.Path}.options: have a value twice");
        }

        if (options.Count > 10 || options.Count < (part.Type == 21 ? 2 : 1))
        {
            faults.Add($"{part.Path}.options: are {options.Count}, must be {(part.Type == 21 ? 2 : 1)} to 10");
        }
    }
}
