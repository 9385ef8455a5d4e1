using System.Globalization;
using MlaBot.Storage.Packs;
using MlaBot.Storage.Packs.Yaml;
using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace MlaBot.Storage.Tests.Packs;

/// <summary>The schemas that editors use agree with the content and with the loader.</summary>
public sealed class SchemaTests
{
    private static readonly string Content = FindContent();

    public static TheoryData<string> ContentFiles =>
        [.. PackFolder.List(Content).Where(file => file.EndsWith(".yaml", StringComparison.Ordinal) || file.EndsWith(".md", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(ContentFiles))]
    public async Task Every_content_file_fits_its_schema(string file)
    {
        var schema = await SchemaOfAsync(SchemaName(file));
        var errors = schema.Validate(ToJson(await File.ReadAllTextAsync(Path.Combine(Content, file), TestContext.Current.CancellationToken), file));

        errors.Select(error => error.ToString()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("exam", PackBox.ExamFile, GoodPack.Exam)]
    [InlineData("items", PackBox.ItemsFile, GoodPack.Items)]
    [InlineData("cases", PackBox.CasesFile, GoodPack.Cases)]
    [InlineData("services", PackBox.ServicesFile, GoodPack.Services)]
    [InlineData("note", PackBox.NoteFile, GoodPack.Note)]
    [InlineData("comparisons", PackBox.ComparisonsFile, GoodPack.Comparisons)]
    [InlineData("tips", PackBox.TipsFile, GoodPack.Tips)]
    [InlineData("topics", PackBox.TopicsFile, GoodPack.Topics)]
    [InlineData("lab", PackBox.LabFile, GoodPack.Lab)]
    public async Task What_the_loader_takes_the_schema_takes(string name, string file, string text)
    {
        var errors = (await SchemaOfAsync(name)).Validate(ToJson(text, file));

        errors.Select(error => error.ToString()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("exam", PackBox.ExamFile, GoodPack.Exam, "weight: 60", "weight: much")]
    [InlineData("exam", PackBox.ExamFile, GoodPack.Exam, "as_of: 2026-11-21", "as_of: 21.11.2026")]
    [InlineData("items", PackBox.ItemsFile, GoodPack.Items, "takeaway: Lines are simple.", "takeawy: Lines are simple.")]
    [InlineData("items", PackBox.ItemsFile, GoodPack.Items, "type: ordering", "type: ordring")]
    [InlineData("items", PackBox.ItemsFile, GoodPack.Items, "difficulty: 3", "difficulty: 4")]
    [InlineData("items", PackBox.ItemsFile, GoodPack.Items, ", why: \"Rows are kept together.\"", "")]
    [InlineData("cases", PackBox.CasesFile, GoodPack.Cases, "title: \"A bakery\"", "titel: \"A bakery\"")]
    [InlineData("services", PackBox.ServicesFile, GoodPack.Services, "state: renamed", "state: closed")]
    [InlineData("services", PackBox.ServicesFile, GoodPack.Services, "c02: dropped", "c02: lost")]
    [InlineData("services", PackBox.ServicesFile, GoodPack.Services, "\"2024-02\"", "2024")]
    [InlineData("note", PackBox.NoteFile, GoodPack.Note, "title: Data formats\n", "")]
    [InlineData("note", PackBox.NoteFile, GoodPack.Note, "as_of: 2026-11-21\n", "")]
    [InlineData("services", PackBox.ServicesFile, GoodPack.Services, ", source: \"Amazon Athena User Guide: Service Quotas\"", "")]
    [InlineData("services", PackBox.ServicesFile, GoodPack.Services, "as_of: 2026-11-20, ", "")]
    [InlineData("comparisons", PackBox.ComparisonsFile, GoodPack.Comparisons, "  as_of: 2026-11-20\n", "")]
    [InlineData("comparisons", PackBox.ComparisonsFile, GoodPack.Comparisons, "  sources: [\"Amazon Athena User Guide: What is Amazon Athena?\"]\n", "")]
    [InlineData("comparisons", PackBox.ComparisonsFile, GoodPack.Comparisons, "clues: {left: \"SQL on files\", right: \"durable objects\"}", "clues: {left: \"SQL on files\"}")]
    [InlineData("comparisons", PackBox.ComparisonsFile, GoodPack.Comparisons, "    - {aspect: Price, left: \"By bytes read.\", right: \"By bytes kept.\"}\n", "")]
    [InlineData("tips", PackBox.TipsFile, GoodPack.Tips, "text:", "texts:")]
    [InlineData("topics", PackBox.TopicsFile, GoodPack.Topics, "group: note", "group: notes")]
    [InlineData("lab", PackBox.LabFile, GoodPack.Lab, "check: \"It is gone.\"", "")]
    public async Task What_the_loader_refuses_the_schema_refuses(string name, string file, string text, string from, string to)
    {
        text.ShouldContain(from);

        var errors = (await SchemaOfAsync(name)).Validate(ToJson(text.Replace(from, to, StringComparison.Ordinal), file));

        errors.ShouldNotBeEmpty();
    }

    private static string FindContent()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "MlaBot.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run below the solution.");
        }

        return Path.Combine(folder.FullName, "content");
    }

    private static Task<JsonSchema> SchemaOfAsync(string name) =>
        JsonSchema.FromFileAsync(Path.Combine(Content, "schema", $"{name}.schema.json"));

    private static string SchemaName(string file) => file.Split('/') switch
    {
        ["exams", _, "exam.yaml"] => "exam",
        ["exams", _, "items", ..] => "items",
        ["exams", _, "cases", ..] => "cases",
        ["services", ..] => "services",
        ["notes", ..] => "note",
        ["labs", ..] => "lab",
        ["comparisons.yaml"] => "comparisons",
        ["tips.yaml"] => "tips",
        ["topics.yaml"] => "topics",
        _ => "waivers",
    };

    private static JToken ToJson(string text, string file)
    {
        var yaml = file.EndsWith(".md", StringComparison.Ordinal) ? text.Split("---", 3)[1] : text;
        var faults = new FaultSink(file);
        var root = YamlReader.Read(yaml, faults);
        faults.Faults.ShouldBeEmpty();
        return ToJson(root!);
    }

    private static JToken ToJson(PackNode node) => node switch
    {
        MapNode map => new JObject(map.Entries.Select(entry => new JProperty(entry.Key.Text, ToJson(entry.Value)))),
        ListNode list => new JArray(list.Entries.Select(ToJson)),
        TextNode { IsPlain: true, Text: "true" or "false" } flag => new JValue(flag.Text is "true"),
        TextNode { IsNothing: true } => JValue.CreateNull(),
        TextNode { IsPlain: true } plain when int.TryParse(plain.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) =>
            new JValue(number),
        TextNode text => new JValue(text.Text),
        _ => throw new InvalidOperationException(node.Kind),
    };
}
