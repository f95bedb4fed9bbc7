namespace Curbside.Connect;

/// <summary>What was found, one line for each thing, in words that say what to do.</summary>
/// <param name="dryRun">Whether nothing may be changed.</param>
internal sealed class Report(TextWriter output, bool dryRun)
{
    private bool _open;

    /// <summary>0 when all is well, 1 when something is left to do.</summary>
    public int ExitCode => _open ? 1 : 0;

    public void Well(string sentence) => Say("ok", sentence);

    /// <summary>Something is left for a person to do.</summary>
    public void ToDo(string sentence)
    {
        _open = true;
        Say("to do", sentence);
    }

    /// <summary>Changes something, unless this is a dry run.</summary>
    /// <param name="what">What is to be: "Twilio calls https://… for each text".</param>
    public async Task ChangeAsync(string what, Func<Task> change)
    {
        if (dryRun)
        {
            Say("would", what);
            return;
        }

        await change();
        Say("changed", what);
    }

    private void Say(string mark, string sentence) => output.WriteLine($"{mark,-8} {sentence}");
}
