namespace Curbside.LocalHost.Storage;

/// <summary>A test of what only Linux lets a test arrange.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LinuxFactAttribute : FactAttribute
{
    public LinuxFactAttribute()
    {
        if (!OperatingSystem.IsLinux())
        {
            Skip = "Needs a device of Linux.";
        }
    }
}
