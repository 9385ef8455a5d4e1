using Microsoft.Extensions.Logging.Abstractions;
using MlaBot.Chat.Cards;
using MlaBot.Chat.Commands;
using MlaBot.Chat.Platform;
using MlaBot.Core;
using MlaBot.Core.Channels;

namespace MlaBot.Chat.Tests.Commands;

public sealed class ChatDispatcherTests
{
    private static readonly ChannelKey Channel = new(new GroupKey("local", "group"), "study");

    [Fact]
    public async Task A_command_gets_its_options() =>
        Text(await Ask("echo", new() { ["words"] = "  hello " })).ShouldBe("hello");

    [Fact]
    public async Task A_missing_option_is_named_with_the_usage() =>
        Text(await Ask("echo", [])).ShouldBe("/echo needs words: What to repeat. Type /echo <words> [tone]");

    [Fact]
    public async Task A_value_outside_the_choices_is_refused_with_the_choices() =>
        Text(await Ask("echo", new() { ["words"] = "a", ["tone"] = "loud" })).ShouldBe("\"loud\" is no value for tone. Give one of low, high.");

    [Fact]
    public async Task An_admin_command_is_refused_to_others() =>
        Text(await Ask("set rules", [], isAdmin: false)).ShouldStartWith("/set rules is for admins of this channel.");

    [Fact]
    public async Task Who_could_not_be_asked_for_in_time_is_told_so_and_not_that_it_is_for_admins()
    {
        var card = await Dispatcher().HandleAsync(
            new ChatRequest("set rules", Channel, "study", User(isAdmin: false, isBot: false) with { HasKnownRights = false }, new Dictionary<string, string>(StringComparer.Ordinal)),
            TestContext.Current.CancellationToken);

        Text(card).ShouldStartWith("I could not find out in time whether you are an admin here; nothing was done.");
    }

    [Fact]
    public async Task An_admin_may_use_it() => Text(await Ask("set rules", [], isAdmin: true)).ShouldBe("done");

    [Fact]
    public async Task A_bot_may_use_nothing() => Text(await Ask("echo", new() { ["words"] = "x" }, isBot: true)).ShouldStartWith("Bots and integrations");

    [Fact]
    public async Task A_near_miss_is_answered_with_the_right_name() =>
        Text(await Ask("ehco", [])).ShouldBe("There is no command /ehco. Did you mean /echo? /help shows all commands.");

    [Fact]
    public async Task Half_a_subcommand_is_answered_with_the_whole_ones() =>
        Text(await Ask("set", [])).ShouldBe("/set needs one more word. Type one of /set rules.");

    [Fact]
    public async Task A_mistake_of_ours_ends_in_a_card_with_an_id_and_no_stack_trace()
    {
        var text = Text(await Ask("echo", new() { ["words"] = "throw" }));

        text.ShouldMatch("^Something went wrong on my side \\(error [0-9a-f]{8}\\)\\.");
        text.ShouldNotContain("secret detail");
    }

    [Fact]
    public async Task A_fault_of_the_outside_world_says_that_nothing_was_lost() =>
        Text(await Ask("echo", new() { ["words"] = "fault" })).ShouldContain("Nothing was lost.");

    [Fact]
    public async Task A_control_of_an_older_version_is_answered_kindly()
    {
        var press = new ChatPress(new ActionId("old.thing", "1"), [], Channel, User(isAdmin: false, isBot: false));

        Text(await Dispatcher().HandleAsync(press, TestContext.Current.CancellationToken)).ShouldStartWith("This control belongs to an older version of me.");
    }

    [Theory]
    [InlineData("local", "echo, set rules")]
    [InlineData("elsewhere", "echo, echo there, set rules")]
    public void A_command_of_one_platform_is_in_no_other_ones_table(string platform, string names) =>
        string.Join(", ", Dispatcher().SpecsFor(platform).Select(spec => spec.Name)).ShouldBe(names);

