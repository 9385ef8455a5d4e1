using FsCheck;
using FsCheck.Fluent;
using MlaBot.Chat.Commands;
using MlaBot.Chat.Commands.Typed;
using MlaBot.LocalChat;
using MlaBot.LocalChat.Input;

namespace MlaBot.Tests.LocalChat;

public sealed class LocalInputTests
{
    private static readonly CommandSpec[] Specs =
    [
        new("service", "Explain") { Options = [new("words", "Words", IsRequired: true)] },
        new("schedule list", "List"),
        new("schedule add", "Add") { Options = [new("domain", "Domain", IsRequired: true), new("time", "Time", IsRequired: true), new("days", "Days")] },
        new("setup", "Set up") { Options = [new("zone", "Zone"), new("time", "Time"), new("feedback", "Feedback")] },
    ];

    [Theory]
    [InlineData("/service amazon bedrock agents", "service", "words=amazon bedrock agents")]
    [InlineData("/service  amazon   bedrock ", "service", "words=amazon   bedrock")]
    [InlineData("/SERVICE \"amazon bedrock\"", "service", "words=amazon bedrock")]
    [InlineData("/service \"amazon\" bedrock", "service", "words=\"amazon\" bedrock")]
    [InlineData("/service it's 5\" wide", "service", "words=it's 5\" wide")]
    [InlineData("/service", "service", "")]
    [InlineData("/schedule list", "schedule list", "")]
    [InlineData("/schedule add 2 18:30", "schedule add", "domain=2 time=18:30")]
    [InlineData("/schedule add 2 18:30 mon, wed", "schedule add", "domain=2 time=18:30 days=mon, wed")]
    [InlineData("/schedule add time:18:30 2 weekdays", "schedule add", "time=18:30 domain=2 days=weekdays")]
    [InlineData("/schedule add --days weekend 2 18:30", "schedule add", "days=weekend domain=2 time=18:30")]
    [InlineData("/schedule add --days=weekend 2 18:30", "schedule add", "days=weekend domain=2 time=18:30")]
    [InlineData("/schedule add domain: 2 18:30", "schedule add", "domain=2 time=18:30")]
    [InlineData("/setup feedback:at-close", "setup", "feedback=at-close")]
    [InlineData("/setup zone:\"Europe / Berlin\" 09:00", "setup", "zone=Europe / Berlin time=09:00")]
    [InlineData("/schedule", "schedule", "")]
    [InlineData("/schedule pasue 1", "schedule pasue", "")]
    [InlineData("/nothing of the kind", "nothing", "")]
    [InlineData("/", "", "")]
    public void Words_find_their_options(string line, string name, string options)
    {
        var command = Parse(line).ShouldBeOfType<LocalLine.Command>();

        command.Name.ShouldBe(name);
        string.Join(' ', command.Options.Select(option => $"{option.Key}={option.Value}")).ShouldBe(options);
    }

    [Theory]
    [InlineData("/service \"open", "quote-open")]
    [InlineData("/as \"open", "quote-open")]
    [InlineData("/setup --zoone UTC", "option-name")]
    [InlineData("/setup zone:UTC zone:UTC", "option-twice")]
    [InlineData("/service words:one two", "words-extra")]
    [InlineData("/schedule list all", "words-extra")]
    [InlineData("B\tC", "line-control")]
    public void What_fits_no_option_is_refused(string line, string code) => Parse(line).ShouldBeOfType<LocalLine.Refused>().Reason.Code.ShouldBe(code);

    [Theory]
    [InlineData("/as ana admin", "as", "ana|admin")]
    [InlineData("/AS \"ana\"", "as", "ana")]
    [InlineData("/quit", "quit", "")]
    public void The_local_chats_own_commands_are_told_apart(string line, string name, string words)
    {
        var own = Parse(line).ShouldBeOfType<LocalLine.Own>();

        (own.Name, string.Join('|', own.Words)).ShouldBe((name, words));
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("  ", null)]
    [InlineData(" A C ", "A C")]
    public void Other_text_is_what_was_said(string line, string? said) => (Parse(line) as LocalLine.Said)?.Text.ShouldBe(said);

    [Fact]
    public void A_line_of_the_longest_length_is_read_and_a_longer_one_is_not()
    {
        Parse(new string('a', LocalInput.MaxLength)).ShouldBeOfType<LocalLine.Said>();
        Parse(new string('a', LocalInput.MaxLength + 1)).ShouldBeOfType<LocalLine.Refused>();
    }

    [Fact]
    public void No_line_makes_the_parser_throw()
    {
        var text = ArbMap.Default.ArbFor<string>().Filter(each => each is not null);
        var starts = Gen.Elements("", "/", "/setup ", "/service ", "/schedule add ", "/as ", "/setup --", "/setup zone:\"").ToArbitrary();
        Prop.ForAll(starts, text, (start, rest) => Parse(start + rest) is not null).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_quoted_word_is_read_back_as_it_was()
    {
        var words = ArbMap.Default.ArbFor<string>().Filter(word => word is not null && !word.Any(char.IsControl));
        Prop.ForAll(words, words, (first, second) =>
        {
            var line = $"/setup {WordReader.Quote(first)} {WordReader.Quote(second)} feedback:{WordReader.Quote(first)}";
            var options = Parse(line).ShouldBeOfType<LocalLine.Command>().Options;
            return options["zone"] == first && options["time"] == second && options["feedback"] == first;
        }).QuickCheckThrowOnFailure();
    }

    private static LocalLine Parse(string line) => LocalInput.Parse(line, Specs, LocalCommands.Names);
}
