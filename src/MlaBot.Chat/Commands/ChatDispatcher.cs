using Microsoft.Extensions.Logging;
using MlaBot.Chat.Cards;
using MlaBot.Chat.Platform;
using MlaBot.Core;

namespace MlaBot.Chat.Commands;

/// <summary>Brings requests and presses to their handlers, and turns every failure into a card.</summary>
public sealed partial class ChatDispatcher
{
    /// <summary>The code of the refusal of a command without a value that it needs.</summary>
    internal const string OptionMissing = "option-missing";

    private readonly Dictionary<string, IChatCommand> _commands;
    private readonly Dictionary<string, IChatAction> _actions;
    private readonly CommandTables _tables;
    private readonly IAdminNews[] _news;
    private readonly ILogger<ChatDispatcher> _logger;

    /// <summary>Makes a dispatcher over the registered handlers.</summary>
    public ChatDispatcher(
        IEnumerable<IChatCommand> commands,
        IEnumerable<IChatAction> actions,
        ILogger<ChatDispatcher> logger,
        IEnumerable<IAdminNews>? news = null,
        PlatformList? platforms = null)
    {
        _news = [.. news ?? []];
        _commands = commands.ToDictionary(command => command.Spec.Name, StringComparer.OrdinalIgnoreCase);
        _actions = actions.ToDictionary(action => action.Name, StringComparer.Ordinal);
        _logger = logger;
        Specs = [.. _commands.Values.Select(command => command.Spec).OrderBy(spec => spec.Name, StringComparer.Ordinal)];
        _tables = new CommandTables(Specs, platforms);
    }

    /// <summary>The table of all commands of all platforms, by name.</summary>
    public IReadOnlyList<CommandSpec> Specs { get; }

    /// <summary>The table of one platform, by name: without commands of other platforms and options that mean nothing there.</summary>
    /// <param name="platform">Its name, as in <see cref="Core.Channels.GroupKey.Platform"/>.</param>
    public IReadOnlyList<CommandSpec> SpecsFor(string platform) => _tables.Of(platform);

    /// <summary>Carries a command out. Never throws but for a cancellation that was asked for.</summary>
    public async Task<Card> HandleAsync(ChatRequest request, CancellationToken cancellationToken)
    {
        var specs = SpecsFor(request.Channel.Group.Platform);
        if (Find(request.Command, specs) is not var (command, spec))
        {
            return RefusalCards.For(UnknownCommand(request.Command, specs));
        }

        return Check(spec, request) is { } refusal
            ? RefusedCards.For(refusal, spec, request)
            : await GuardAsync(
                request.Command,
                async () => await WithNewsAsync(request, await command.HandleAsync(request, cancellationToken), cancellationToken),
                cancellationToken);
    }

    /// <summary>Carries a press out. Never throws but for a cancellation that was asked for.</summary>
    public async Task<Card> HandleAsync(ChatPress press, CancellationToken cancellationToken)
    {
        if (press.User.IsBot)
        {
            return RefusalCards.For(new Refusal("bot", "Bots and integrations cannot take part."));
        }

        return _actions.TryGetValue(press.Action.Name, out var action)
            ? await GuardAsync(press.Action.Name, () => action.HandleAsync(press, cancellationToken), cancellationToken)
            : RefusalCards.For(new Refusal("control-unknown", "This control belongs to an older version of me.", "Type /help to see what I do today."));
    }

    /// <summary>Suggests values for an option that is being typed; empty when there are none.</summary>
    public IReadOnlyList<string> Suggest(ChatTyping typing) =>
        Find(typing.Command, SpecsFor(typing.Channel.Group.Platform)) is var (command, _) ? command.Suggest(typing) : [];

    private (IChatCommand Command, CommandSpec Spec)? Find(string name, IReadOnlyList<CommandSpec> specs) =>
        _commands.TryGetValue(name, out var command) && specs.FirstOrDefault(spec => spec.Name == command.Spec.Name) is { } spec ? (command, spec) : null;

