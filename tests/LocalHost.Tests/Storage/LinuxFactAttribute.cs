namespace Curbside.LocalHost.Storage;

/// <summary>A test of what only Linux lets a test arrange.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LinuxFactAttribute : FactAttribute
{
    public LinuxFactAttribute()
    {
        if (!OperatingSystem.IsLinux())
        {
            Skip = "Needs /dev/full or file modes, which only Linux is sure to have.";
        }
    }
}
