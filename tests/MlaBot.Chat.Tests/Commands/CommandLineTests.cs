using FsCheck;
using FsCheck.Fluent;
using MlaBot.Chat.Commands;
using MlaBot.Chat.Commands.Typed;
using MlaBot.Core;
using MlaBot.Testing;

namespace MlaBot.Chat.Tests.Commands;

public sealed class CommandLineTests
{
    private static readonly CommandSpec[] Specs =
    [
        new("service", "Explain") { Options = [new("words", "Words", IsRequired: true)] },
        new("schedule list", "List"),
        new("schedule add", "Add") { Options = [new("domain", "Domain", IsRequired: true), new("time", "Time", IsRequired: true), new("days", "Days")] },
    ];

    [Theory]
    [InlineData("schedule add 1 09:00", "schedule add", "domain=1 time=09:00")]
    [InlineData("  Schedule\tADD 1 09:00 mon, wed ", "schedule add", "domain=1 time=09:00 days=mon, wed")]
    [InlineData("service drift\ndetection", "service", "words=drift\ndetection")]
    [InlineData("schedule pasue 1", "schedule pasue", "")]
    [InlineData("schedule", "schedule", "")]
    [InlineData("sevice s3", "sevice", "")]
    [InlineData("", "", "")]
    public void A_line_names_its_command_and_options(string text, string name, string options)
    {
        var command = CommandLine.Read(text, Specs).ShouldBeOk();

        command.Name.ShouldBe(name);
        string.Join(' ', command.Options.Select(option => $"{option.Key}={option.Value}")).ShouldBe(options);
    }

    [Theory]
    [InlineData("schedule list all", "words-extra")]
    [InlineData("schedule add --day mon", "option-name")]
    [InlineData("service \"open", "quote-open")]
    [InlineData("service \u001b[31m", "line-control")]
    public void Words_without_a_place_are_refused(string text, string code) => CommandLine.Read(text, Specs).ShouldBeRefused(code);

    [Fact]
    public void A_line_without_end_is_refused_unread() =>
        CommandLine.Read($"service {new string('a', CommandLine.MaxLength)}", Specs).ShouldBeRefused("line-long");

    [Fact]
    public void No_text_is_too_strange_to_be_read() => Prop.ForAll<string?>(
        ArbMap.Default.ArbFor<string?>(),
        text => CommandLine.Read(text ?? "", Specs) is Outcome<TypedCommand>.Ok or Outcome<TypedCommand>.Refused).QuickCheckThrowOnFailure();
}
