using System.Collections.Immutable;
using Microsoft.Extensions.AI;
using Vejja.Domain.Medications;
using Vejja.Language.Guards;

namespace Vejja.Language.Assistant;

/// <summary>
/// Answers questions about one prescription and its reminders, exactly and in Khmer, English or French. The gate decides first; what it refuses gets a fixed text.
/// Answers are put together from the structured values; a language model, where there is one, may only phrase them.
/// </summary>
/// <param name="options">What the operator set.</param>
/// <param name="model">Phrases answers; null for none: everything works without.</param>
public sealed class PrescriptionAssistant(AssistantOptions options, IChatClient? model = null)
{
    private const int ShortReply = 4;
    private readonly IntentGate gate = new(options.Gate);
    private readonly ModelPhrasing? phrasing = model is null ? null : new(model, options.ModelTimeout);

    /// <summary>Answers one message.</summary>
    /// <param name="subject">What the conversation is about.</param>
    /// <param name="message">The person's words: data, whatever they say.</param>
    /// <param name="memory">What the conversation remembers.</param>
    /// <param name="language">km, en or fr to answer in; null to answer in the message's own.</param>
    /// <param name="cancellation">Stops a language model; nothing else takes time.</param>
    public async Task<AssistantAnswer> AnswerAsync(
        ChatSubject subject, string message, ConversationMemory memory, string? language = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(memory);
        var prescription = subject.Prescription;
        var decision = gate.Decide(message, [.. prescription.Medications.Select(medication => medication.Name?.Value).OfType<string>()]);
        var texts = TextBook.Of(language ?? decision.Language ?? memory.Language ?? "en");
        var reply = new Reply(texts, memory with { Language = texts.Language });
        if (decision.Class.IsEmergency())
            return reply.Fixed(AnswerKind.Emergency, decision.Class, Refusals.Of(decision.Class, texts, options.EmergencyNumbers));
        if (Chosen(message, memory, subject) is { IsEmpty: false } chosen)
            return await SayAsync(subject, memory.Pending!.Value, message, chosen, QuestionPointers.Of(message), reply, cancellation);
        if (decision.Class == MessageClass.OtherLanguage)
            return reply.Fixed(AnswerKind.Refused, decision.Class, Refusals.InEveryLanguage(options.EmergencyNumbers));
        if (decision.Class == MessageClass.Unclear || IsBareName(message, subject))
            return Unclear(subject, message, reply);
        return decision.Class.IsInScope()
            ? await AnswerAsync(subject, decision.Class, message, memory, reply, cancellation)
            : reply.Fixed(AnswerKind.Refused, decision.Class, Refusals.Of(decision.Class, texts, options.EmergencyNumbers));
    }

    private Task<AssistantAnswer> AnswerAsync(
        ChatSubject subject, MessageClass value, string message, ConversationMemory memory, Reply reply, CancellationToken cancellation)
    {
        var all = subject.Prescription.Medications;
        if (value is MessageClass.Help or MessageClass.Greeting)
            return Task.FromResult(reply.Fixed(AnswerKind.Answered, value, reply.Texts.Say(value.Code())));
        var pointers = QuestionPointers.Of(message);
        if (value is MessageClass.Visit or MessageClass.Sheet)
            return SayAsync(subject, value, message, all, pointers, reply, cancellation);
        if (all.IsEmpty)
            return Task.FromResult(reply.Fixed(AnswerKind.Answered, value, reply.Texts.Say("none")));
        var named = MedicationMentions.Find(message, subject.Prescription);
        if (named.IsEmpty && MedicationMentions.Stranger(message, subject.Prescription) is { } stranger)
            return Task.FromResult(reply.Fixed(AnswerKind.Answered, value, reply.Texts.Say("not-on-sheet", stranger)));
        if (!pointers.All && MedicationMentions.IsOpen(message, named, subject.Prescription))
            return Task.FromResult(reply.Ask(value, named, subject.Prescription));
        if (!named.IsEmpty)
            return SayAsync(subject, value, message, named, pointers, reply, cancellation);
        if (all.Length == 1 || pointers.All || !pointers.Slots.IsEmpty || value is MessageClass.What or MessageClass.Next)
            return SayAsync(subject, value, message, all, pointers, reply, cancellation);
        var last = all.FirstOrDefault(medication => medication.Id == memory.MedicationId);
        if (last is not null)
            return SayAsync(subject, value, message, [last], pointers, reply, cancellation);
        return pointers.One && value is not (MessageClass.Flag or MessageClass.Reminder)
            ? Task.FromResult(reply.Ask(value, all, subject.Prescription))
            : SayAsync(subject, value, message, all, pointers, reply, cancellation);
    }

