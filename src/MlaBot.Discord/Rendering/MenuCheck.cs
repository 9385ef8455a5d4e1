using MlaBot.Discord.Wire;

namespace MlaBot.Discord.Rendering;

/// <summary>Looks at a menu's entries and numbers before they are sent.</summary>
internal static class MenuCheck
{
    /// <summary>Passes when Discord would take the menu.</summary>
    /// <exception cref="InvalidOperationException">It breaks a limit; the message says which.</exception>
    public static void Check(StringSelect select)
    {
        PayloadCheck.Within(select.CustomId, DiscordLimits.CustomId, "menu custom_id");
        var what = $"menu {select.CustomId}";
        var (least, most, count) = (select.MinValues ?? 1, select.MaxValues ?? 1, select.Options.Count);
        PayloadCheck.Require(count is > 0 and <= DiscordLimits.MenuOptions, what, $"{count} entries instead of 1 to {DiscordLimits.MenuOptions}");
        PayloadCheck.Require(least >= 0 && most >= 1 && least <= most && most <= count, what, $"cannot choose {least} to {most} of {count}");
        PayloadCheck.Require(select.Options.Count(option => option.Default == true) <= most, what, $"more than {most} chosen already");
        PayloadCheck.Require(select.Options.DistinctBy(option => option.Value, StringComparer.Ordinal).Count() == count, what, "two entries with one value");
        foreach (var option in select.Options)
        {
            PayloadCheck.Within(option.Label, DiscordLimits.MenuOption, $"label in {what}");
            PayloadCheck.Within(option.Value, DiscordLimits.MenuOption, $"value in {what}");
        }
    }
}
