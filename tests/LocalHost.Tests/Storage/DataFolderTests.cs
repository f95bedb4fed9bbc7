namespace Curbside.LocalHost.Storage;

public sealed class DataFolderTests : IDisposable
{
    private readonly TemporaryFolder temporary = new();

    public void Dispose() => temporary.Dispose();

    [Fact]
    public void A_folder_that_is_not_there_is_created_with_all_above_it()
    {
        var path = temporary.PathOf("a/b/c");

        using var folder = DataFolder.Open(path);

        Assert.Equal(path, folder.Path);
        Assert.True(Directory.Exists(path));
    }

    [Fact]
    public void A_second_instance_is_refused_and_told_which_folder_and_what_to_do()
    {
        using var first = DataFolder.Open(temporary.Path);

        var refusal = Assert.Throws<DataFolderException>(() => DataFolder.Open(temporary.Path));

        Assert.Equal(
            $"The data folder '{temporary.Path}' is in use by another Curbside. Stop that one first, or choose another folder with --data.",
            refusal.Message);
    }

    [Fact]
    public void A_folder_that_was_closed_can_be_opened_again()
    {
        DataFolder.Open(temporary.Path).Dispose();

        using var again = DataFolder.Open(temporary.Path);

        Assert.Throws<DataFolderException>(() => DataFolder.Open(temporary.Path));
    }

    [Fact]
    public void A_folder_below_a_file_cannot_be_used_and_the_message_says_what_to_do()
    {
        File.WriteAllText(temporary.PathOf("file"), "");
        var path = temporary.PathOf("file/data");

        AssertUnusable(path, Assert.Throws<DataFolderException>(() => DataFolder.Open(path)));
    }

    [Fact]
    public void A_folder_where_no_file_can_be_written_cannot_be_used()
    {
        // Permissions do not stop an administrator; a folder in the place of the file stops everyone in the same way.
        Directory.CreateDirectory(temporary.PathOf("curbside.lock"));

        var refusal = Assert.Throws<DataFolderException>(() => DataFolder.Open(temporary.Path));

        AssertUnusable(temporary.Path, refusal);
        Assert.IsType<UnauthorizedAccessException>(refusal.InnerException);
    }

    [LinuxFact]
    public void A_full_disk_is_named_and_the_folder_can_be_opened_once_there_is_room()
    {
        File.CreateSymbolicLink(temporary.PathOf("link.key.new"), "/dev/full");

        var refusal = Assert.Throws<DataFolderException>(() => DataFolder.Open(temporary.Path));

        AssertUnusable(temporary.Path, refusal);
        Assert.Contains("No space left on device", refusal.Message, StringComparison.Ordinal);

        File.Delete(temporary.PathOf("link.key.new"));
        using var folder = DataFolder.Open(temporary.Path);
        Assert.Equal(32, folder.LinkKey.Length);
    }

    [Fact]
    public void The_link_key_is_32_bytes_that_stay_the_same()
    {
        byte[] first;
        using (var folder = DataFolder.Open(temporary.Path))
        {
            first = folder.LinkKey.ToArray();
        }

        using var again = DataFolder.Open(temporary.Path);

        Assert.Equal(32, first.Length);
        Assert.Equal(first, again.LinkKey.ToArray());
        Assert.Equal(first, File.ReadAllBytes(temporary.PathOf("link.key")));
        Assert.False(File.Exists(temporary.PathOf("link.key.new")));
    }

    [Fact]
    public void Each_folder_has_a_link_key_of_its_own()
    {
        using var one = DataFolder.Open(temporary.PathOf("one"));
        using var other = DataFolder.Open(temporary.PathOf("other"));

        Assert.NotEqual(one.LinkKey.ToArray(), other.LinkKey.ToArray());
    }

    [Fact]
    public void A_link_key_that_a_crash_left_unfinished_is_made_anew()
    {
        File.WriteAllBytes(temporary.PathOf("link.key.new"), new byte[7]);

        using var folder = DataFolder.Open(temporary.Path);

        Assert.Equal(32, File.ReadAllBytes(temporary.PathOf("link.key")).Length);
        Assert.False(File.Exists(temporary.PathOf("link.key.new")));
    }

    [Fact]
    public void A_damaged_link_key_is_refused_rather_than_replaced()
    {
        File.WriteAllBytes(temporary.PathOf("link.key"), new byte[31]);

        var refusal = Assert.Throws<DataFolderException>(() => DataFolder.Open(temporary.Path));

        Assert.StartsWith($"'{temporary.PathOf("link.key")}' is damaged: it has 31 bytes instead of 32.", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(new byte[31], File.ReadAllBytes(temporary.PathOf("link.key")));
    }

    [LinuxFact]
    public void The_folder_and_its_link_key_are_for_their_owner_alone()
    {
        var path = temporary.PathOf("data");
        using var folder = DataFolder.Open(path);

#pragma warning disable CA1416 // Linux alone runs this.
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(path));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder.PathOf("link.key")));
#pragma warning restore CA1416
    }

    private static void AssertUnusable(string path, DataFolderException refusal)
    {
        Assert.StartsWith($"The data folder '{path}' cannot be used: ", refusal.Message, StringComparison.Ordinal);
        Assert.EndsWith(
            "Let the account that runs Curbside write there and see that the disk has room, or choose another folder with --data.",
            refusal.Message,
            StringComparison.Ordinal);
    }
}
