namespace MlaBot.Testing.Rounds;

/// <summary>The calls of a round's publisher, so that a test can say which of them fails.</summary>
public enum RoundStep
{
    /// <summary>Posting the lobby.</summary>
    OpenLobby,

    /// <summary>Showing a lobby that has begun, ended, or has more time.</summary>
    ShowLobby,

    /// <summary>Posting a question.</summary>
    Publish,

    /// <summary>Opening its controls, or showing it again.</summary>
    ShowOpen,

    /// <summary>Showing a new count, of answers or of people in a lobby.</summary>
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
