using MlaBot.Slack.Rendering;
using MlaBot.Slack.Wire;

namespace MlaBot.Slack.Tests.Rendering;

public sealed class BlockCheckTests
{
    private static readonly Block Fine = new HeaderBlock(TextObject.Plain("x"));

    public static TheoryData<string, string> Broken() => new()
    {
        { "header", "blocks[1].text" },
        { "context", "blocks[1].elements[0]" },
        { "button", "blocks[1][0] (a.b).text" },
        { "row", "26 controls" },
        { "twice", "action_id: \"a.b\" stands twice" },
        { "blocks", "51 instead of 1 to 50" },
        { "picture", "without bytes" },
        { "options", "101 entries" },
        { "values", "\"1\" stands twice" },
        { "chosen", "not 0 to 1 of its entries chosen" },
        { "tables", "more than one table" },
        { "cell", "an empty cell" },
        { "rows", "not equally long" },
        { "rich", "more than 3000 characters" },
        { "paragraph", "an empty paragraph" },
        { "leaf", "an empty text" },
        { "names", "block_id: \"x\" stands twice" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_message_that_slack_would_refuse_is_refused_here_with_its_place(string what, string said) =>
        Should.Throw<InvalidOperationException>(() => BlockCheck.Checked(new SlackMessage("x", [Fine, .. Blocks(what)]))).Message.ShouldContain(said);

    [Fact]
    public void A_view_that_slack_would_refuse_is_refused_here_with_its_place()
    {
        var view = new SlackView(SlackView.Modal, [Fine]) { Title = TextObject.Plain("x") };
        BlockCheck.Checked(view).ShouldBe(view);

        Fault(view with { Title = null }).ShouldContain("title");
        Fault(view with { Title = TextObject.Plain(new string('x', 25)) }).ShouldContain("title");
        Fault(view with { PrivateMetadata = new string('x', 3001) }).ShouldContain("private_metadata");
        Fault(view with { CallbackId = new string('x', 256) }).ShouldContain("callback_id");
        Fault(view with { Blocks = [.. Enumerable.Repeat(Fine, 101)] }).ShouldContain("101 instead of 1 to 100");
        Fault(view with { Blocks = [.. Blocks("table")] }).ShouldContain("a table too many");
        Fault(view with { Blocks = [new InputBlock(TextObject.Plain("x"), new PlainTextInput("x"))] }).ShouldContain("submit");
        Fault(view with { Submit = TextObject.Plain("x"), Blocks = [new InputBlock(TextObject.Plain("x"), new PlainTextInput("x") { MaxLength = 2, InitialValue = "xyz" })] }).ShouldContain("initial_value");
        Fault(view with { Blocks = [.. Enumerable.Repeat(Text(new string('ü', 2900)), 99)] }).ShouldContain("bytes instead of at most 250000");

        static string Fault(SlackView view) => Should.Throw<InvalidOperationException>(() => BlockCheck.Checked(view)).Message;
    }

    private static IReadOnlyList<Block> Blocks(string what) => what switch
    {
        "header" => [new HeaderBlock(TextObject.Plain(new string('x', 151)))],
        "context" => [new ContextBlock([TextObject.Markup(new string('x', 3001))])],
        "button" => [new ActionsBlock([Button(new string('x', 76))])],
        "row" => [new ActionsBlock([.. Enumerable.Range(0, 26).Select(number => new ButtonElement($"{number}", TextObject.Plain("x")))])],
        "twice" => [new ActionsBlock([Button("x")]), new ActionsBlock([Button("y")])],
        "blocks" => [.. Enumerable.Repeat(Fine, 50)],
        "picture" => [new ImageBlock("x")],
        "options" => [Menu([.. Enumerable.Range(0, 101).Select(number => Option($"{number}"))])],
        "values" => [Menu([Option("1"), Option("1")])],
        "chosen" => [new ActionsBlock([new StaticSelect("x", [Option("1")]) { InitialOption = Option("2") }])],
        "tables" => [.. Blocks("table"), .. Blocks("table")],
        "table" => [Table([new RawTextCell("x")])],
        "cell" => [Table([new RawTextCell("")])],
        "rows" => [Table([new RawTextCell("x")], [new RawTextCell("x"), new RawTextCell("y")])],
        "rich" => [Text(new string('x', 3001))],
        "paragraph" => [new RichTextBlock([new RichTextSection([])])],
        "leaf" => [Text("")],
        "names" => [new DividerBlock { BlockId = "x" }, new DividerBlock { BlockId = "x" }],
        _ => [],
    };

    private static RichTextBlock Text(string text) => new([new RichTextSection([new TextLeaf(text)])]);

    private static TableBlock Table(params IReadOnlyList<IReadOnlyList<TableCell>> rows) => new(rows);

    private static ButtonElement Button(string text) => new("a.b", TextObject.Plain(text));

    private static ActionsBlock Menu(params IReadOnlyList<Option> options) => new([new StaticSelect("x", options)]);

    private static Option Option(string value) => new(TextObject.Plain("x"), value);
}
