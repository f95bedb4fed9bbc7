namespace Curbside.Messages;

/// <summary>
/// Plain words of someone who wants no more texts. Any reasonable wording counts (47 CFR 64.1200(a)(10)), but a wish about when to be texted is none.
/// </summary>
internal static class OptOutWords
{
    private const string Unless =
        "!before|after|at|during|until|till|til|on|when|while|between|so|today|tonight|tomorrow|in|for|this|if|unless|early|late"
        + "|back";
    private const string NotSaidNot = "!dont|not|cant|cannot|never|didnt|wont|wouldnt|couldnt|shouldnt";
    private const string NotOfOthers = "!they|she|he|we|you|who|clients|people|it";
    private const string Text = "text|txt|message|msg|contact|sms|bother";
    private const string Texting = "texting|txting|messaging|contacting|sending|bothering|spamming|harassing|calling|pinging";
    private const string Texts = "texts|txts|messages|msgs|sms|notifications|spam";
    private const string List = "list|lists|texts|messages|roster|rotation|thread|group|contacts|database|system|service";

    private static readonly Phrasebook OptOuts = new(
        acrossPauses: false,
        $"{NotSaidNot} stop|quit|cease {Texting} me|us|this|my|these|{Texts} {Unless}",
        $"{NotSaidNot} stop|quit|cease {Texting} $",
        $"{NotSaidNot} stop|quit|cease {Texting} me|us anymore|again|altogether|completely",
        $"{NotSaidNot} stop|quit {Texting} me|us at|on this|my number|phone|cell|line",
        $"{NotSaidNot} stop sending me? these|this|any|so|your|ur|more {Texts}? {Unless}",
        $"{NotOfOthers} dont send me|us? these|any|more|your {Texts}|more",
        $"{NotOfOthers} dont send me|us any more {Texts}",
        "do not send me|us? any|more|these|your more? texts|messages|text|message",
        $"{NotSaidNot} stop the|these|all|your|ur|with? {Texts}",
        $"{NotSaidNot} stop {Texts}",
        "^ stop|stopp|stahp|alto|basta|parar|pare $",
        "^ please|pls|plz|just stop|stopp $",
        "^ stop stop",
        "^ no mas|más mensajes|textos",
        "i|id|we? want|like|wish|prefer to stop receiving|getting|these|the|your|all|texts|messages",
        "like|want|wish|wanna to stop receiving|getting|these|your|all|texts|messages",
        "stop receiving|getting these|texts|messages|your|any|this",
        "i revoke|withdraw my consent|permission",
        "revoke|withdraw|withdrawing|revoking my consent|permission",
        "i? do? not|no longer|dont consent|agree to these|texts|text|be|being|messages|receive|receiving|getting",
        "no longer want|wish|consent|agree ... texts|messages|texted|contacted",
        "remove me from this|the|your|all|here",
        "^ remove me",
        "^ unsubscribe me",
        "^ take me off $",
        "said stop $",
        $"{NotSaidNot} stop|quit asking me? $",
        "dont call|email|text|message or|and call|email|text|message me",
        "do not call|email|text|message or|and call|email|text|message me",
        "^ stop it|this|these|now|already|all|everything $",
        "^ please|pls|plz|just stop|unsubscribe it|this|these|now|already|all? $",
        $"{NotOfOthers} dont ever? {Text} me|us|this|my {Unless}",
        $"{NotOfOthers} dont ever? {Text} me|us again|anymore|ever|any",
        $"{NotOfOthers} dont ever? {Text} me|us at|on this|my number|phone|cell|line",
        $"do not ever? {Text} me|us|this|my {Unless}",
        $"do not ever? {Text} me|us again|anymore|ever|any",
        $"do not ever? {Text} me|us at|on this|my number|phone|cell|line",
        $"never {Text} me|us again|anymore",
        $"{NotSaidNot} take|get|pull|keep me|us|my off $",
        $"{NotSaidNot} take|get|pull|remove|drop|delete me|us|my off|from of? this|the|your|ur|any|all|that|these ... {List} !for|when|on|until|while|after|before",
        $"{NotSaidNot} take|get|pull|remove|drop my|this name|number|phone|cell off|from",
        $"{NotSaidNot} remove|delete me|us $",
        $"{NotSaidNot} remove|delete|lose|drop|erase|forget my|this number|phone|cell|contact|info",
        $"{NotSaidNot} unsubscribe|unsub me|us|from|this|now",
        $"{NotSaidNot} unsubscribe|unsub from ... {List}",
        $"{NotSaidNot} unsubscribe|unsub $",
        $"{NotSaidNot} opt me|us? out",
        $"{NotSaidNot} opting out",
        $"{NotSaidNot} leave me|us alone !with|in",
        $"no more {Texts}|texting|messaging {Unless}",
        $"no more of these|this|your {Texts}?",
        $"{NotOfOthers} dont want|wish|need ... {Texts} {Unless}",
        $"do not want|wish ... {Texts} {Unless}",
        "dont want|wish to be texted|contacted|messaged|notified !before|after|at|during|until|when|while|today|tonight|tomorrow",
        "do not want|wish to be texted|contacted|messaged|notified !before|after|at|during|until|when|while|today|tonight|tomorrow");

    /// <summary>Where the text says so.</summary>
    public static IEnumerable<Range> In(Words words) => OptOuts.In(words);
}
