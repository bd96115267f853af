namespace Vejja.Bench.Camera;

/// <summary>What a point of the frame shows: a place of the page, in its pixels, and how bright it is.</summary>
internal readonly record struct ScenePoint(float X, float Y, float Light)
{
    /// <summary>A point on the straight way to another.</summary>
    public ScenePoint Towards(ScenePoint other, float share) =>
        new(X + (share * (other.X - X)), Y + (share * (other.Y - Y)), Light + (share * (other.Light - Light)));
}

/// <summary>Geometry and light on a coarse grid over the frame.</summary>
internal readonly record struct SceneGrid(float[] X, float[] Y, float[] Light)
{
    /// <summary>A point on the way from a node to the one below.</summary>
    public ScenePoint At(int node, int columns, float down) =>
        new ScenePoint(X[node], Y[node], Light[node]).Towards(new(X[node + columns], Y[node + columns], Light[node + columns]), down);
}
