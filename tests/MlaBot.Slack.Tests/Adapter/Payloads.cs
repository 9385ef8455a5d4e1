using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MlaBot.Slack.Tests.Adapter;

/// <summary>Payloads of envelopes, most of them spoilt: bytes changed, values of the wrong kind, parts left out or put where they do not belong.</summary>
internal sealed class Payloads
{
    private const string Head = """ "team":{"id":"T1","domain":"study"},"user":{"id":"U00000","username":"ben","name":"ben","team_id":"T1"},"api_app_id":"A1","trigger_id":"N00000.1.a","response_url":"https://hooks.slack.com/actions/T1/1/s" """;

    private static readonly (string Type, string Json)[] Seeds =
    [
        ("interactive", "{\"type\":\"block_actions\"," + Head + ""","channel":{"id":"C1","name":"study"},"container":{"type":"message","message_ts":"1.1","channel_id":"C1","is_ephemeral":false},"message":{"ts":"1.1","text":"Question 1"},"actions":[{"action_id":"daily.answer:1:A","block_id":"b","type":"button","value":"A","action_ts":"N00000.2"}]}"""),
        ("interactive", "{\"type\":\"block_actions\"," + Head + ""","view":{"id":"V1","type":"home","hash":"1.a","private_metadata":""},"container":{"type":"view","view_id":"V1"},"actions":[{"action_id":"setup.page:2","type":"static_select","selected_option":{"value":"x","text":{"type":"plain_text","text":"X"}},"action_ts":"N00000.3"},{"action_id":"b","selected_options":[{"value":"a"}]}]}"""),
        ("interactive", "{\"type\":\"view_submission\"," + Head + ""","view":{"id":"VN00000","hash":"2.b","type":"modal","callback_id":"daily.submit:1","private_metadata":"{\"c\":\"C1\",\"n\":\"study\"}","previous_view_id":null,"state":{"values":{"one":{"a":{"type":"static_select","selected_option":{"value":"A"}}},"two":{"b":{"type":"plain_text_input","value":"text"}}}}}}"""),
        ("interactive", "{\"type\":\"block_suggestion\"," + Head + ""","action_id":"service.find","block_id":"b","value":"sage","container":{"type":"view"}}"""),
        ("interactive", "{\"type\":\"message_action\"," + Head + ""","callback_id":"explain_term","channel":{"id":"C1","name":"study"},"message":{"ts":"1.1","text":"What is SageMaker?"}}"""),
        ("interactive", "{\"type\":\"message_action\"," + Head + ""","callback_id":"explain_term","channel":{"id":"C1","name":"study"},"message":{"ts":"1.1","text":"Text","blocks":[{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"What is "},{"type":"link","text":"SageMaker","url":"https://a.b"}]}]},{"type":"section","fields":[{"type":"mrkdwn","text":"x"}]},{"type":"actions","elements":[]}]}}"""),
        ("slash_commands", """{"command":"/mla","text":"schedule now 1","team_id":"T1","channel_id":"C1","channel_name":"study","user_id":"U00000","trigger_id":"N00000.4.a","response_url":"https://hooks.slack.com/commands/T1/1/s","is_enterprise_install":"false"}"""),
        ("events_api", """{"type":"event_callback","event_id":"EvN00000","team_id":"T1","event":{"type":"app_mention","user":"U00000","channel":"C1","text":"<@U1> help","ts":"3.1"}}"""),
        ("events_api", """{"type":"event_callback","event_id":"EvN00000","team_id":"T1","event":{"type":"message","channel_type":"im","user":"U00000","channel":"D1","text":"service s3","ts":"4.1"}}"""),
        ("events_api", """{"type":"event_callback","event_id":"EvN00000","event":{"type":"user_change","user":{"id":"U00000","tz":"UTC"}}}"""),
        ("events_api", """{"type":"event_callback","event_id":"EvN00000","event":{"type":"tokens_revoked","tokens":{"oauth":[],"bot":["U2"]}}}"""),
        ("events_api", """{"type":"event_callback","event_id":"EvN00000","event":{"type":"channel_archive","channel":"C1","user":"U00000"}}"""),
        ("events_api", """{"type":"app_rate_limited","team_id":"T1","minute_rate_limited":1}"""),
    ];

    private static readonly string[] Odd =
        ["null", "true", "-1", "1e999", "99999999999999999999", "0.5", "\"\"", "\"x\"", "\"half-a-pair\"", "[]", "{}", "[null]", "[[]]", "[{}]", "{\"a\":null}", "\"U00000\"", "\"home\"", "\"http://\""];

