using System.Security.Cryptography;

namespace Curbside.LocalHost.Storage;

/// <summary>A file of 32 random bytes that only its owner may read.</summary>
internal static class SecretFile
{
    private const int Length = 32;

    /// <summary>The bytes of the file, which is created if it is not there: completely or not at all, even when the power fails.</summary>
    /// <exception cref="DataFolderException">The file is there, and is not such a file.</exception>
    public static byte[] ReadOrCreate(string path) => File.Exists(path) ? Read(path) : Create(path);

    private static byte[] Read(string path)
    {
        var secret = File.ReadAllBytes(path);
        return secret.Length == Length
            ? secret
            : throw new DataFolderException(
                $"'{path}' is damaged: it has {secret.Length} bytes instead of {Length}. " +
                "Restore it from a backup, or delete it: links that were sent so far stop working then.");
    }

    private static byte[] Create(string path)
    {
        var secret = RandomNumberGenerator.GetBytes(Length);
        var unfinished = path + ".new";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var file = new FileStream(unfinished, options))
        {
            file.Write(secret);
            file.Flush(flushToDisk: true);
        }

        // The new name itself is on disk before the first row is: SQLite syncs the folder when it creates its log there.
        File.Move(unfinished, path);
        return secret;
    }
}
