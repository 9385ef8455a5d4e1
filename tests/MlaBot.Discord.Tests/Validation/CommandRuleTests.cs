namespace MlaBot.Discord.Tests.Validation;

public sealed class CommandRuleTests
{
    private const string Plain = "\"name\":\"quiz\",\"description\":\"d\"";
    private const string Required = """{"type":3,"name":"a","description":"d","required":true}""";
    private const string Optional = """{"type":3,"name":"b","description":"d"}""";
    private const string Subcommand = """{"type":1,"name":"sub","description":"d"}""";

    [Theory]
    [InlineData(Plain, "\"name\":\"Quiz\",\"description\":\"d\"", "name: \"Quiz\" must be in lower case")]
    [InlineData(Plain, "\"name\":\"my quiz\",\"description\":\"d\"", "may have only letters")]
    [InlineData("\"name\":\"«q*32»\",\"description\":\"d\"", "\"name\":\"«q*33»\",\"description\":\"d\"", "may have only letters")]
    [InlineData("\"name\":\"prüfung_1-a'b\",\"description\":\"d\"", "\"name\":\"a.b\",\"description\":\"d\"", "may have only letters")]
    [InlineData("\"name\":\"परीक्षा\",\"description\":\"d\"", "\"name\":\"\",\"description\":\"d\"", "may have only letters")]
    [InlineData(Plain, "\"name\":\"quiz\"", "description: is required")]
    [InlineData("\"name\":\"My Quiz\",\"type\":2", "\"name\":\"My Quiz\",\"type\":2,\"description\":\"d\"", "a command of a menu has neither")]
    [InlineData(Plain + ",\"default_member_permissions\":\"32\"", Plain + ",\"default_member_permissions\":\"manage\"", "default_member_permissions")]
    [InlineData(Plain + ",\"default_member_permissions\":null", Plain + ",\"default_member_permissions\":true", "default_member_permissions")]
    [InlineData(Plain + ",\"contexts\":[0]", Plain + ",\"contexts\":[7]", "contexts[0]: 7 is not one of")]
    [InlineData(Plain + ",\"integration_types\":[0]", Plain + ",\"integration_types\":[]", "integration_types: has 0 entries")]
    [InlineData(Plain + ",\"name_localizations\":{\"de\":\"frage\"}", Plain + ",\"name_localizations\":{\"de\":\"Frage\"}", "name_localizations.de: \"Frage\" must be in lower case")]
    [InlineData(Plain + ",\"name_localizations\":{\"fr\":\"jeu\"}", Plain + ",\"name_localizations\":{\"fr-FR\":\"jeu\"}", "no locale \"fr-FR\"")]
    [InlineData(Plain + ",\"name_localizations\":{\"en-US\":\"a\",\"en-GB\":\"a\"}", Plain + ",\"name_localizations\":{\"en-US\":\"a\"}", "give en-US and en-GB, or neither")]
    [InlineData(Plain, Plain + ",\"nsfw\":\"no\"", "nsfw")]
    public void A_command_is_held_to_the_limits(string good, string bad, string fault) => BodyCases.ShouldTell(BodyCases.Commands, $"[{{{good}}}]", $"[{{{bad}}}]", fault);