    private async Task<AssistantAnswer> SayAsync(
        ChatSubject subject, MessageClass value, string message, ImmutableArray<Medication> medications, QuestionPointers pointers, Reply reply, CancellationToken cancellation)
    {
        var draft = new AnswerDraft(subject.Prescription, reply.Texts);
        Draft(draft, subject, value, medications, pointers);
        var answer = reply.Of(value, draft, medications, value is MessageClass.Visit or MessageClass.Sheet);
        if (phrasing is null || await phrasing.PhraseAsync(message, draft, cancellation) is not { } phrased)
            return answer;
        return answer with { Text = string.Join('\n', [phrased, .. draft.Doubts]), IsPhrasedByModel = true };
    }

    private static void Draft(AnswerDraft draft, ChatSubject subject, MessageClass value, ImmutableArray<Medication> medications, QuestionPointers pointers)
    {
        if (value is MessageClass.When or MessageClass.What or MessageClass.Dose && medications.Length > 1 && !pointers.Slots.IsEmpty && pointers.DaysAhead is null)
        {
            MedicineAnswers.Slots(draft, medications, pointers.Slots);
            return;
        }

        switch (value)
        {
            case MessageClass.What when medications.Length == 1:
                MedicineAnswers.Whole(draft, medications[0]);
                break;
            case MessageClass.What:
                MedicineAnswers.What(draft, medications);
                break;
            case MessageClass.Dose:
                MedicineAnswers.Dose(draft, medications);
                break;
            case MessageClass.When:
                MedicineAnswers.When(draft, medications, subject);
                break;
            case MessageClass.Food:
                MedicineAnswers.Food(draft, medications);
                break;
            case MessageClass.How:
                MedicineAnswers.How(draft, medications);
                break;
            case MessageClass.Next:
                PlanAnswers.Next(draft, medications, subject, pointers.DaysAhead);
                break;
            case MessageClass.Reminder:
                PlanAnswers.Reminders(draft, medications, subject);
                break;
            case MessageClass.Duration:
                CourseAnswers.Duration(draft, medications, subject);
                break;
            case MessageClass.Left:
                CourseAnswers.Left(draft, medications, subject);
                break;
            case MessageClass.Visit:
                SheetAnswers.Visit(draft, subject.Prescription);
                break;
            case MessageClass.Sheet:
                SheetAnswers.Sheet(draft, subject.Prescription);
                break;
            default:
                SheetAnswers.Flags(draft, medications);
                break;
        }
    }

    /// <summary>A bare name is a question for all that the sheet says of it; anything else is asked again.</summary>
    private static AssistantAnswer Unclear(ChatSubject subject, string message, Reply reply)
    {
        var named = MedicationMentions.Find(message, subject.Prescription);
        if (named is not [var one] || !IsBareName(message, subject))
            return reply.Fixed(AnswerKind.Unclear, MessageClass.Unclear, reply.Texts.Say(string.IsNullOrWhiteSpace(message) ? "refuse.empty" : "refuse.unclear"));
        var draft = new AnswerDraft(subject.Prescription, reply.Texts);
        MedicineAnswers.Whole(draft, one);
        return reply.Of(MessageClass.What, draft, [one], false);
    }

    private static bool IsBareName(string message, ChatSubject subject)
    {
        var words = MessageKey.Of(message).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is > 0 and <= 2 && words.All(word => word is "0" or "00" or "mg" || IsName(word, subject));
    }

    // Khmer is written without spaces: there a word may be a whole question.
    private static bool IsName(string word, ChatSubject subject) => MessageKey.IsKhmer(word[0])
        ? PointingWords.Is("name", word)
        : PointingWords.Find("form", $" {word} ").IsEmpty && !MedicationMentions.Find(word, subject.Prescription).IsEmpty;

    /// <summary>The medicines that a short reply to a question back points at; none where it is no such reply.</summary>
    private static ImmutableArray<Medication> Chosen(string message, ConversationMemory memory, ChatSubject subject)
    {
        var words = new MessageWords(MessageKey.Of(message));
        if (memory.Pending is null || words.Count is 0 or > ShortReply || GatePatterns.Find(words) is not null)
            return [];
        ImmutableArray<Medication> choices = [.. subject.Prescription.Medications.Where(medication => memory.Choices.Contains(medication.Id))];
        return MedicationMentions.Choose(message, choices, subject.Prescription);
    }
}
