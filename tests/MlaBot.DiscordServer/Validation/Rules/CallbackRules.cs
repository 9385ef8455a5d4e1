using System.Text.Json;

namespace MlaBot.DiscordServer.Validation.Rules;

/// <summary>The first answer to an interaction.</summary>
/// <remarks>Source: Discord developer documentation, "Receiving and Responding: Interaction Callback Type".</remarks>
internal static class CallbackRules
{
    private const int Ephemeral = 1 << 6;

    public static void Check(JsonElement body, Faults faults)
    {
        var hasData = body.Has("data", out var data);
        switch (body.Number("type"))
        {
            case 4 or 7 or 8 or 9 when !hasData:
                faults.Add($"data: a callback of type {body.Number("type")} must have it");
                break;
            case 4:
                MessageRules.Check(data, MessageUse.Reply, "data.", faults);
                break;
            case 5 when hasData:
                CheckDeferred(data, faults);
                break;
            case 6 when hasData:
                faults.AddOwn("data: a callback of type 6 has none");
                break;
            case 7:
                MessageRules.Check(data, MessageUse.Edit, "data.", faults);
                break;
            case 8:
                CheckChoices(data, faults);
                break;
            case 9:
                ModalRules.Check(data, faults);
                break;
        }
    }

    private static void CheckDeferred(JsonElement data, Faults faults)
    {
        var others = (data.Number("flags") ?? 0) & ~Ephemeral;
        if (others != 0)
        {
            faults.Add($"data.flags: {others} cannot be set on a deferred message; only 64 can");
        }

        foreach (var name in data.EnumerateObject().Select(property => property.Name).Where(name => name != "flags"))
        {
            faults.AddOwn($"data.{name}: a deferred message has only flags");
        }
    }

    private static void CheckChoices(JsonElement data, Faults faults)
    {
        if (!data.Has("choices"))
        {
            faults.Add("data.choices: is required");
        }
    }
}
