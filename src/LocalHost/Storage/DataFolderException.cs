namespace Curbside.LocalHost.Storage;

/// <summary>The data folder cannot be used. The message is for the person who started the program: it names the folder and what to do.</summary>
public sealed class DataFolderException(string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>The folder, or a file in it, cannot be created, read or written: it is read-only, full, or not there.</summary>
    internal static DataFolderException Unusable(string folder, Exception cause) => new(
        $"The data folder '{folder}' cannot be used: {cause.Message} " +
        "Let the account that runs Curbside write there and see that the disk has room, or choose another folder with --data.",
        cause);
}
