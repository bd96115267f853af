using System.Collections.Immutable;

namespace Vejja.Language.Guards;

/// <summary>
/// Decides what a message asks before anything answers it: signs of danger first, then words that decide at once, then the classifier, on the whole and on each
/// clause. Nothing that a message says changes the gate: it is text to be classed.
/// </summary>
public sealed class IntentGate(GateOptions options)
{
    private static readonly ImmutableArray<MessageClass> Order = [.. GateModel.Default.Classes.Select(MessageClasses.FromCode)];

    /// <summary>Classes a message.</summary>
    /// <param name="message">The person's words.</param>
    /// <param name="names">Names of medicines of the prescription, so that an odd name tells nothing.</param>
    public GateDecision Decide(string message, IReadOnlyCollection<string> names)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(names);
        if (message.Length > options.LongestMessage)
            message = message[..options.LongestMessage];
        var masked = NameMask.Hide(message, names);
        var key = MessageKey.Of(masked);
        if (key.Trim().Length == 0)
            return new(MessageClass.Unclear, 1, null);
        var (classes, languages) = GateModel.Default.Probabilities(key);
        var language = MessageLanguage.Of(message, languages);
        var word = GatePatterns.Find(new(key));
        if (word is { } danger && danger.IsEmergency())
            return new(danger, 1, language);
        if (Danger(classes, options.Emergency) is { } felt)
            return felt with { Language = language };
        if (word is { } refused)
            return new(refused, 1, language);
        if (MessageLanguage.IsForeign(message))
            return new(MessageClass.OtherLanguage, 1, null);
        if (Refusal(classes, options.Refuse) is { } whole)
            return whole with { Language = language };
        foreach (var clause in MessageClauses.Of(masked))
        {
            var (parts, _) = GateModel.Default.Probabilities(MessageKey.Of(clause));
            if ((Danger(parts, options.RefuseClause) ?? Refusal(parts, options.RefuseClause)) is { Class: not (MessageClass.OtherLanguage or MessageClass.OffTopic) } part)
                return part with { Language = language };
        }

        var best = Best(classes, MessageClasses.IsInScope);
        return best.Confidence < options.Understand ? new(MessageClass.Unclear, best.Confidence, language) : best with { Language = language };
    }

    private static GateDecision? Danger(double[] classes, double limit) => Over(classes, MessageClasses.IsEmergency, limit);

    private static GateDecision? Refusal(double[] classes, double limit) => Over(classes, value => !value.IsInScope(), limit);

    private static GateDecision? Over(double[] classes, Func<MessageClass, bool> kind, double limit) =>
        classes.Where((_, i) => kind(Order[i])).Sum() >= limit ? Best(classes, kind) : null;

    private static GateDecision Best(double[] classes, Func<MessageClass, bool> kind)
    {
        var at = Enumerable.Range(0, classes.Length).Where(i => kind(Order[i])).MaxBy(i => classes[i]);
        return new(Order[at], classes[at], null);
    }
}
