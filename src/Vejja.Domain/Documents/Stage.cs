namespace Vejja.Domain.Documents;

/// <summary>The steps that a stored document passes through, in this order. The lower-case names are the queues' names.</summary>
public enum Stage
{
    /// <summary>The image is read.</summary>
    Read,

    /// <summary>A language model, where one is configured, fills gaps under guards.</summary>
    Enhance,

    /// <summary>Doses are laid out in time.</summary>
    Schedule,

    /// <summary>Whoever subscribed is told.</summary>
    Notify,
}
