using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using MlaBot.Slack.Manifest;
using MlaBot.Slack.Tests.Rendering;
using MlaBot.SlackServer.Validation;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace MlaBot.Slack.Tests.Manifest;

/// <summary>The manifest against both versions of the schema that Slack publishes for manifests.</summary>
public sealed class ManifestSchemaTests
{
    private const string Manifest = "manifest";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void The_manifest_fits_slacks_schema(int version) => Faults(version, SlackManifest.ToYaml(TestWords.Specs, TestWords.Options)).ShouldBeEmpty();

    [Theory]
    [InlineData(1, "name: MlaBot", "name: MlaBot with a name that is longer than Slack takes")]
    [InlineData(2, "name: MlaBot", "name: MlaBot with a name that is longer than Slack takes")]
    [InlineData(1, "always_online: true", "always_online: perhaps")]
    [InlineData(2, "type: global", "type: everywhere")]
    [InlineData(2, "socket_mode_enabled:", "socket_modes_enabled:")]
    public void A_mistake_in_it_is_found(int version, string good, string bad)
    {
        var yaml = SlackManifest.ToYaml(TestWords.Specs, TestWords.Options);
        yaml.ShouldContain(good);

        Faults(version, yaml.Replace(good, bad, StringComparison.Ordinal)).ShouldNotBeEmpty();
    }

    private static IEnumerable<string> Faults(int version, string yaml)
    {
        var schema = JsonNode.Parse(File.ReadAllText(SpecFile.Find(string.Create(CultureInfo.InvariantCulture, $"slack-manifest.schema.{version}.json"))))!.AsObject();
        // The check begins at a definition; that of the whole manifest is the file itself.
        var definitions = schema["definitions"]!.DeepClone();
        var root = new JsonObject { ["$defs"] = new JsonObject { [Manifest] = schema }, ["definitions"] = definitions };
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return new SchemaCheck(Element(root)).Check(Manifest, Element(ToJson(stream.Documents.ShouldHaveSingleItem().RootNode)!), "").All.Select(fault => fault.Text);
    }

    private static JsonElement Element(JsonNode node) => JsonSerializer.SerializeToElement(node);

    private static JsonNode? ToJson(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(map.Children.Select(pair => KeyValuePair.Create(((YamlScalarNode)pair.Key).Value!, ToJson(pair.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Select(ToJson)]),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "true" or "false" } flag => flag.Value == "true",
        YamlScalarNode { Style: ScalarStyle.Plain } number when int.TryParse(number.Value, CultureInfo.InvariantCulture, out var value) => value,
        YamlScalarNode text => text.Value,
        _ => throw new NotSupportedException(node.ToString()),
    };
}
