namespace MlaBot.LocalChat.Rendering;

/// <summary>What the lines of a card may use.</summary>
/// <param name="Width">Columns of a line. At least 20; less is taken as 20.</param>
/// <param name="IsPlain">True for pipes and files: no signs that only draw.</param>
internal sealed record CardLook(int Width, bool IsPlain)
{
    /// <summary>Lines of a message in the transcript: unbroken.</summary>
    public static CardLook Stored { get; } = new(Wrapping.Endless, IsPlain: true);

    /// <summary>Columns of a line.</summary>
    public int Width { get; } = Math.Max(20, Width);

    /// <summary>What a line between parts is made of.</summary>
    public char Rule => IsPlain ? '-' : '─';

    /// <summary>What a bar is made of.</summary>
    public char Block => IsPlain ? '#' : '█';
}
