using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using MlaBot.Chat.Commands;
using MlaBot.Core.Channels;
using MlaBot.Discord.Adapter;

namespace MlaBot.Discord.Tests.Adapter;

public sealed class InteractionReaderTests
{
    private const string Head =
        """
        "id":"1200000000000000001","application_id":"1200000000000000002","token":"aW50ZXJhY3Rpb24","version":1,"guild_id":"1200000000000000003",
        "channel_id":"1200000000000000004","channel":{"id":"1200000000000000004","name":"study","type":0}
        """;

    private const string Ana =
        """
        "member":{"user":{"id":"1200000000000000005","username":"ana","global_name":"Ana","bot":false},"nick":null,"permissions":"2147483647","roles":[]}
        """;

    private const string Ben =
        """
        "member":{"user":{"id":"1200000000000000006","username":"ben"},"nick":"Benny","permissions":"1024","roles":[]}
        """;

    [Fact]
    public void A_person_among_the_options_comes_with_the_name_of_the_server()
    {
        var request = Read("{" + Head + "," + Ana + ""","type":2,"data":{"id":"9","name":"challenge","type":1,"options":[{"name":"duel","type":1,"options":[{"name":"person","type":6,"value":"77"}]}],"resolved":{"users":{"77":{"id":"77","username":"ben","global_name":"Ben"},"78":{"id":"78","username":"cy"}},"members":{"77":{"nick":"Benny","permissions":"0"}}}}}""")
            .ShouldBeOfType<Interaction.Requested>().Request;

        request.Command.ShouldBe("challenge duel");
        request.Option("person").ShouldBe("77");
        request.Names["77"].ShouldBe("Benny");
        request.Names["78"].ShouldBe("cy");
    }

    private readonly InteractionReader _reader = new(new ProtectedCommands([new CommandSpec("setup", "Set up") { IsAdmin = true }, new CommandSpec("service", "Look up")]));

    [Fact]
    public void A_command_comes_with_its_options_as_text()
    {
        var request = Read("{" + Head + "," + Ana + ""","type":2,"data":{"id":"9","name":"service","type":1,"options":[{"name":"words","type":3,"value":"drift detection"},{"name":"count","type":4,"value":5},{"name":"loud","type":5,"value":true}]}}""")
            .ShouldBeOfType<Interaction.Requested>().Request;

        request.Command.ShouldBe("service");
        request.Option("words").ShouldBe("drift detection");
        request.Option("count").ShouldBe("5");
        request.Option("loud").ShouldBe("true");
        request.Channel.ShouldBe(new ChannelKey(new GroupKey("discord", "1200000000000000003"), "1200000000000000004"));
        request.ChannelName.ShouldBe("study");
        request.User.Name.ShouldBe("Ana");
        request.User.IsAdmin.ShouldBeTrue();
    }

    [Theory]
    [InlineData("""[{"name":"pause","type":1,"options":[{"name":"schedule","type":3,"value":"1"}]}]""", "schedule pause")]
    [InlineData("""[{"name":"list","type":1}]""", "schedule list")]
    [InlineData("""[{"name":"list","type":1,"options":[]}]""", "schedule list")]
    public void A_subcommand_becomes_a_name_of_two_words(string options, string name) =>
        Read("{" + Head + "," + Ana + ""","type":2,"data":{"id":"9","name":"schedule","type":1,"options":""" + options + "}}")
            .ShouldBeOfType<Interaction.Requested>().Request.Command.ShouldBe(name);

    [Fact]
    public void Whoever_Discord_let_use_a_protected_command_is_an_admin_for_it_and_for_nothing_else()
    {
        Read("{" + Head + "," + Ben + ""","type":2,"data":{"id":"9","name":"setup","type":1}}""").ShouldBeOfType<Interaction.Requested>().Request.User.IsAdmin.ShouldBeTrue();
        Read("{" + Head + "," + Ben + ""","type":2,"data":{"id":"9","name":"service","type":1}}""").ShouldBeOfType<Interaction.Requested>().Request.User.IsAdmin.ShouldBeFalse();
        Read("{" + Head + "," + Ben + ""","type":3,"data":{"component_type":2,"custom_id":"setup.save:1"},"message":{"id":"7","flags":64}}""")
            .ShouldBeOfType<Interaction.Pressed>().Press.User.IsAdmin.ShouldBeFalse();
    }

