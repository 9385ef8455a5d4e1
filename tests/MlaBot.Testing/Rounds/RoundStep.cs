namespace MlaBot.Testing.Rounds;

/// <summary>The calls of a round's publisher, so that a test can say which of them fails.</summary>
public enum RoundStep
{
    /// <summary>Posting the lobby.</summary>
    OpenLobby,

    /// <summary>Showing who is in.</summary>
    ShowLobby,

    /// <summary>Posting a question.</summary>
    Publish,

    /// <summary>Opening its controls, or showing it again.</summary>
    ShowOpen,

    /// <summary>Showing a new count.</summary>
    Count,

    /// <summary>Taking the controls away.</summary>
    Close,

    /// <summary>Beginning a discussion.</summary>
    Discuss,

    /// <summary>Publishing the key.</summary>
    Reveal,

    /// <summary>Publishing the table.</summary>
    Finish,

    /// <summary>Saying a sentence.</summary>
    Say,
}
