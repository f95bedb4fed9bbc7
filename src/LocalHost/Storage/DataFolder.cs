namespace Curbside.LocalHost.Storage;

/// <summary>The one folder that holds everything this machine remembers. While it is open, nobody else can open it.</summary>
public sealed class DataFolder : IDisposable
{
    private readonly FileStream heldLock;

    private DataFolder(string path, FileStream heldLock, ReadOnlyMemory<byte> linkKey)
    {
        Path = path;
        this.heldLock = heldLock;
        LinkKey = linkKey;
    }

    /// <summary>The full path.</summary>
    public string Path { get; }

    /// <summary>32 secret random bytes, the same for as long as the folder lives.</summary>
    public ReadOnlyMemory<byte> LinkKey { get; }

    /// <summary>Creates the folder if it is not there, and takes it for this process until disposed.</summary>
    /// <exception cref="DataFolderException">Another instance has it, or it cannot be written.</exception>
    public static DataFolder Open(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var folder = System.IO.Path.GetFullPath(path);
        try
        {
            CreatePrivately(folder);
            var heldLock = Lock(folder);
            try
            {
                return new DataFolder(folder, heldLock, SecretFile.ReadOrCreate(System.IO.Path.Combine(folder, "link.key")));
            }
            catch
            {
                heldLock.Dispose();
                throw;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw DataFolderException.Unusable(folder, e);
        }
    }

    /// <summary>The full path of a file in the folder.</summary>
    public string PathOf(string fileName) => System.IO.Path.Combine(Path, fileName);

    public void Dispose() => heldLock.Dispose();

    /// <summary>The folder holds phone numbers and what clinicians wrote, so it is for this account alone.</summary>
    private static void CreatePrivately(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    /// <summary>The operating system frees the lock when the process ends, however it ends; the empty file stays.</summary>
    private static FileStream Lock(string folder)
    {
        try
        {
            return new FileStream(System.IO.Path.Combine(folder, "curbside.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (IsHeldByAnother(e))
        {
            throw new DataFolderException(
                $"The data folder '{folder}' is in use by another Curbside. Stop that one first, or choose another folder with --data.", e);
        }
    }

    /// <summary>ERROR_SHARING_VIOLATION on Windows, EWOULDBLOCK on Linux and on macOS: .NET has no exception of its own for them.</summary>
    private static bool IsHeldByAnother(IOException e) => e.HResult is unchecked((int)0x80070020) or 11 or 35;
}
