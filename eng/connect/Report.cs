namespace Curbside.Connect;

/// <summary>Whether things are changed.</summary>
internal enum Doing
{
    /// <summary>What is not as it should be is changed.</summary>
    Change,

    /// <summary>It is told what would be changed.</summary>
    DryRun,

    /// <summary>What is not as it should be is something to do.</summary>
    Look,
}

/// <summary>What was found, one line for each thing, in words that say what to do.</summary>
internal sealed class Report(TextWriter output, Doing doing)
{
    private int _toDo;

    /// <summary>0 when all is well, 1 when something is left to do.</summary>
    public int ExitCode => _toDo > 0 ? 1 : 0;

    public bool OnlyLooks => doing == Doing.Look;

    /// <summary>What the next lines are about.</summary>
    public void Heading(string title) => output.WriteLine($"{Environment.NewLine}{title}");

    public void Well(string sentence) => Say("ok", sentence);

    /// <summary>It works so, and the manager should know it.</summary>
    public void Note(string sentence) => Say("note", sentence);

    /// <summary>Something is left for a person to do.</summary>
    public void ToDo(string sentence)
    {
        _toDo++;
        Say("to do", sentence);
    }

    /// <summary>Whom the line before is about.</summary>
    public void Details(string details) => output.WriteLine($"{"",-8}   {details}");

    /// <summary>Something to be read as it is.</summary>
    public void Text(string text) => output.WriteLine($"{Environment.NewLine}{text.ReplaceLineEndings()}");

    /// <summary>How much is left.</summary>
    public void Sum() => Text(_toDo switch
    {
        0 => "Nothing is left to do.",
        1 => "1 thing is left to do.",
        _ => $"{_toDo} things are left to do.",
    });

    /// <summary>Changes something, if that is what it is here for.</summary>
    /// <param name="what">What is to be: "Twilio calls https://… for each text".</param>
    public async Task ChangeAsync(string what, Func<Task> change)
    {
        switch (doing)
        {
            case Doing.Change:
                await change();
                Say("changed", what);
                break;
            case Doing.DryRun:
                Say("would", what);
                break;
            case Doing.Look:
                ToDo($"Not yet: {what}. Run: azd hooks run postprovision");
                break;
        }
    }

    private void Say(string mark, string sentence) => output.WriteLine($"{mark,-8} {sentence}");
}
