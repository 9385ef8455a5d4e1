using MlaBot.Chat.Cards;
using MlaBot.Core.Content;

namespace MlaBot.Chat.Services;

/// <summary>Names of services while one is being typed.</summary>
internal static class ServiceNames
{
    /// <summary>As many names as a menu holds; from memory, in microseconds.</summary>
    public static IReadOnlyList<string> Suggest(IContentSource content, string typed) =>
        [.. content.Current.Lookup.Suggest(typed, CardLimits.MenuOptions).Select(service => service.Name)];
}