    [Fact]
    public async Task A_command_of_one_platform_is_unknown_and_unnamed_on_another()
    {
        Text(await Ask("echo there", [])).ShouldBe("There is no command /echo there. Type /help to see all commands.");
        Text(await Ask("echo thera", [])).ShouldBe("There is no command /echo thera. Type /help to see all commands.");
        Dispatcher().Suggest(new ChatTyping("echo there", "to", "a", Channel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task It_works_on_its_own_platform()
    {
        var there = new ChannelKey(new GroupKey("elsewhere", "group"), "study");

        var card = await Dispatcher().HandleAsync(
            new ChatRequest("echo there", there, "study", User(isAdmin: false, isBot: false), new Dictionary<string, string>(StringComparer.Ordinal) { ["to"] = "ana" }),
            TestContext.Current.CancellationToken);

        Text(card).ShouldBe("there");
        Dispatcher().Suggest(new ChatTyping("echo there", "to", "a", there)).ShouldBe(["ana"]);
    }

    [Fact]
    public async Task A_missing_value_with_suggestions_comes_with_a_field_to_find_it_in()
    {
        var there = new ChannelKey(new GroupKey("elsewhere", "group"), "study");

        var card = await Dispatcher().HandleAsync(
            new ChatRequest("echo there", there, "study", User(isAdmin: false, isBot: false), new Dictionary<string, string>(StringComparer.Ordinal)),
            TestContext.Current.CancellationToken);

        Text(card).ShouldStartWith("/echo there needs to: Whom.");
        card.Parts.OfType<Finder>().ShouldHaveSingleItem().ShouldBe(new Finder("echo there", "to", "Whom"));
    }

    [Fact]
    public async Task A_missing_value_without_suggestions_comes_without_a_field() =>
        (await Ask("echo", [])).Parts.OfType<Finder>().ShouldBeEmpty();

    private static Task<Card> Ask(string command, Dictionary<string, string> options, bool isAdmin = false, bool isBot = false) =>
        Dispatcher().HandleAsync(new ChatRequest(command, Channel, "study", User(isAdmin, isBot), options), TestContext.Current.CancellationToken);

    private static ChatUser User(bool isAdmin, bool isBot) => new(new LearnerKey(Channel.Group, "ana"), "ana", isAdmin, isBot);

    private static ChatDispatcher Dispatcher() => new([new EchoCommand(), new RulesCommand(), new ThereCommand()], [], NullLogger<ChatDispatcher>.Instance);

    private static string Text(Card card) => card.Parts.OfType<Section>().Single().Markdown;

    private sealed class EchoCommand : IChatCommand
    {
        public CommandSpec Spec { get; } = new("echo", "Repeat")
        {
            Options = [new("words", "What to repeat", IsRequired: true), new("tone", "How") { Choices = ["low", "high"] }],
        };

        public Task<Card> HandleAsync(ChatRequest request, CancellationToken cancellationToken) => request.Option("words") switch
        {
            "throw" => throw new InvalidOperationException("secret detail"),
            "fault" => throw new ExternalFaultException("The disk is full.", isTransient: true),
            var words => Task.FromResult(new Card(new Section(words))),
        };
    }

    private sealed class ThereCommand : IChatCommand
    {
        public CommandSpec Spec { get; } = new("echo there", "Elsewhere") { OnlyOn = "elsewhere", Options = [new("to", "Whom", IsRequired: true) { HasSuggestions = true }] };

        public Task<Card> HandleAsync(ChatRequest request, CancellationToken cancellationToken) => Task.FromResult(new Card(new Section("there")));

        public IReadOnlyList<string> Suggest(ChatTyping typing) => ["ana"];
    }

    private sealed class RulesCommand : IChatCommand
    {
        public CommandSpec Spec { get; } = new("set rules", "Set") { IsAdmin = true };

        public Task<Card> HandleAsync(ChatRequest request, CancellationToken cancellationToken) => Task.FromResult(new Card(new Section("done")));
    }
}
