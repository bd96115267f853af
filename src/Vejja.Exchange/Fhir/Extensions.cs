namespace Vejja.Exchange.Fhir;

/// <summary>The extensions of our own, as docs/fhir.md publishes them.</summary>
internal static class Extensions
{
    /// <summary>On <c>Timing.repeat</c>: so many days on (<c>daysOn</c>) and so many off (<c>daysOff</c>).</summary>
    public const string DosingCycle = "urn:vejja:fhir:dosing-cycle";

    /// <summary>On <c>Timing.repeat</c>: bounds beside the one that R4 allows.</summary>
    public const string FurtherBounds = "urn:vejja:fhir:further-bounds";

    /// <summary>On <c>Dosage</c>: a second maximum, where R4 allows one.</summary>
    public const string FurtherMaximum = "urn:vejja:fhir:further-max-dose-per-period";

    /// <summary>On <c>Dosage</c>: a condition or a sliding scale, in the page's words.</summary>
    public const string Condition = "urn:vejja:fhir:dose-condition";

    /// <summary>
    /// On any element: the reading behind it. Parts <c>confidence</c> (decimal), <c>source</c> (block identifiers, repeated),
    /// <c>raw</c> (the page's words), <c>derived</c> (boolean).
    /// </summary>
    public const string Reading = "urn:vejja:fhir:reading";

    /// <summary>On <c>Patient</c>: the age as printed.</summary>
    public const string PatientAge = "urn:vejja:fhir:age";

    /// <summary>On <c>Medication</c>: the strength in the contract's notation, which R4's ratio of one ingredient cannot hold for combinations.</summary>
    public const string Strength = "urn:vejja:fhir:strength";

    /// <summary>FHIR's own: why a value is absent.</summary>
    public const string DataAbsentReason = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";
}
