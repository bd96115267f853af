using Vejja.App.Features.Enhance;
using Vejja.Domain.Documents;
using Vejja.Language.Generation;

namespace Vejja.App.Tests.Running;

/// <summary>A language model whose answers stand in the medicine's name: <c>Uncertain</c> gets a suggestion, <c>Broken</c> none at all, <c>Waiting</c> waits until it is let go.</summary>
internal sealed class WrittenEnhancement : IDocumentEnhancement
{
    public TaskCompletionSource Go { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Model => "written";

    public async Task<EnhancementAnswer> EnhanceAsync(Prescription prescription, CancellationToken cancellation)
    {
        var name = prescription.Medications.FirstOrDefault()?.Name;
        if (name?.Value == "Broken")
            throw new LanguageModelException(LanguageModelFault.Server, "the model is broken");
        if (name?.Value == "Waiting")
            await Go.Task.WaitAsync(cancellation);
        if (name?.Value is not ("Uncertain" or "Waiting"))
            return new(prescription, Model, "nothing", 10, 1);
        var suggested = prescription.Medications.SetItem(0, prescription.Medications[0] with { Name = name with { Alternatives = ["Certain"] } });
        return new(prescription with { Medications = suggested }, Model, "accepted", 100, 7);
    }
}