    private readonly Random _random;
    private readonly (string Type, byte[] Bytes)[] _sound = [.. Seeds.Select(seed => (seed.Type, Encoding.UTF8.GetBytes(seed.Json)))];
    private readonly (string Type, byte[] Bytes)[] _structured;
    private int _number;

    public Payloads(Random random)
    {
        _random = random;
        // Trees are slow to change and to write, so a stock of them is made once and drawn from.
        _structured = [.. Enumerable.Range(0, 20_000).Select(_ => Structured())];
    }

    /// <summary>A sound press by a person of its own.</summary>
    public static ReadOnlyMemory<byte> Press(int number) => Own(Encoding.UTF8.GetBytes(Seeds[0].Json), number, number);

    /// <summary>A message shortcut by a person of its own, on a message with a text that is none.</summary>
    public static ReadOnlyMemory<byte> HalfAPair(int number) => Own(
        Encoding.UTF8.GetBytes(Seeds.Single(seed => seed.Json.Contains("\"rich_text\"", StringComparison.Ordinal)).Json.Replace("SageMaker", "\\ud800", StringComparison.Ordinal)), number, number);

    /// <summary>The next one with the type of its envelope.</summary>
    public (string Type, ReadOnlyMemory<byte> Payload) Next()
    {
        _number = (_number + 1) % 100_000;
        var (type, bytes) = _random.Next(4) switch
        {
            0 => Bytes(),
            1 when _random.Next(8) == 0 => (Seeds[_random.Next(Seeds.Length)].Type, Noise()),
            1 => _sound[_random.Next(_sound.Length)],
            _ => _structured[_random.Next(_structured.Length)],
        };
        return (_random.Next(1000) == 0 ? "brand_new" : type, Own([.. bytes], _number, _random.Next(5_000)));
    }

    // Without an id of its own a payload is one that was seen before; without a person of its own it comes too fast.
    private static byte[] Own(byte[] bytes, int number, int person)
    {
        Write(bytes, "N00000"u8, number);
        Write(bytes, "U00000"u8, person);
        return bytes;
    }

    private static void Write(Span<byte> bytes, ReadOnlySpan<byte> token, int number)
    {
        for (var at = bytes.IndexOf(token); at >= 0; at = bytes.IndexOf(token))
        {
            // One above, so that no number is the token again.
            _ = (number + 1).TryFormat(bytes.Slice(at + 1, 5), out _, "D5", CultureInfo.InvariantCulture);
            bytes = bytes[(at + 6)..];
        }
    }

    private byte[] Noise()
    {
        var noise = new byte[_random.Next(200)];
        _random.NextBytes(noise);
        return noise;
    }

    private (string Type, byte[] Bytes) Bytes()
    {
        var (type, sound) = _sound[_random.Next(_sound.Length)];
        var bytes = sound.ToArray();
        switch (_random.Next(3))
        {
            case 0:
                return (type, bytes[.._random.Next(bytes.Length)]);
            case 1:
                bytes[_random.Next(bytes.Length)] ^= (byte)(1 << _random.Next(8));
                return (type, bytes);
            default:
                var other = _sound[_random.Next(_sound.Length)].Bytes;
                return (type, [.. bytes[.._random.Next(bytes.Length)], .. other[_random.Next(other.Length)..]]);
        }
    }

    private (string Type, byte[] Bytes) Structured()
    {
        var (type, json) = Seeds[_random.Next(Seeds.Length)];
        var root = JsonNode.Parse(json)!;
        for (var change = _random.Next(1, 4); change > 0; change--)
        {
            Change(root);
        }

        // JsonNode does not write half a surrogate pair.
        return (type, Encoding.UTF8.GetBytes(root.ToJsonString().Replace("half-a-pair", "\\ud800", StringComparison.Ordinal)));
    }

    private void Change(JsonNode node)
    {
        JsonNode?[] inner = node switch
        {
            JsonObject map => [.. map.Select(pair => pair.Value)],
            JsonArray list => [.. list],
            _ => [],
        };
        var deeper = inner.Where(each => each is JsonObject { Count: > 0 } or JsonArray { Count: > 0 }).ToArray();
        if (deeper.Length > 0 && _random.Next(3) > 0)
        {
            Change(deeper[_random.Next(deeper.Length)]!);
        }
        else if (node is JsonObject { Count: > 0 } map)
        {
            var key = map.ElementAt(_random.Next(map.Count)).Key;
            if (_random.Next(5) == 0)
            {
                map.Remove(key);
            }
            else
            {
                map[key] = Strange();
            }
        }
        else if (node is JsonArray { Count: > 0 } list)
        {
            list[_random.Next(list.Count)] = Strange();
        }
    }

    private JsonNode? Strange()
    {
        try
        {
            return JsonNode.Parse(Odd[_random.Next(Odd.Length)]);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
