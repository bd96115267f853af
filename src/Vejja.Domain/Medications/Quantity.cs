namespace Vejja.Domain.Medications;

/// <summary>A number with its unit.</summary>
/// <param name="Value">The number, exact.</param>
/// <param name="Unit">A canonical unit: a form code for counts (<c>tablet</c>, <c>drop</c>), else UCUM (<c>mg</c>, <c>mL</c>, <c>d</c>); empty where the page gives none.</param>
public sealed record Quantity(decimal Value, string Unit);
