namespace Curbside.Privacy;

/// <summary>What is counted or measured: a number before such a word is no date, house number or phone number.</summary>
internal static class Units
{
    public static WordSet Words { get; } = new("""
        mg mcg g kg lb lbs ml cc cal cals calories tab tabs tablet tablets pill pills dose doses cap caps unit units drink drinks beers
        points percent second seconds sec secs minute minutes min mins hour hours hr hrs day days night nights week weeks wk wks month
        months mo mos year years yr yrs yo session sessions times visit visits people clients kids children men women boys girls sisters
        brothers siblings attempts episodes miles mile feet blocks degrees dollars bucks pages per x
        """);
}