    [Theory]
    [InlineData(Required + "," + Optional, Optional + "," + Required, "options: required ones come first")]
    [InlineData(Subcommand, Subcommand + "," + Optional, "subcommands and plain options cannot be mixed")]
    [InlineData(Required + "," + Optional, Optional + "," + Optional, "options: \"b\" stands more than once")]
    [InlineData(Optional, """{"type":3,"name":"b"}""", "description: is required")]
    [InlineData(Optional, """{"type":3,"name":"B","description":"d"}""", "options[0].name: \"B\" must be in lower case")]
    [InlineData(Optional, """{"type":12,"name":"b","description":"d"}""", "type 12 is not allowed here")]
    [InlineData(
        """{"type":3,"name":"b","description":"d","autocomplete":true}""",
        """{"type":3,"name":"b","description":"d","autocomplete":true,"choices":[{"name":"c","value":"c"}]}""",
        "choices: cannot stand beside autocomplete")]
    [InlineData(
        """{"type":4,"name":"b","description":"d","min_value":1,"max_value":2}""",
        """{"type":4,"name":"b","description":"d","min_value":3,"max_value":2}""",
        "is more than the maximum")]
    [InlineData(
        """{"type":4,"name":"b","description":"d","max_value":9007199254740991}""",
        """{"type":4,"name":"b","description":"d","max_value":9007199254740992}""",
        "max_value: is 9007199254740992")]
    [InlineData(
        """{"type":3,"name":"b","description":"d","choices":[{"name":"c","value":"c"}]}""",
        """{"type":3,"name":"b","description":"d","choices":[{"name":"c","value":5}]}""",
        "value: is integer, must be string")]
    [InlineData("""{"type":2,"name":"g","description":"d","options":[""" + Subcommand + "]}", """{"type":2,"name":"g","description":"d"}""", "a group needs a subcommand")]
    [InlineData("""{"type":2,"name":"g","description":"d","options":[""" + Subcommand + "]}", """{"type":2,"name":"g","description":"d","options":[""" + Optional + "]}", "options[0].options[0].type")]
    [InlineData(Subcommand, """{"type":1,"name":"sub","description":"d","required":true}""", "required: a subcommand cannot have it")]
    [InlineData(
        """{"type":1,"name":"sub","description":"d","options":[""" + Required + "]}",
        """{"type":1,"name":"sub","description":"d","options":[""" + Optional + "," + Required + "]}",
        "options[0].options: required ones come first")]
    public void Options_are_held_to_the_limits(string good, string bad, string fault) =>
        BodyCases.ShouldTell(BodyCases.Commands, $$"""[{{{Plain}},"options":[{{good}}]}]""", $$"""[{{{Plain}},"options":[{{bad}}]}]""", fault);

    [Fact]
    public void A_command_has_at_most_8000_characters_counting_the_longest_translation()
    {
        // "quiz" and "d" are 5 characters; each option has 100 in its name and description, each choice 200.
        var choices = string.Join(',', Enumerable.Range(0, 13).Select(_ => """{"name":"«n*100»","value":"«v*100»"}"""));
        var options = string.Join(',', Enumerable.Range(10, 2).Select(number => $$"""{"type":3,"name":"«o*18»{{number}}","description":"«d*80»","choices":[{{choices}}]}"""));
        var third = """{"type":3,"name":"third","description":"d","choices":[«{"name":"«n»","value":"v"},*0»{"name":"«n*100»","value":"«v*100»"}]}""".Replace("«{\"name\":\"«n»\",\"value\":\"v\"},*0»", "");
        var base5600 = $"{options},{third}";
        var fits = $$"""[{{{Plain}},"options":[{{base5600}}]}]""";
        var tooLong = $$"""[{{{Plain}},"options":[{{base5600}},{"type":3,"name":"last","description":"d","choices":[{{choices}}]}]}]""";
        var translated = $$$"""[{"name":"quiz","description":"d","options":[{{{base5600}}},{"type":3,"name":"last","description":"d","choices":[{{{choices.Replace("\"name\":\"«n*100»\"", "\"name\":\"n\",\"name_localizations\":{\"de\":\"«n*100»\"}")}}}]}]}]""";

        BodyCases.ShouldTell(BodyCases.Commands, fits, tooLong, "characters in all, may have 8000");
        BodyCases.Faults(BodyCases.Commands, translated).ShouldHaveSingleItem().ShouldContain("may have 8000");
    }

    [Fact]
    public void A_name_stands_once_for_each_kind_of_command()
    {
        BodyCases.ShouldTell(BodyCases.Commands, """[{"name":"quiz","description":"d"},{"name":"quiz","type":2}]""", """[{"name":"quiz","description":"d"},{"name":"quiz","description":"d"}]""", "the command \"quiz\" stands more than once");
    }

    [Theory]
    [InlineData(1, 100)]
    [InlineData(2, 15)]
    [InlineData(3, 15)]
    public void The_number_of_commands_of_each_kind_is_limited(int kind, int most)
    {
        string Many(int count) => $"[{string.Join(',', Enumerable.Range(0, count).Select(number => $$"""{"name":"c{{number}}","type":{{kind}}{{(kind == 1 ? ",\"description\":\"d\"" : "")}}}"""))}]";

        BodyCases.ShouldTell(BodyCases.Commands, Many(most), Many(most + 1), $"{most + 1} commands of type {kind}");
    }
}
