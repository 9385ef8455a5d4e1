namespace MlaBot.Discord.Tests.Validation;

public sealed class ComponentRuleTests
{
    private const string ButtonA = """{"type":2,"style":1,"label":"A","custom_id":"a"}""";
    private const string ButtonB = """{"type":2,"style":1,"label":"B","custom_id":"b"}""";
    private const string Select = """{"type":3,"custom_id":"s","options":[{"label":"1","value":"1"},{"label":"2","value":"2"}]}""";
    private const string Text = """{"type":10,"content":"t"}""";

    [Theory]
    [InlineData("[" + Text + "]", """[{"type":10,"content":""}]""", "content: has 0 characters")]
    [InlineData("[" + Text + "]", """[{"type":99}]""", "type 99 is not allowed here")]
    [InlineData("[" + Text + "]", """[{"type":18,"label":"l","component":{"type":4,"custom_id":"c","style":1}}]""", "type 18 is not allowed here")]
    [InlineData("""[{"type":17,"components":[""" + Text + """]}]""", """[{"type":17,"components":[{"type":17,"components":[""" + Text + """]}]}]""", "type 17 is not allowed here")]
    [InlineData(
        """[{"type":17,"components":[«{"type":10,"content":"t"},*38»{"type":10,"content":"t"}]}]""",
        """[{"type":17,"components":[«{"type":10,"content":"t"},*39»{"type":10,"content":"t"}]}]""",
        "are 41 with nested ones, may be 40")]
    [InlineData(
        """[{"type":10,"content":"«t*4000»"}]""",
        """[{"type":10,"content":"«t*2000»"},{"type":17,"components":[{"type":10,"content":"«t*2001»"}]}]""",
        "have 4001 characters of text in all")]
    [InlineData("""[{"type":1,"components":[""" + Select + "]}]", """[{"type":1,"components":[""" + Select + "," + ButtonA + "]}]", "a select must stand alone in its row")]
    [InlineData("""[{"type":1,"components":[""" + ButtonA + "," + ButtonB + "]}]", """[{"type":1,"components":[""" + ButtonA + "," + ButtonA + "]}]", "custom_id: \"a\" stands more than once")]
    [InlineData("""[{"type":10,"id":1,"content":"t"},{"type":10,"id":2,"content":"t"}]""", """[{"type":10,"id":1,"content":"t"},{"type":10,"id":1,"content":"t"}]""", "id: 1 stands more than once")]
    [InlineData(
        """[{"type":9,"components":[""" + Text + """],"accessory":""" + ButtonA + "}]",
        """[{"type":9,"components":[""" + Text + """],"accessory":""" + ButtonA + """},{"type":1,"components":[""" + ButtonA + "]}]",
        "custom_id: \"a\" stands more than once")]
    [InlineData("""[{"type":9,"components":[""" + Text + """],"accessory":""" + ButtonA + "}]", """[{"type":9,"components":[""" + Text + "]}]", "accessory: is required")]
    [InlineData("""[{"type":17,"accent_color":16777215,"components":[""" + Text + """]}]""", """[{"type":17,"accent_color":16777216,"components":[""" + Text + """]}]""", "accent_color: is 16777216")]
    [InlineData("""[{"type":14,"spacing":2}]""", """[{"type":14,"spacing":3}]""", "spacing: 3 is not one of")]
    public void Components_are_held_to_the_limits(string good, string bad, string fault) => ShouldTell(good, bad, fault);

    [Theory]
    [InlineData("\"style\":1,\"label\":\"A\",\"custom_id\":\"a\"", "\"style\":1,\"label\":\"A\"", "custom_id: a button of style 1 must have it")]
    [InlineData("\"style\":1,\"label\":\"A\",\"custom_id\":\"a\"", "\"style\":1,\"label\":\"A\",\"custom_id\":\"a\",\"url\":\"https://a.example\"", "url: a button of style 1 cannot have it")]
    [InlineData("\"style\":5,\"label\":\"A\",\"url\":\"https://a.example\"", "\"style\":5,\"label\":\"A\",\"url\":\"https://a.example\",\"custom_id\":\"a\"", "custom_id: a button of style 5 cannot have it")]
    [InlineData("\"style\":5,\"label\":\"A\",\"url\":\"https://a.example\"", "\"style\":5,\"label\":\"A\"", "url: a button of style 5 must have it")]
    [InlineData("\"style\":5,\"label\":\"A\",\"url\":\"discord://a\"", "\"style\":5,\"label\":\"A\",\"url\":\"ftp://a.example\"", "url: must start with http")]
    [InlineData("\"style\":6,\"sku_id\":\"123456789012345678\"", "\"style\":6,\"sku_id\":\"123456789012345678\",\"label\":\"A\"", "label: a button of style 6 cannot have it")]
    [InlineData("\"style\":1,\"emoji\":{\"name\":\"x\"},\"custom_id\":\"a\"", "\"style\":1,\"custom_id\":\"a\"", "a button must have a label or an emoji")]
    [InlineData("\"style\":4,\"label\":\"«l*80»\",\"custom_id\":\"«c*100»\"", "\"style\":4,\"label\":\"«l*81»\",\"custom_id\":\"a\"", "label: has 81 characters")]
    [InlineData("\"style\":4,\"label\":\"A\",\"custom_id\":\"«c*100»\"", "\"style\":4,\"label\":\"A\",\"custom_id\":\"«c*101»\"", "custom_id: has 101 characters")]
    [InlineData("\"style\":4,\"label\":\"A\",\"custom_id\":\"a\"", "\"style\":7,\"label\":\"A\",\"custom_id\":\"a\"", "style: 7 is not one of")]
    public void A_button_has_what_its_style_needs(string good, string bad, string fault) => ShouldTell(InRow("""{"type":2,""" + good), InRow("""{"type":2,""" + bad), fault);

