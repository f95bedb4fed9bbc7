using Curbside.Time;
using NodaTime;

namespace Curbside.Tests.Time;

public class StretchesTests
{
    [Theory]
    [InlineData("..##..", "....##", "..####")]
    [InlineData("##..##", ".#..#.", "##..##")]
    [InlineData("#.#.#.", ".#.#.#", "######")]
    [InlineData("......", ".#....", ".#....")]
    public void Or_has_what_is_in_either(string one, string other, string expected) => Assert.Equal(expected, Draw(Read(one).Or(Read(other))));

    [Theory]
    [InlineData("####..", "..####", "..##..")]
    [InlineData("##.##.", ".##.##", ".#..#.")]
    [InlineData("#.#.#.", ".#.#.#", "......")]
    [InlineData("######", ".#.#..", ".#.#..")]
    public void And_has_what_is_in_both(string one, string other, string expected) => Assert.Equal(expected, Draw(Read(one).And(Read(other))));

    [Theory]
    [InlineData("######", ".#.#..", "#.#.##")]
    [InlineData("##..##", ".####.", "#....#")]
    [InlineData("..##..", "######", "......")]
    [InlineData("##....", "..####", "##....")]
    public void Without_has_what_is_left(string one, string other, string expected) =>
        Assert.Equal(expected, Draw(Read(one).Without(Read(other))));

    [Fact]
    public void Stretches_that_touch_are_one() => Assert.Single(Read("..##..").Or(Read("....##")).All);

    /// <summary>Every pair of sets of six instants, against plain boolean algebra.</summary>
    [Fact]
    public void The_operations_are_those_of_sets()
    {
        var all = Enumerable.Range(0, 64)
            .Select(bits => string.Concat(Enumerable.Range(0, 6).Select(at => ((bits >> at) & 1) == 1 ? '#' : '.')))
            .ToList();
        foreach (var one in all)
        {
            foreach (var other in all)
            {
                Assert.Equal(Combine(one, other, (a, b) => a || b), Draw(Read(one).Or(Read(other))));
                Assert.Equal(Combine(one, other, (a, b) => a && b), Draw(Read(one).And(Read(other))));
                Assert.Equal(Combine(one, other, (a, b) => a && !b), Draw(Read(one).Without(Read(other))));
            }
        }
    }

    private static string Combine(string one, string other, Func<bool, bool, bool> with) =>
        string.Concat(one.Zip(other, (a, b) => with(a == '#', b == '#') ? '#' : '.'));

    private static Stretches Read(string drawn) => Stretches.Of(
        from at in Enumerable.Range(0, drawn.Length)
        where drawn[at] == '#'
        select new Interval(Second(at), Second(at + 1)));

    private static string Draw(Stretches stretches) => string.Concat(Enumerable.Range(0, 6).Select(at => stretches.Contains(Second(at)) ? '#' : '.'));

    private static Instant Second(int at) => Instant.FromUnixTimeSeconds(at);
}
