using System.Text.Json.Nodes;

namespace MlaBot.SlackServer.World;

/// <summary>What a person has put into the inputs of a message or view.</summary>
internal sealed class InputState
{
    private readonly Dictionary<(string Block, string Action), JsonObject> _values = [];

    private readonly Dictionary<(string Block, string Action), List<JsonObject>> _offers = [];

    /// <summary>Remembers what an external menu offered last: only that can be chosen.</summary>
    public void Offer(BlockControl control, IEnumerable<JsonObject> options) => _offers[(control.BlockId, control.ActionId)] = [.. options];

    public IReadOnlyList<JsonObject> Offers(BlockControl control) => _offers.GetValueOrDefault((control.BlockId, control.ActionId)) ?? [];

    public void Set(BlockControl control, JsonObject value) => _values[(control.BlockId, control.ActionId)] = value;

    /// <summary>The value of an input: what was put in, else what it began with.</summary>
    public JsonObject Value(BlockControl control) =>
        (JsonObject)(_values.GetValueOrDefault((control.BlockId, control.ActionId)) ?? InputValue.Initial(control.Element)).DeepClone();

    /// <summary>Forgets inputs that are gone: what is typed stays only where block and action id stay (slack.md, section 6).</summary>
    public void KeepOnly(JsonArray blocks)
    {
        var left = BlockParts.Controls(blocks).Select(control => (control.BlockId, control.ActionId)).ToHashSet();
        foreach (var gone in _values.Keys.Where(key => !left.Contains(key)).ToList())
        {
            _values.Remove(gone);
        }
    }

    /// <summary><c>state.values</c>.</summary>
    public JsonObject Values(JsonArray blocks)
    {
        var values = new JsonObject();
        foreach (var control in BlockParts.Controls(blocks).Where(control => InputValue.IsKept(control.Type)))
        {
            var block = values[control.BlockId] as JsonObject ?? [];
            values[control.BlockId] = block;
            block[control.ActionId] = Value(control);
        }

        return values;
    }
}
