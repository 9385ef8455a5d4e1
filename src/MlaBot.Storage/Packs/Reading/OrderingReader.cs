using MlaBot.Core.Questions;

namespace MlaBot.Storage.Packs.Reading;

/// <summary>Reads ordering items.</summary>
internal static class OrderingReader
{
    /// <summary>Three to five steps to use, and at most one more to leave out.</summary>
    public static OrderingItem Read(Fields fields, ItemCommon common)
    {
        var steps = Parts.Read(fields, "steps", 3, 6, (step, id) => new OrderingStep(id, step.Text("text"), step.Text("why")));
        var ids = steps.Select(step => step.Id).ToArray();
        var key = Parts.ReadIds(fields, "key", ids);
        var shown = Parts.ReadIds(fields, "shown", ids);
        CheckKey(fields, ids, key);
        CheckShown(fields, ids, key, shown);
        return common.Ordering(steps, key, shown);
    }

    private static void CheckKey(Fields fields, PartId[] steps, IReadOnlyList<PartId> key)
    {
        if (steps.Length > 0 && key.Count > 0 && (key.Count is < 3 or > 5 || key.Count < steps.Length - 1))
        {
            fields.Faults.Add(
                fields.LineOf("key"),
                $"{fields.Subject}: key uses {key.Count} of {steps.Length} steps; use 3 to 5 and leave out at most one");
        }
    }

    private static void CheckShown(Fields fields, PartId[] steps, IReadOnlyList<PartId> key, IReadOnlyList<PartId> shown)
    {
        var missing = steps.Except(shown).ToArray();
        if (missing.Length > 0 && shown.Count > 0)
        {
            fields.Faults.Add(fields.LineOf("shown"), $"{fields.Subject}: shown leaves out {string.Join(", ", missing)}");
        }

        if (key.Count > 0 && key.SequenceEqual(shown.Where(key.Contains)))
        {
            fields.Faults.Add(fields.LineOf("shown"), $"{fields.Subject}: shown is the order of the key and gives the answer away");
        }
    }
}
