using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MlaBot.Chat.Commands;
using MlaBot.Composition;
using MlaBot.Core.Daily;

namespace MlaBot.Tests.Program;

/// <summary>The help that people see, against the table of commands that the program is made of.</summary>
public sealed class HelpTests : IDisposable
{
    private readonly BotFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Help_lists_every_command_of_the_table_and_admin_commands_to_admins_alone()
    {
        var specs = await TableAsync();
        await using var bot = await _folder.StartAsync();

        var (toAdmin, toOthers) = (await bot.SayAsync("/help"), await bot.SayAsync("ana", "/help"));

        specs.Count.ShouldBeGreaterThan(10);
        foreach (var spec in specs)
        {
            var line = LineOf(spec, specs);
            toAdmin.ShouldSay(line);
            toOthers.Contains(line, StringComparison.Ordinal).ShouldBe(!spec.IsAdmin, spec.Name);
        }

        toAdmin.ShouldNotContain("Several parts");
    }

    /// <summary>A command of many parts stands there once, by its own help; its part is named in that line.</summary>
    private static string LineOf(CommandSpec spec, IReadOnlyList<CommandSpec> specs)
    {
        var root = spec.Name.Split(' ')[0];
        return specs.Count(other => other.IsAdmin == spec.IsAdmin && other.Name.Split(' ')[0] == root) > 3 ? $"`/help {root}` " : $"`{spec.Usage}` {spec.Description}";
    }

    [Fact]
    public async Task Help_on_a_command_explains_its_options_and_its_examples_are_understood()
    {
        var specs = await TableAsync();
        await using var bot = await _folder.StartAsync();

        foreach (var spec in specs)
        {
            var help = await bot.SayAsync($"/help {spec.Name}");
            help.ShouldSay($"`{spec.Usage}` {spec.Description}");
            foreach (var said in spec.Options.Select(option => $"- {option.Name}").Concat(spec.Examples.Select(example => $"Example: `/{example}`")))
            {
                help.ShouldSay(said);
            }
        }

        foreach (var example in specs.Where(spec => !spec.IsAdmin).SelectMany(spec => spec.Examples))
        {
            var reply = await bot.SayAsync($"/{example}");
            reply.ShouldNotContain("There is no command", Case.Sensitive);
            reply.ShouldNotContain("Something went wrong", Case.Sensitive);
        }
    }

    private async Task<IReadOnlyList<CommandSpec>> TableAsync()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("Content:Path", (string?)_folder.Content)]).Build();
        await using var services = new ServiceCollection()
            .AddBot(new BotOptions($"Data Source={_folder.In("table/mlabot.db")}", _folder.Content, new DailyRules()), settings)
            .BuildServiceProvider();
        return services.GetRequiredService<ChatDispatcher>().Specs;
    }
}
