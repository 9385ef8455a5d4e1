using MlaBot.Chat.Commands;
using MlaBot.Discord.Registration;
using MlaBot.Testing.Cards;

namespace MlaBot.Discord.Tests.Registration;

public sealed class CommandTableTests
{
    private static readonly CommandSpec[] Table =
    [
        new("service", "Explain an AWS service") { Options = [new("words", "A name or a need", IsRequired: true) { HasSuggestions = true }] },
        new("schedule list", "Show the schedules"),
        new("schedule add", "Add a schedule")
        {
            IsAdmin = true,
            Options =
            [
                new("days", "Which days") { Choices = ["daily", "weekdays"] },
                new("domain", "The domain", IsRequired: true),
                new("channel", "Where") { Kind = OptionKind.Channel },
                new("role", "Who is called") { Kind = OptionKind.Role },
            ],
        },
    ];

    [Fact]
    public void A_table_becomes_the_body_of_a_bulk_overwrite() => CommandTable.ToJson(Table).ShouldMatchGolden("commands");

    [Fact]
    public void A_translated_table_carries_the_other_names_beside_the_english_ones() => CommandTable.ToJson(Table, German).ShouldMatchGolden("commands-german");

    [Fact]
    public void The_fingerprint_changes_with_the_commands_and_not_with_their_order()
    {
        var fingerprint = CommandTable.Fingerprint(CommandTable.ToJson(Table));

        CommandTable.Fingerprint(CommandTable.ToJson([.. Table.Reverse()])).ShouldBe(fingerprint);
        CommandTable.Fingerprint(CommandTable.ToJson([Table[0] with { Description = "Explain a service" }, .. Table[1..]])).ShouldNotBe(fingerprint);
        CommandTable.Fingerprint(CommandTable.ToJson(Table, German)).ShouldNotBe(fingerprint);
    }

    public static TheoryData<CommandSpec, string> Broken() => new()
    {
        { new("Service", "Upper case"), "/Service:" },
        { new("a b c", "Three words"), "/a b c: a name has one word or two" },
        { new(new string('x', 33), "Too long"), "no name of 1 to 32" },
        { new("empty", " "), "/empty: a description has 1 to 100" },
        { new("long", new string('x', 101)), "/long: a description has 1 to 100" },
        { new("many", "Options") { Options = [.. Enumerable.Range(0, 26).Select(n => new OptionSpec($"o{n}", "x"))] }, "/many: 26 options" },
        { new("twice", "Options") { Options = [new("a", "x"), new("a", "x")] }, "/twice: two options are named a" },
        { new("both", "Options") { Options = [new("a", "x") { Choices = ["y"], HasSuggestions = true }] }, "/both a: an option has fixed choices or suggestions" },
        { new("kind", "Options") { Options = [new("a", "x") { Kind = OptionKind.Role, Choices = ["y"] }] }, "/kind a: a channel or role" },
        { new("choices", "Options") { Options = [new("a", "x") { Choices = [.. Enumerable.Range(0, 26).Select(n => $"{n}")] }] }, "/choices a: choices are" },
        { new("choice", "Options") { Options = [new("a", "x") { Choices = [new string('y', 101)] }] }, "/choice a: a choice has 1 to 100" },
        { new("schedule", "Called bare"), "/schedule: a command with parts such as /schedule list cannot be called by its first word alone" },
        { new("schedule list", "Twice"), "/schedule list: the name stands twice" },
        { new("big", "Options") { Options = [.. Enumerable.Range(0, 25).Select(n => new OptionSpec($"o{n}", "x") { Choices = [.. Enumerable.Range(0, 5).Select(m => $"{m}{new string('y', 40)}")] })] }, "/big has" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_table_that_discord_would_refuse_fails_with_a_sentence_that_names_the_command(CommandSpec spec, string sentence) =>
        Should.Throw<InvalidOperationException>(() => CommandTable.ToJson([.. Table, spec])).Message.ShouldContain(sentence);

    [Fact]
    public void More_commands_or_parts_than_discord_takes_are_refused()
    {
        Should.Throw<InvalidOperationException>(() => CommandTable.ToJson([.. Enumerable.Range(0, 101).Select(n => new CommandSpec($"c{n}", "x"))])).Message.ShouldContain("101 commands");
        Should.Throw<InvalidOperationException>(() => CommandTable.ToJson([.. Enumerable.Range(0, 26).Select(n => new CommandSpec($"c p{n}", "x"))])).Message.ShouldContain("26 parts");
    }

    [Theory]
    [InlineData("xx", "service", "dienst", "\"xx\" is no locale")]
    [InlineData("de", "services", "dienst", "/services (de) is translated, but there is no such command")]
    [InlineData("de", "service", "Dienst", "/service (de): \"Dienst\" is no name")]
    [InlineData("en-US", "service", "service", "en-US and en-GB both")]
    public void A_wrong_translation_fails_with_a_sentence(string locale, string path, string name, string sentence)
    {
        var words = Words(locale, (path, new CommandWording(name, "Words")));

        Should.Throw<InvalidOperationException>(() => CommandTable.ToJson(Table, words)).Message.ShouldContain(sentence);
    }

    [Fact]
    public void Required_options_come_first_whatever_the_table_says()
    {
        var add = CommandTable.ToJson(Table).EnumerateArray().First(command => command.GetProperty("name").GetString() == "schedule").GetProperty("options")[0];

        add.GetProperty("options").EnumerateArray().Select(option => option.GetProperty("name").GetString()).ShouldBe(["domain", "days", "channel", "role"]);
    }

    private static IReadOnlyDictionary<string, IReadOnlyDictionary<string, CommandWording>> German => Words(
        "de",
        ("service", new("dienst", "Einen AWS-Dienst erklären")),
        ("service words", new("wörter", "Ein Name oder ein Bedarf")),
        ("schedule add", new("hinzufügen", "Einen Zeitplan hinzufügen")));

    private static Dictionary<string, IReadOnlyDictionary<string, CommandWording>> Words(string locale, params (string Path, CommandWording Words)[] words) =>
        new(StringComparer.Ordinal) { [locale] = words.ToDictionary(pair => pair.Path, pair => pair.Words, StringComparer.Ordinal) };
}
