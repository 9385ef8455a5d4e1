namespace MlaBot.Discord.Tests.Validation;

public sealed class CallbackRuleTests
{
    private const string Label = """{"type":18,"label":"L","component":{"type":4,"custom_id":"c","style":1}}""";

    [Theory]
    [InlineData("""{"type":4,"data":{"content":"a","flags":64,~}}""", """{"type":4}""", "data: a callback of type 4 must have it")]
    [InlineData("""{"type":4,"data":{"content":"a",~}}""", """{"type":4,"data":{"content":"a"}}""", "data.allowed_mentions: must be on every message")]
    [InlineData("""{"type":4,"data":{"content":"a",~}}""", """{"type":4,"data":{"content":"",~}}""", "data: an empty message cannot be sent")]
    [InlineData("""{"type":4,"data":{"content":"a",~}}""", """{"type":4,"data":{"content":"a","enforce_nonce":true,~}}""", "data.enforce_nonce: Discord does not know")]
    [InlineData("""{"type":4,"data":{"content":"a",~}}""", """{"type":4,"data":{"components":[{"type":10,"content":"a"}],~}}""", "data.flags: must have IS_COMPONENTS_V2")]
    [InlineData("""{"type":5,"data":{"flags":64}}""", """{"type":5,"data":{"flags":32832}}""", "data.flags: 32768 cannot be set on a deferred message")]
    [InlineData("""{"type":5}""", """{"type":5,"data":{"content":"a"}}""", "data.content: a deferred message has only flags")]
    [InlineData("""{"type":6}""", """{"type":6,"data":{}}""", "data: a callback of type 6 has none")]
    [InlineData("""{"type":7,"data":{"components":[],"content":"x",~}}""", """{"type":7,"data":{"content":"x"}}""", "data.allowed_mentions: must be on every message")]
    [InlineData("""{"type":8,"data":{"choices":[]}}""", """{"type":8,"data":{}}""", "data.choices: is required")]
    [InlineData("""{"type":8,"data":{"choices":[«{"name":"a","value":"v"},*24»{"name":"a","value":"v"}]}}""", """{"type":8,"data":{"choices":[«{"name":"a","value":"v"},*25»{"name":"a","value":"v"}]}}""", "has 26 entries")]
    [InlineData("""{"type":8,"data":{"choices":[{"name":"«a*100»","value":"v"}]}}""", """{"type":8,"data":{"choices":[{"name":"«a*101»","value":"v"}]}}""", "name: has 101 characters")]
    [InlineData("""{"type":6}""", """{"type":11}""", "type 11 is not allowed here")]
    public void A_first_answer_is_held_to_the_limits(string good, string bad, string fault) => BodyCases.ShouldTell(BodyCases.Callback, good, bad, fault);

    [Theory]
    [InlineData(Label, "", "data.components: has 0 entries")]
    [InlineData(Label, """{"type":18,"label":"«l*46»","component":{"type":4,"custom_id":"c","style":1}}""", "label: has 46 characters")]
    [InlineData(Label, """{"type":18,"label":"L","component":{"type":4,"custom_id":"c","style":1,"label":"x"}}""", "label: stands on the label around the field")]
    [InlineData(Label, """{"type":18,"label":"L","component":{"type":4,"custom_id":"c","style":1,"disabled":true}}""", "disabled")]
    [InlineData(
        Label,
        """{"type":18,"label":"L","component":{"type":3,"custom_id":"c","disabled":true,"options":[{"label":"1","value":"1"}]}}""",
        "disabled: cannot stand in a modal")]
    [InlineData(Label, Label + "," + Label, "custom_id: \"c\" stands more than once")]
    [InlineData(Label, """{"type":18,"label":"L","component":{"type":4,"custom_id":"c","style":1,"min_length":5,"max_length":4}}""", "min_length: is 5, more than max_length 4")]
    [InlineData(Label, """{"type":18,"label":"L","component":{"type":4,"custom_id":"c","style":1,"value":"12345","max_length":4}}""", "value: is longer than max_length 4")]
    [InlineData(
        """{"type":18,"label":"L","component":{"type":3,"custom_id":"c","required":false,"options":[{"label":"1","value":"1"}]}}""",
        """{"type":18,"label":"L","component":{"type":3,"custom_id":"c","options":[]}}""",
        "options: must have 1 to 25 entries")]
    [InlineData(
        """{"type":18,"label":"L","component":{"type":21,"custom_id":"c","options":[{"label":"1","value":"1"},{"label":"2","value":"2"}]}}""",
        """{"type":18,"label":"L","component":{"type":21,"custom_id":"c","options":[{"label":"1","value":"1"},{"label":"2","value":"1"}]}}""",
        "options: have a value twice")]
    [InlineData("""{"type":10,"content":"t"},""" + Label, """{"type":2,"style":1,"label":"A","custom_id":"a"}""", "type 2 is not allowed here")]
    [InlineData(
        """{"type":1,"components":[{"type":4,"custom_id":"c","style":1,"label":"L"}]}""",
        """{"type":1,"components":[{"type":4,"custom_id":"c","style":1}]}""",
        "label: is required in a row")]
    public void A_modal_is_held_to_the_limits(string good, string bad, string fault) => BodyCases.ShouldTell(BodyCases.Callback, Modal(good), Modal(bad), fault);

    [Fact]
    public void A_modal_has_at_most_five_parts()
    {
        var six = Enumerable.Range(0, 6).Select(part => $$$"""{"type":18,"label":"L","component":{"type":4,"custom_id":"c{{{part}}}","style":1}}""").ToList();

        BodyCases.ShouldTell(BodyCases.Callback, Modal(string.Join(',', six.Take(5))), Modal(string.Join(',', six)), "are 6, a modal may have 5");
    }

    [Fact]
    public void A_title_has_at_most_45_characters() =>
        BodyCases.Faults(BodyCases.Callback, $$$"""{"type":9,"data":{"custom_id":"m","title":"«t*46»","components":[{{{Label}}}]}}""").ShouldContain("data.title: has 46 characters, must have 1 to 45");

    private static string Modal(string components) => $$$"""{"type":9,"data":{"custom_id":"m","title":"T","components":[{{{components}}}]}}""";
}
