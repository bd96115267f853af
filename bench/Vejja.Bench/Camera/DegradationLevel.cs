namespace Vejja.Bench.Camera;

/// <summary>How badly a sheet is photographed.</summary>
internal enum DegradationLevel
{
    /// <summary>The rendered page itself.</summary>
    Clean,

    /// <summary>A careful person with a phone.</summary>
    Mild,

    /// <summary>In a hurry, poor light, a paper that was in a pocket; a photocopy; a fax.</summary>
    Hard,

    /// <summary>A person can read it with effort.</summary>
    Brutal,
}
