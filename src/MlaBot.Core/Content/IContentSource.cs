namespace MlaBot.Core.Content;

/// <summary>Gives the content that holds now.</summary>
public interface IContentSource
{
    /// <summary>The last content that loaded without a fault.</summary>
    ContentSnapshot Current { get; }
}
