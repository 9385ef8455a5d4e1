using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace MlaBot.Discord.Tests.Adapter;

/// <summary>Payloads of the gateway, most of them spoilt: bytes changed, values of the wrong kind, parts left out or put where they do not belong.</summary>
internal sealed class Payloads
{
    private const string Head =
        """
        "application_id":"1200000000000000002","token":"aW50ZXJhY3Rpb24","version":1,"guild_id":"1200000000000000003","channel_id":"1200000000000000004",
        "channel":{"id":"1200000000000000004","name":"study","type":0},
        "member":{"user":{"id":"1200000000000000006","username":"ben","global_name":"Ben","bot":false},"nick":"Benny","permissions":"1024","roles":["7"]}
        """;

    private static readonly string[] Seeds =
    [
        Event("INTERACTION_CREATE", "{\"id\":\"11\"," + Head + ""","type":2,"data":{"id":"9","name":"schedule","type":1,"options":[{"name":"pause","type":1,"options":[{"name":"schedule","type":4,"value":1}]}]}}"""),
        Event("INTERACTION_CREATE", "{\"id\":\"12\"," + Head + ""","type":3,"data":{"component_type":3,"custom_id":"daily.answer:12:","values":["A","C"],"resolved":{"channels":{"44":{"id":"44","name":"prep"}},"roles":{"5":{"name":"r"}}}},"message":{"id":"7","flags":32768}}"""),
        Event("INTERACTION_CREATE", "{\"id\":\"13\"," + Head + ""","type":4,"data":{"id":"9","name":"service","type":1,"options":[{"name":"words","type":3,"value":"fire\u00e4","focused":true}]}}"""),
        Event("INTERACTION_CREATE", "{\"id\":\"14\"," + Head + ""","type":5,"data":{"custom_id":"daily.report:12","components":[{"type":18,"component":{"type":3,"custom_id":"reason","values":["typo"]}},{"type":1,"components":[{"type":4,"custom_id":"text","value":"w"}]}]},"message":{"id":"7","flags":32832}}"""),
        Event("READY", """{"v":10,"user":{"id":"2","username":"mlabot"},"guilds":[{"id":"1200000000000000003","unavailable":true}],"session_id":"a","shard":[0,1],"application":{"id":"2"}}"""),
        Event("GUILD_CREATE", """{"id":"1200000000000000003","name":"Study","unavailable":false,"system_channel_id":"8"}"""),
        Event("GUILD_DELETE", """{"id":"1200000000000000003","unavailable":true}"""),
        Event("CHANNEL_DELETE", """{"id":"1200000000000000004","guild_id":"1200000000000000003","type":0}"""),
        Event("RESUMED", """{"_trace":[]}"""),
    ];

    private static readonly string[] Odd =
        ["null", "true", "-1", "1e999", "99999999999999999999", "0.5", "\"\"", "\"x\"", "\"half-a-pair\"", "[]", "{}", "[null]", "[[]]", "[{}]", "{\"a\":null}", "\"1200000000000000003\""];

    private readonly Random _random;
    private readonly byte[][] _bytes = [.. Seeds.Select(Encoding.UTF8.GetBytes)];
    private readonly byte[][] _structured;
    private int _number;

    public Payloads(Random random)
    {
        _random = random;
        // Trees are slow to change and to write, so a stock of them is made once and drawn from.
        _structured = [.. Enumerable.Range(0, 20_000).Select(_ => Structured())];
    }

    /// <summary>A sound press by a person of its own, without the envelope.</summary>
    public static ReadOnlyMemory<byte> Press(int number) => Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"{{\"id\":\"{number + 1000}\",") + Head.Replace("0006", number.ToString("D6", CultureInfo.InvariantCulture), StringComparison.Ordinal)
        + ""","type":3,"data":{"component_type":2,"custom_id":"daily.answer:12:A"},"message":{"id":"7","flags":32768}}""");

    /// <summary>The next one.</summary>
    public ReadOnlyMemory<byte> Next() => _random.Next(4) switch
    {
        0 => Bytes(),
        1 => Noise(),
        _ => WithOwnId(_structured[_random.Next(_structured.Length)]),
    };

    private static string Event(string name, string data) => $$"""{"t":"{{name}}","s":4,"op":0,"d":{{data}}}""";

    // Without an id of its own an interaction is one that was seen before.
    private byte[] WithOwnId(byte[] stock)
    {
        var frame = stock.ToArray();
        var place = frame.AsSpan().IndexOf("\"id\":\"1"u8);
        if (place >= 0 && frame.AsSpan(place + 6) is [_, _, (byte)'"', ..])
        {
            return [.. frame[..(place + 6)], .. Encoding.ASCII.GetBytes((++_number).ToString(CultureInfo.InvariantCulture)), .. frame[(place + 8)..]];
        }

        return frame;
    }

    private byte[] Noise()
    {
        var noise = new byte[_random.Next(200)];
        _random.NextBytes(noise);
        if (noise.Length > 0 && _random.Next(2) == 0)
        {
            noise[0] = (byte)'{';
        }

        return noise;
    }

    private byte[] Bytes()
    {
        var frame = WithOwnId(_bytes[_random.Next(_bytes.Length)]);
        switch (_random.Next(4))
        {
            case 0:
                return frame[.._random.Next(frame.Length)];
            case 1:
                frame[_random.Next(frame.Length)] ^= (byte)(1 << _random.Next(8));
                return frame;
            case 2:
                var other = _bytes[_random.Next(_bytes.Length)];
                return [.. frame[.._random.Next(frame.Length)], .. other[_random.Next(other.Length)..]];
            default:
                return frame;
        }
    }

    private byte[] Structured()
    {
        var root = JsonNode.Parse(Seeds[_random.Next(Seeds.Length)])!;
        for (var change = _random.Next(1, 4); change > 0; change--)
        {
            Change(root["d"]!);
        }

        // JsonNode does not write half a surrogate pair.
        return Encoding.UTF8.GetBytes(root.ToJsonString().Replace("half-a-pair", "\\ud800", StringComparison.Ordinal));
    }

    private void Change(JsonNode node)
    {
        var inner = node switch
        {
            JsonObject map => [.. map.Select(pair => pair.Value)],
            JsonArray list => [.. list],
            _ => Array.Empty<JsonNode?>(),
        };
        var deeper = inner.Where(each => each is JsonObject { Count: > 0 } or JsonArray { Count: > 0 }).ToArray();
        if (deeper.Length > 0 && _random.Next(3) > 0)
        {
            Change(deeper[_random.Next(deeper.Length)]!);
        }
        else if (node is JsonObject { Count: > 0 } map)
        {
            var key = map.ElementAt(_random.Next(map.Count)).Key;
            _ = _random.Next(5) == 0 ? map.Remove(key) : Set(() => map[key] = Strange());
        }
        else if (node is JsonArray { Count: > 0 } list)
        {
            var place = _random.Next(list.Count);
            Set(() => list[place] = Strange());
        }
    }

    private static bool Set(Action change)
    {
        change();
        return true;
    }

    private JsonNode? Strange()
    {
        try
        {
            return JsonNode.Parse(Odd[_random.Next(Odd.Length)]);
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }
}