    [Theory]
    [InlineData("\"min_values\":2,\"max_values\":2", "\"min_values\":2", "min_values: is 2, more than max_values 1")]
    [InlineData("\"max_values\":2", "\"max_values\":3", "max_values: is 3, more than the 2 options")]
    [InlineData("\"placeholder\":\"«p*150»\"", "\"placeholder\":\"«p*151»\"", "placeholder: has 151 characters")]
    [InlineData("\"disabled\":true", "\"required\":true", "required: counts in modals only")]
    public void The_numbers_of_a_select_go_together(string good, string bad, string fault) =>
        ShouldTell(InRow(Select[..^1] + "," + good), InRow(Select[..^1] + "," + bad), fault);

    [Theory]
    [InlineData("""{"label":"1","value":"1"}""", "", "options: must have 1 to 25 entries")]
    [InlineData("""{"label":"1","value":"1"},{"label":"2","value":"2"}""", """{"label":"1","value":"1"},{"label":"2","value":"1"}""", "options: have a value twice")]
    [InlineData(
        """{"label":"1","value":"1","default":true},{"label":"2","value":"2"}""",
        """{"label":"1","value":"1","default":true},{"label":"2","value":"2","default":true}""",
        "has 2 chosen already, may have 1")]
    public void The_options_of_a_select_go_together(string good, string bad, string fault) =>
        ShouldTell(InRow("""{"type":3,"custom_id":"s","options":[""" + good + "]"), InRow("""{"type":3,"custom_id":"s","options":[""" + bad + "]"), fault);

    [Fact]
    public void The_flag_for_the_new_components_and_the_old_parts_exclude_each_other()
    {
        BodyCases.ShouldTell(BodyCases.Create, """{"flags":32768,"components":[{"type":10,"content":"a"}],~}""", """{"flags":32768,"content":"x","components":[{"type":10,"content":"a"}],~}""", "content: cannot stand beside");
        BodyCases.ShouldTell(BodyCases.Create, """{"embeds":[{"title":"t"}],~}""", """{"flags":32768,"embeds":[{"title":"t"}],"components":[{"type":10,"content":"a"}],~}""", "embeds: cannot stand beside");
        BodyCases.ShouldTell(BodyCases.Create, """{"content":"x","components":[],~}""", """{"components":[{"type":10,"content":"a"}],~}""", "must have IS_COMPONENTS_V2");
    }

    [Fact]
    public void Without_the_flag_there_are_at_most_five_rows()
    {
        var rows = Enumerable.Range(0, 6).Select(row => $$"""{"type":1,"components":[{"type":2,"style":1,"label":"A","custom_id":"{{row}}"}]}""").ToList();
        var five = $$"""{"content":"x","components":[{{string.Join(',', rows.Take(5))}}],~}""";
        var six = $$"""{"content":"x","components":[{{string.Join(',', rows)}}],~}""";

        BodyCases.ShouldTell(BodyCases.Create, five, six, "are 6 rows, may be 5 without IS_COMPONENTS_V2");
    }

    [Fact]
    public void A_file_component_shows_an_attached_file()
    {
        const string Attached = "\"attachments\":[{\"id\":\"0\",\"filename\":\"a.txt\"}],~";
        BodyCases.ShouldTell(
            BodyCases.Create,
            """{"flags":32768,"components":[{"type":13,"file":{"url":"attachment://a.txt"}}],""" + Attached + "}",
            """{"flags":32768,"components":[{"type":13,"file":{"url":"https://a.example/a.txt"}}],""" + Attached + "}",
            "file.url: must be attachment://name");
    }

    private static string InRow(string openComponent) => $$"""[{"type":1,"components":[{{openComponent}}}]}]""";

    private static void ShouldTell(string good, string bad, string fault) =>
        BodyCases.ShouldTell(BodyCases.Create, $$"""{"flags":32768,"components":{{good}},~}""", $$"""{"flags":32768,"components":{{bad}},~}""", fault);
}
