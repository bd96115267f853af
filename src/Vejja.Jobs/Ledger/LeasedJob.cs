using Vejja.Domain.Documents;

namespace Vejja.Jobs.Ledger;

/// <summary>A job that a worker holds.</summary>
/// <param name="Id">The job.</param>
/// <param name="DocumentId">Its document.</param>
/// <param name="Stage">What is to be done.</param>
/// <param name="Attempt">Which attempt this is, from 1; work that was handed back does not count.</param>
/// <param name="LeaseNumber">Rises with every lease: only the latest may commit.</param>
/// <param name="Worker">Who holds it.</param>
public sealed record LeasedJob(string Id, string DocumentId, Stage Stage, int Attempt, long LeaseNumber, string Worker);

/// <summary>A job that a broker is to be told of.</summary>
/// <param name="JobId">The job.</param>
/// <param name="Stage">What is to be done.</param>
/// <param name="Priority">0 to 9; higher goes first.</param>
public sealed record DueJob(string JobId, Stage Stage, int Priority);

/// <summary>Why an attempt failed.</summary>
/// <param name="Code">Stable code, without text of the document.</param>
/// <param name="Type">Type of the exception.</param>
/// <param name="RetryAfter">How long to wait; null where another attempt would end the same way.</param>
public sealed record JobFailure(string Code, string Type, TimeSpan? RetryAfter);
