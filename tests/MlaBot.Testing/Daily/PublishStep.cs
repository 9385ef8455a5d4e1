namespace MlaBot.Testing.Daily;

/// <summary>The calls of a publisher, so that a test can say which of them fails.</summary>
public enum PublishStep
{
    /// <summary>Posting the question.</summary>
    Publish,

    /// <summary>Looking for a question that may stand there already.</summary>
    Find,

    /// <summary>Showing the count.</summary>
    Count,

    /// <summary>Taking the controls away.</summary>
    Close,

    /// <summary>Publishing the key.</summary>
    Reveal,

    /// <summary>Telling the admins.</summary>
    TellAdmins,
}
