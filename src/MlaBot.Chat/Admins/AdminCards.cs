using MlaBot.Chat.Cards;
using MlaBot.Chat.Platform;
using MlaBot.Core;
using MlaBot.Core.Channels;

namespace MlaBot.Chat.Admins;

/// <summary>Words about named admins.</summary>
internal static class AdminCards
{
    public static Card List(IReadOnlyList<NamedAdmin> admins) => new Card(
        new Header("Named admins"),
        new Section(admins.Count == 0
            ? "Nobody is named."
            : string.Join('\n', admins.Select(admin => $"- {Shown(admin)}: {Origin(admin)}"))),
        new ContextLine("Owners and admins of this place set me up without being named. /admins add <person> names another one.")).Privately();

    public static Card Done(string sentence) => new(new Section(sentence)) { IsPrivate = true, Tone = CardTone.Good };

    public static LearnerKey Person(ChatRequest request) => new(request.Channel.Group, request.Option("person"));

    /// <summary>The display name of a person among the options; empty when the platform did not say it.</summary>
    public static string NameOf(ChatRequest request, string id) => Text.Printable(request.Names.GetValueOrDefault(id, ""), 80);

    public static string NameOr(ChatRequest request, string id) => NameOf(request, id) is { Length: > 0 } name ? $"**{name}**" : "That person";

    public static string Shown(NamedAdmin admin) => $"**{(admin.Name.Length > 0 ? admin.Name : admin.Person.UserId)}**";

    /// <summary>Who named them, and when.</summary>
    public static string Origin(NamedAdmin admin) =>
        $"named by {(admin.NamedByName.Length > 0 ? admin.NamedByName : admin.NamedBy)} on {CardTime.Token(admin.At)}";
}
