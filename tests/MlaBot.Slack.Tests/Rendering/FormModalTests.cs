using MlaBot.Chat.Cards;
using MlaBot.Slack.Rendering;
using MlaBot.Slack.Wire;

namespace MlaBot.Slack.Tests.Rendering;

public sealed class FormModalTests
{
    private static readonly MenuOption[] Short = [new("a", "A"), new("b", "B") { IsSelected = true }, new("c", "C") { IsSelected = true }];

    [Fact]
    public void Several_choices_are_boxes_to_tick_and_a_menu_when_there_are_too_many()
    {
        var boxes = Element<Checkboxes>(new FormField("x", "Choose two") { Options = Short, Most = 2, IsRequired = true });
        var menu = Element<MultiStaticSelect>(new FormField("x", "Choose two") { Options = [.. Enumerable.Range(0, 11).Select(number => new MenuOption($"{number}", $"{number}"))], Most = 2, Value = "3,5" });

        boxes.InitialOptions!.Select(option => option.Value).ShouldBe(["b", "c"]);
        (menu.MaxSelectedItems, string.Join(' ', menu.InitialOptions!.Select(option => option.Value))).ShouldBe((2, "3 5"));
    }

    [Fact]
    public void One_choice_is_a_menu_and_with_long_texts_radio_buttons()
    {
        var lengthy = Short.Select(option => option with { Label = $"{option.Label} · {new string('x', 50)}", IsSelected = false }).ToArray();

        Element<StaticSelect>(new FormField("x", "Choose") { Options = Short, IsRequired = true }).InitialOption!.Value.ShouldBe("b");
        Element<RadioButtons>(new FormField("x", "Choose") { Options = lengthy, IsRequired = true, Value = "c" }).InitialOption!.Value.ShouldBe("c");
        Element<StaticSelect>(new FormField("x", "Choose") { Options = lengthy }).InitialOption.ShouldBeNull();
        Blocks(new FormField("x", "One") { Options = lengthy, IsRequired = true }, new FormField("y", "Two") { Options = lengthy, IsRequired = true })
            .OfType<InputBlock>().ShouldAllBe(input => input.Element is StaticSelect);
    }

    [Fact]
    public void A_text_field_carries_what_stands_in_it_and_its_limits()
    {
        var text = Element<PlainTextInput>(new FormField("note", "Note") { IsLong = true, MaxLength = 500, Value = "Hello", Example = "Such as /help" });

        (text.Multiline, text.MaxLength, text.InitialValue, text.Placeholder!.Text).ShouldBe((true, 500, "Hello", "Such as /mla help"));
    }

    [Fact]
    public void A_field_is_named_by_its_block_and_its_action_and_says_when_it_may_stay_empty()
    {
        var inputs = Blocks(new FormField("one", "One") { IsRequired = true }, new FormField("two", "Two")).OfType<InputBlock>().ToArray();

        inputs.Select(input => (input.BlockId, input.Element.ActionId, input.Optional)).ShouldBe([("one", "one", null), ("two", "two", true)]);
    }

    [Fact]
    public void A_long_label_is_shortened_and_stands_in_full_above_below_the_text_of_the_field()
    {
        var label = string.Concat(Enumerable.Repeat("long label ", 8)).Trim();

        var blocks = Blocks(new FormField("x", label) { Above = "First **this**." });

        blocks.Count.ShouldBe(3);
        blocks[2].ShouldBeOfType<InputBlock>().Label.Text.ShouldBe($"{label[..74]}…");
        new Sent(SlackRenderer.FormModal(new Form(new("a.b"), "T", [new FormField("x", label) { Above = "First **this**." }]), TestWords.Words, "")).Seen
            .ShouldStartWith($"First this.\n{label}\n");
    }

    private static T Element<T>(FormField field) => Blocks(field).ShouldHaveSingleItem().ShouldBeOfType<InputBlock>().Element.ShouldBeOfType<T>();

    private static IReadOnlyList<Block> Blocks(params FormField[] fields)
    {
        var view = SlackRenderer.FormModal(new Form(new("a.b", "1"), "Title", fields), TestWords.Words, "meta");
        new Sent(view).Faults().ShouldBeEmpty();
        (view.CallbackId, view.PrivateMetadata, view.Submit!.Text, view.Close!.Text).ShouldBe(("a.b:1", "meta", "Send", "Cancel"));
        return view.Blocks;
    }
}
