using System.Globalization;
using System.Text;
using NodaTime;

namespace Curbside.Preflight;

/// <summary>A preflight as a manager reads it, names and numbers included.</summary>
public static class PreflightText
{
    /// <returns>A line for each remark, its details below, and the table of hours; each line with its end.</returns>
    public static string Write(PreflightReport report)
    {
        var zone = report.Practice.Zone;
        var at = report.At.InZone(zone).LocalDateTime.ToString("ddd d MMM uuuu H:mm", CultureInfo.InvariantCulture);
        var text = new StringBuilder($"{report.Practice.Name}, {at} ({zone.Id})\n\n");
        foreach (var remark in report.Remarks)
        {
            text.Append(Word(remark.Mark).PadRight(8)).Append(' ').Append(remark.Sentence).Append('\n');
            if (!remark.Details.IsEmpty)
            {
                text.Append(' ', 11).AppendJoin("; ", remark.Details).Append('\n');
            }
        }

        if (!report.Coverage.IsEmpty)
        {
            text.Append('\n').Append(CoverageTable.Write(report.Coverage, zone));
        }

        return text.Append('\n').Append(Left(report.Remarks.Count(remark => remark.Mark == Mark.ToDo))).Append('\n').ToString();
    }

    /// <summary><c>to do</c>.</summary>
    public static string Word(Mark mark) => mark switch
    {
        Mark.Well => "ok",
        Mark.ToDo => "to do",
        Mark.Note => "note",
        _ => throw new ArgumentOutOfRangeException(nameof(mark), mark, "There is no such mark."),
    };

    private static string Left(int toDo) => toDo switch
    {
        0 => "Nothing is left to do.",
        1 => "1 thing is left to do.",
        _ => $"{toDo} things are left to do.",
    };
}
