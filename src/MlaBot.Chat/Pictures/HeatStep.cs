namespace MlaBot.Chat.Pictures;

/// <summary>The steps of a heat map: one hue from dark to light, and a word for each.</summary>
/// <param name="Word">What a cell of this step says.</param>
/// <param name="From">The lowest share in percent that belongs to it.</param>
/// <param name="Ink">Its colour. Neighbours differ in lightness by 1.4 to 1 or more, so that they can be told apart without seeing colours.</param>
public sealed record HeatStep(string Word, int From, Ink Ink)
{
    /// <summary>All steps, the coldest first.</summary>
    public static IReadOnlyList<HeatStep> All { get; } =
    [
        new("cold", 0, new Ink(12, 44, 92)),
        new("cool", 40, new Ink(36, 92, 156)),
        new("mild", 55, new Ink(106, 162, 212)),
        new("warm", 70, new Ink(176, 208, 236)),
        new("hot", 85, new Ink(232, 242, 251)),
    ];

    /// <summary>The step of a share.</summary>
    /// <param name="percent">From 0 to 100.</param>
    public static HeatStep Of(int percent) => All.Last(step => percent >= step.From);
}
