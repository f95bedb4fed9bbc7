namespace Curbside.Bench;

/// <summary>What a set of measured values comes to (nearest rank).</summary>
internal sealed class Percentiles
{
    private readonly double[] _sorted;

    public Percentiles(IEnumerable<double> values) => _sorted = [.. values.Order()];

    public int Count => _sorted.Length;

    public double Median => At(0.5);

    public double P99 => At(0.99);

    public double Min => _sorted[0];

    public double Max => At(1);

    public double Mean => _sorted.Average();

    private double At(double share) => _sorted[Math.Max(0, (int)Math.Ceiling(share * _sorted.Length) - 1)];
}
