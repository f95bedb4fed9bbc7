namespace Curbside.Messages;

/// <summary>Why texts or mails do not go out until a person has done something about it.</summary>
public enum LineTrouble
{
    /// <summary>The carrier refuses the account: its token is wrong, it is suspended, or its money is spent.</summary>
    TextAccount,

    /// <summary>The carrier does not take the number, or the pool of numbers, that texts come from.</summary>
    TextSender,

    /// <summary>Carriers do not know who sends from the number.</summary>
    Registration,

    /// <summary>A text was taken for spam.</summary>
    Filtered,

    /// <summary>What may be texted in a day is used up.</summary>
    DailyLimit,

    /// <summary>Texts to some countries are switched off.</summary>
    Region,

    /// <summary>A trial account texts a few numbers only.</summary>
    Trial,

    /// <summary>The carrier does not take the address at which it is to report.</summary>
    Address,

    /// <summary>The mail service refuses the account: its key is wrong, or its mails are used up.</summary>
    MailAccount,

    /// <summary>The mail service does not take the address that mails come from.</summary>
    MailSender,
}

public static class LineTroubles
{
    /// <summary>Mails are in trouble, and texts are not; otherwise the other way round.</summary>
    public static bool IsOfMail(this LineTrouble trouble) => trouble is LineTrouble.MailAccount or LineTrouble.MailSender;
}
