namespace Curbside.LocalHost.Demo;

/// <summary>The practice that LocalHost starts with when it is given none: 14 invented people, with numbers kept for fiction (555-01xx).</summary>
public static class DemoRoster
{
    /// <summary>A roster file, as a practice would write it.</summary>
    public static string Csv()
    {
        using var text = new StreamReader(typeof(DemoRoster).Assembly.GetManifestResourceStream("demo-roster.csv")!);
        return text.ReadToEnd();
    }
}
