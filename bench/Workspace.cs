namespace Curbside.Bench;

/// <summary>Folders beside the built program, on the disk that the project is on, deleted at the end.</summary>
internal sealed class Workspace : IDisposable
{
    private readonly string _root;
    private int _folders;

    private Workspace(string root) => _root = root;

    public static Workspace Create() =>
        new(Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, $"work-{Environment.ProcessId}")).FullName);

    public string NewFolder() => Directory.CreateDirectory(Path.Combine(_root, $"{++_folders}")).FullName;

    /// <summary>The same rows again, for another run over them.</summary>
    public string CopyOf(string folder)
    {
        var copy = NewFolder();
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        }

        return copy;
    }

    public void Dispose()
    {
        try
        {
            Directory.Delete(_root, recursive: true);
        }
        catch (IOException)
        {
            // A measurement that was broken off may still be writing; the folder lies among what was built, and goes with it.
        }
    }
}
