using MlaBot.Core.Questions;

namespace MlaBot.Storage.Packs.Reading;

/// <summary>Reads matching items.</summary>
internal static class MatchingReader
{
    /// <summary>Three to seven prompts; every response that is no key says why.</summary>
    public static MatchingItem Read(Fields fields, ItemCommon common)
    {
        var texts = Parts.Read(fields, "responses", 2, 9, (response, id) => (Id: id, Text: response.Text("text")));
        var ids = texts.Select(response => response.Id).ToArray();
        var prompts = Parts.Read(fields, "prompts", 3, 7, (prompt, id) => ReadPrompt(prompt, id, ids));
        var whys = ReadWhys(fields, ids);
        CheckWhys(fields, prompts, ids, whys);
        return common.Matching(
            prompts, [.. texts.Select(response => new MatchingResponse(response.Id, response.Text, whys.GetValueOrDefault(response.Id)))]);
    }

    private static MatchingPrompt ReadPrompt(Fields prompt, PartId id, PartId[] responses)
    {
        var read = new MatchingPrompt(id, prompt.Text("text"), new PartId(prompt.Text("key")), prompt.Text("why"));
        if (read.Key.Value.Length > 0 && responses.Length > 0)
        {
            Parts.CheckNames(prompt, "key", read.Key.Value, prompt.LineOf("key"), responses);
        }

        return read;
    }

    private static Dictionary<PartId, string> ReadWhys(Fields fields, PartId[] responses)
    {
        var whys = new Dictionary<PartId, string>();
        if (!fields.Has("distractor_why"))
        {
            return whys;
        }

        var map = fields.Map("distractor_why");
        var texts = new Fields(map, $"{fields.Subject}, distractor_why", fields.Faults);
        foreach (var (key, _) in map.Entries)
        {
            Parts.CheckNames(fields, "distractor_why", key.Text, key.Line, responses);
            whys[new PartId(key.Text)] = texts.Text(key.Text);
        }

        return whys;
    }

    private static void CheckWhys(
        Fields fields, IReadOnlyList<MatchingPrompt> prompts, PartId[] responses, Dictionary<PartId, string> whys)
    {
        var used = prompts.Select(prompt => prompt.Key).ToHashSet();
        foreach (var spare in responses.Where(id => !used.Contains(id) && !whys.ContainsKey(id)))
        {
            fields.Faults.Add(fields.LineOf("responses"), $"{fields.Subject}: response {spare} is no key and has no distractor_why");
        }

        foreach (var key in whys.Keys.Where(used.Contains))
        {
            fields.Faults.Add(
                fields.LineOf("distractor_why"), $"{fields.Subject}: response {key} is a key, so its why belongs to its prompt");
        }
    }
}