    [Fact]
    public void A_press_tells_its_action_its_values_and_whether_its_message_is_private()
    {
        var pressed = Read("{" + Head + "," + Ben + ""","type":3,"data":{"component_type":3,"custom_id":"daily.answer:12:","values":["A","C"]},"message":{"id":"7","flags":32768}}""")
            .ShouldBeOfType<Interaction.Pressed>();

        pressed.Press.Action.Name.ShouldBe("daily.answer");
        pressed.Press.Values.ShouldBe(["A", "C"]);
        pressed.Press.User.Name.ShouldBe("Benny");
        pressed.IsOnPrivateMessage.ShouldBeFalse();
    }

    [Fact]
    public void A_chosen_channel_comes_with_its_name() =>
        Read("{" + Head + "," + Ana + ""","type":3,"data":{"component_type":8,"custom_id":"setup.wizard:1","values":["44"],"resolved":{"channels":{"44":{"id":"44","name":"exam-prep","type":0}}}},"message":{"id":"7","flags":64}}""")
            .ShouldBeOfType<Interaction.Pressed>().Press.Names["44"].ShouldBe("exam-prep");

    [Fact]
    public void A_sent_form_brings_its_fields_by_name()
    {
        var pressed = Read("{" + Head + "," + Ben + ""","type":5,"data":{"custom_id":"daily.report:12","components":[{"type":18,"component":{"type":3,"custom_id":"reason","values":["typo"]}},{"type":18,"component":{"type":4,"custom_id":"text","value":" a word "}}]},"message":{"id":"7","flags":32832}}""")
            .ShouldBeOfType<Interaction.Pressed>();

        pressed.Press.Field("reason").ShouldBe("typo");
        pressed.Press.Field("text").ShouldBe("a word");
        pressed.IsOnPrivateMessage.ShouldBeTrue();
    }

    [Fact]
    public void Typing_names_the_option_in_focus()
    {
        var typed = Read("{" + Head + "," + Ben + ""","type":4,"data":{"id":"9","name":"service","type":1,"options":[{"name":"words","type":3,"value":"fire","focused":true}]}}""")
            .ShouldBeOfType<Interaction.Typed>().Typing;

        typed.Command.ShouldBe("service");
        typed.Option.ShouldBe("words");
        typed.Typed.ShouldBe("fire");
    }

    [Theory]
    [InlineData("""{"type":1}""")]
    [InlineData("""{"id":"1","token":"t","type":2}""")]
    [InlineData("{}")]
    [InlineData("null")]
    public void What_lacks_the_needful_is_no_interaction(string json) => Read(json).ShouldBeNull();

    [Fact]
    public void A_control_of_another_bot_is_a_stranger() =>
        Read("{" + Head + "," + Ben + ""","type":3,"data":{"component_type":2,"custom_id":"no action of ours"},"message":{"id":"7"}}""").ShouldBeOfType<Interaction.Stranger>();

    [Fact]
    public void Private_messages_are_a_group_of_their_own() =>
        Read("""{"id":"1","application_id":"2","token":"t","type":2,"channel_id":"4","user":{"id":"5","username":"ana"},"data":{"name":"help"}}""")
            .ShouldBeOfType<Interaction.Requested>().Request.Channel.Group.ShouldBe(new GroupKey("discord", "dm-5"));

    [Fact]
    public void The_token_is_in_no_text_of_an_interaction() =>
        Read("{" + Head + "," + Ben + ""","type":2,"data":{"id":"9","name":"service","type":1}}""")!.ToString().ShouldNotContain("aW50ZXJhY3Rpb24");

    [Fact]
    public void Bytes_out_of_place_give_nothing_or_a_JsonException()
    {
        var whole = Encoding.UTF8.GetBytes("{" + Head + "," + Ben + ""","type":3,"data":{"component_type":3,"custom_id":"daily.answer:12:","values":["A","C"]},"message":{"id":"7","flags":32768}}""");

        Prop.ForAll(Gen.Choose(0, whole.Length - 1).Zip(Gen.Choose(0, 255)).ToArbitrary(), change =>
        {
            var mutated = whole.ToArray();
            mutated[change.Item1] = (byte)change.Item2;
            try
            {
                _reader.Read(mutated, 0);
                return true;
            }
            catch (JsonException)
            {
                return true;
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(5_000));
    }

    private Interaction? Read(string json) => _reader.Read(Encoding.UTF8.GetBytes(json), 0);
}
