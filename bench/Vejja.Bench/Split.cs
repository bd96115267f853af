namespace Vejja.Bench;

/// <summary>Which part of the data a sheet belongs to: families, fonts, seeds and medicines differ between them.</summary>
internal enum Split
{
    /// <summary>For learning.</summary>
    Train,

    /// <summary>For choosing.</summary>
    Dev,

    /// <summary>For the report alone.</summary>
    Test,
}