    private async Task<Card> WithNewsAsync(ChatRequest request, Card card, CancellationToken cancellationToken)
    {
        // Whatever an admin asks first, as long as nobody else reads the answer.
        if (!request.User.IsAdmin || !card.IsPrivate || card.Parts is [Form])
        {
            return card;
        }

        var news = new List<CardPart>();
        foreach (var each in _news)
        {
            if (await each.TakeAsync(request, cancellationToken) is { } sentence)
            {
                news.Add(new Section(sentence));
            }
        }

        return news.Count == 0 ? card : card with { Parts = [.. news, new Divider(), .. card.Parts] };
    }

    private static Refusal? Check(CommandSpec spec, ChatRequest request)
    {
        if (request.User.IsBot)
        {
            return new Refusal("bot", "Bots and integrations cannot take part.");
        }

        if (spec.IsAdmin && !request.User.IsAdmin)
        {
            if (!request.User.HasKnownRights)
            {
                return new Refusal("rights-unknown", "I could not find out in time whether you are an admin here; nothing was done.", "Please try again in a moment.");
            }

            return new Refusal("admin-only", $"/{spec.Name} is for admins of this channel.", "Ask an admin, or type /help for what you can do.");
        }

        foreach (var option in spec.Options)
        {
            var value = request.Option(option.Name);
            if (value.Length == 0 && option.IsRequired)
            {
                return new Refusal(OptionMissing, $"/{spec.Name} needs {option.Name}: {option.Description}.", $"Type {spec.Usage}");
            }

            if (value.Length > 0 && option.Choices.Count > 0 && !option.Choices.Contains(value, StringComparer.OrdinalIgnoreCase))
            {
                return new Refusal(
                    "option-unknown", $"\"{Text.Printable(value, 40)}\" is no value for {option.Name}.", $"Give one of {string.Join(", ", option.Choices)}.");
            }
        }

        return null;
    }

    private static Refusal UnknownCommand(string name, IReadOnlyList<CommandSpec> specs)
    {
        var near = specs
            .Select(spec => (spec.Name, distance: Text.EditDistance(spec.Name, name.ToLowerInvariant())))
            .Where(pair => pair.distance <= 2)
            .OrderBy(pair => pair.distance)
            .Select(pair => $"/{pair.Name}")
            .FirstOrDefault();
        var subcommands = specs.Where(spec => spec.Name.StartsWith(name + " ", StringComparison.OrdinalIgnoreCase)).ToArray();
        return subcommands.Length > 0
            ? new Refusal("command-part", $"/{name} needs one more word.", $"Type one of {string.Join(", ", subcommands.Select(spec => $"/{spec.Name}"))}.")
            : new Refusal("command-unknown", $"There is no command /{Text.Printable(name, 40)}.",
                near is null ? "Type /help to see all commands." : $"Did you mean {near}? /help shows all commands.");
    }

    private async Task<Card> GuardAsync(string what, Func<Task<Card>> handle, CancellationToken cancellationToken)
    {
        try
        {
            return await handle();
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (ExternalFaultException fault)
        {
            var id = FailureId();
            Log.Fault(_logger, id, what, fault);
            return RefusalCards.For(new Refusal("fault", $"{fault.Message} (error {id})", fault.IsTransient ? "Nothing was lost. Please try again in a moment." : "Please tell an admin."));
        }
        catch (Exception mistake)
        {
            // The seam where our own mistakes end: the person sees an id, the log sees everything.
            var id = FailureId();
            Log.Mistake(_logger, id, what, mistake);
            return RefusalCards.For(new Refusal("mistake", $"Something went wrong on my side (error {id}).", "Please try again, and tell an admin if it stays."));
        }
    }

    private static string FailureId() => Guid.NewGuid().ToString("N")[..8];

    private static partial class Log
    {
        [LoggerMessage(201, LogLevel.Warning, "{Id}: {What} met a fault of the outside world")]
        public static partial void Fault(ILogger logger, string id, string what, Exception exception);

        [LoggerMessage(202, LogLevel.Error, "{Id}: {What} failed")]
        public static partial void Mistake(ILogger logger, string id, string what, Exception exception);
    }
}
