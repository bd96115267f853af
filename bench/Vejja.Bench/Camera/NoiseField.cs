namespace Vejja.Bench.Camera;

/// <summary>Smooth random values in [−1, 1] over the plane: a lattice with smoothstep between its nodes (value noise), repeated at its edge.</summary>
internal sealed class NoiseField
{
    private const int Side = 64;
    private readonly float[] nodes = new float[Side * Side];

    /// <summary>Fills the lattice.</summary>
    public NoiseField(Dice dice)
    {
        for (var i = 0; i < nodes.Length; i++)
            nodes[i] = (float)dice.Between(-1, 1);
    }

    /// <summary>The value at a place, in lattice steps.</summary>
    public float At(double x, double y)
    {
        double left = Math.Floor(x), top = Math.Floor(y);
        float u = Smooth((float)(x - left)), v = Smooth((float)(y - top));
        int x0 = unchecked((int)left) & (Side - 1), y0 = unchecked((int)top) & (Side - 1), x1 = (x0 + 1) & (Side - 1), y1 = (y0 + 1) & (Side - 1);
        var above = nodes[(y0 * Side) + x0] + (u * (nodes[(y0 * Side) + x1] - nodes[(y0 * Side) + x0]));
        var below = nodes[(y1 * Side) + x0] + (u * (nodes[(y1 * Side) + x1] - nodes[(y1 * Side) + x0]));
        return above + (v * (below - above));
    }

    private static float Smooth(float t) => t * t * (3 - (2 * t));
}
