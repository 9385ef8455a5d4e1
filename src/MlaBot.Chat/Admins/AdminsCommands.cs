using MlaBot.Chat.Cards;
using MlaBot.Chat.Commands;
using MlaBot.Chat.Platform;
using MlaBot.Core;
using MlaBot.Core.Channels;
using MlaBot.Core.Time;

namespace MlaBot.Chat.Admins;

/// <summary><c>/admins list</c> shows who was named, by whom and when.</summary>
internal sealed class AdminsListCommand(string platform, IAdminStore admins) : IChatCommand
{
    public CommandSpec Spec { get; } = new("admins list", "Show who may set me up here besides the owners of this place")
    {
        IsAdmin = true,
        OnlyOn = platform,
        Examples = ["admins list"],
    };

    public async Task<Card> HandleAsync(ChatRequest request, CancellationToken cancellationToken) =>
        AdminCards.List(await admins.ListAsync(request.Channel.Group, cancellationToken));
}

/// <summary><c>/admins add</c> names an admin.</summary>
internal sealed class AdminsAddCommand(string platform, IAdminStore admins, TimeProvider clock) : IChatCommand
{
    public CommandSpec Spec { get; } = new("admins add", "Let another person set me up, in all channels")
    {
        IsAdmin = true,
        OnlyOn = platform,
        Options = [new("person", "Who", IsRequired: true) { Kind = OptionKind.Person }],
        Examples = ["admins add @ana"],
    };

    public async Task<Card> HandleAsync(ChatRequest request, CancellationToken cancellationToken)
    {
        var person = AdminCards.Person(request);
        var named = new NamedAdmin(
            person, AdminCards.NameOf(request, person.UserId), request.User.Key.UserId, Text.Printable(request.User.Name, 80), clock.Now());
        if (await admins.AddAsync(named, cancellationToken))
        {
            return AdminCards.Done($"{AdminCards.Shown(named)} may set me up from now on, in every channel here. /admins remove takes that back.");
        }

        // Between the two somebody may have taken it back; then naming again is right.
        var before = (await admins.ListAsync(request.Channel.Group, cancellationToken)).FirstOrDefault(admin => admin.Person == person);
        return RefusalCards.For(new Refusal(
            "admin-twice",
            before is null ? "That person was named at this moment." : $"{AdminCards.Shown(before)} is an admin already: {AdminCards.Origin(before)}.",
            "/admins list shows all of them."));
    }
}

/// <summary><c>/admins remove</c> takes back what <c>/admins add</c> gave.</summary>
internal sealed class AdminsRemoveCommand(string platform, IAdminStore admins) : IChatCommand
{
    public CommandSpec Spec { get; } = new("admins remove", "Take back that a person may set me up")
    {
        IsAdmin = true,
        OnlyOn = platform,
        Options = [new("person", "Who", IsRequired: true) { Kind = OptionKind.Person }],
        Examples = ["admins remove @ana"],
    };

    public async Task<Card> HandleAsync(ChatRequest request, CancellationToken cancellationToken)
    {
        var person = AdminCards.Person(request);
        var before = (await admins.ListAsync(request.Channel.Group, cancellationToken)).FirstOrDefault(admin => admin.Person == person);
        return await admins.RemoveAsync(person, cancellationToken)
            ? AdminCards.Done($"{(before is null ? "That person" : AdminCards.Shown(before))} is no named admin any more. The schedules that they made go on.")
            : RefusalCards.For(new Refusal(
                "admin-none",
                $"{AdminCards.NameOr(request, person.UserId)} is not a named admin.",
                "/admins list shows all of them. Owners and admins of this place set me up without being named."));
    }
}
