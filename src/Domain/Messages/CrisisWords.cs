namespace Curbside.Messages;

/// <summary>
/// Words of danger to life, one's own or another's. A false alarm costs one text with 911 and 988 in it, a missed one may cost a life: so every
/// wording that is not plainly something else counts, and so does one that is denied ("not suicidal").
/// </summary>
internal static class CrisisWords
{
    private const string Self =
        "myself|yourself|himself|herself|themself|themselves|hisself|oneself|ourselves|meself|myslef|mysef|myslf|hersef|herslef"
        + "|himslef|himsef";
    private const string Their = "my|your|his|her|their|the";
    private const string Them = "him|her|them|us|you|someone|somebody|anyone|people|everyone|everybody|others";
    private const string Relative =
        "wife|husband|partner|spouse|kid|kids|child|children|son|daughter|baby|mom|mother|dad|father|parents|brother|sister"
        + "|family|boyfriend|girlfriend";
    private const string Weapon = "gun|guns|knife|weapon|pistol|rifle|shotgun|firearm|handgun|revolver|machete|noose|bomb";
    private const string Substance =
        "pills|pill|meds|medication|medications|tablets|capsules|bottle|bottles|tylenol|advil|xanax|ambien|benzos|opioids|oxy"
        + "|insulin|lithium";
    private const string TooMuch = "all|whole|entire|many|bunch|handful|handfuls|lot|lots|fistful|bottle|bottles|extra|double";
    private const string ByNumber = "ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty|hundred|10|12|15|16|18|20|24|25|30|40|45|50|60|80|90|100|200";
    private const string Wanting =
        "want|wants|wanted|wanting|wanna|wana|wish|wishes|ready|rather|plan|plans|planning|trying|tried|hoping|deserve|deserves"
        + "|decided";
    private const string Not = "dont|doesnt|didnt|not|never|no";
    private const string Hurting =
        "kill|killing|killed|kil|kiling|killin|hurt|hurting|hurts|harm|harming|harmed|hang|hanging|hanged|hung|shoot|shooting|shot|stab|stabbing"
        + "|stabbed|cut|cutting|cuts|drown|drowning|drowned|poison|poisoning|poisoned|burn|burning|burned|off|offed|offing|strangle";
    private const string Having =
        "has|have|had|got|gets|bought|buying|pulled|holding|brought|brandishing|with|waving|pointing|pointed|carrying|grabbed|loaded|loading|using";
    private const string They = "he|she|they|hes|shes|theyre|client|patient";

    private static readonly Phrasebook Danger = new(
        acrossPauses: true,
        [
            // Suicide, plain, shortened and misspelt.
            "kms|kys|unalive|unaliving|unalived|suicude|suisidal|suisidle|suacide|suicied|soicide|succide|suicidle|sucidle|sucidal",
            "has|having|is|positive|active|passive|reports|reporting|endorses|endorsing|endorsed|with si",
            "si with|and|has plan|intent|means|hi",
            "plan and|with intent|means",
            $"{Hurting} {Self}",
            "kill|hurt|harm|hang|shoot|cut|kil my|him|her|them|your self|selves",
            $"{Wanting} to? die|dye|dead",
            $"{Wanting} i|he|she|they was|were dead",
            "going|gonna|gunna|about to? die",
            "better off dead",
            "better off without me|him|her|them",
            $"{Not} want|wants|wanna|wanting to? live|exist",
            $"{Not} want|wants|wanna|wanting to? be alive",
            $"{Not} want|wants|wanna|wanting to? be here|around anymore|any",
            $"{Not} want|wants|wanna|wanting to? wake up",
            "no reason|point|will to|in live|living|life",
            $"{Not} want|wants|wanna|wanting to? be here $",
            "want|wants|wanna to? disappear|vanish",
            "done with life|living",
            "tired|sick of living|life",
            "feel|feels like dying",
            "wish|wishes i|he|she|they wasnt|werent|never been|was|were? alive|born|here",
            "wish|wishes i|he|she|they was|were never|not born|alive|here",
            "life isnt worth",
            "not worth living",
            "cant|cannot go on $",
            "cant|cannot go on like|living|anymore",
            "cant|cannot live like|anymore",
            "cant|cannot take|do it|this anymore",
            "end|ending|ended it all",
            $"end|ending|ended|take|taking|took|taken {Their} own? life|lives",
            "want|wants it all? to end|be|stop",
            "saying|said|say|says goodbye to everyone|everybody|all",
            "suicide|goodbye note|letter|notes",
            $"jump|jumped|jumping|leap off|from|of a|the|this|{Their}? bridge|roof|rooftop|building|balcony|ledge|cliff|overpass|window",
            "threatening|threatened|threatens to jump",
            $"{They} is? about|going|gonna to? jump",
            "on the|a ledge",
            "walk|walked|step|stepped|run|ran into traffic",
            $"slit|slitting|slashed|slashing|cut|cutting|cuts {Their} wrists|wrist|throat",
            "he|she|client|hes|shes is? cutting $",
            "self harm|harming|harmed|harms|injury|injuring|injured",
            "selfharm|selfharming|selfharmed",

            // Poison and bodies.
            "overdose|overdosed|overdosing|overdoze|overdosd|ovrdose|overdozed|overdosin|overdoseing|oding|oded",
            "od on|again|today|tonight",
            $"{They} just|has|have? odd",
            $"took|taken|swallowed|swallowing|ate|downed|popped|tok {TooMuch} ... {Substance}",
            $"took|taken|swallowed|swallowing|ate|downed|popped|tok a|the {TooMuch} ... {Substance}",
            $"took|taken|swallowed|swallowing|downed|popped like|about|over? {ByNumber} ... {Substance}",
            $"took|taken|taking|swallowed too many|much of? {Their}? {Substance}",
            $"take|taking|swallow all {Their}|those|these pills",
            $"going|gonna|wants|want|wanna|threatening to? take|swallow all ... {Substance}",
            "drank|drinking|drink|swallowed bleach|antifreeze|poison",
            "not|isnt|stopped|arent breathing",
            "bleeding out|heavily|badly|everywhere",
            "wont|not stop bleeding",
            "found|is|hes|shes|theyre|lying|went him|her|them? unconscious",
            $"{They} is? not? dying",
            "having|had a heart|stroke|seizure attack|now",

            "plan|intent|means and|with|to pills|pill|gun|rope|kill|die|hurt|end|overdose|means|method",
            $"{They} has|have|had a|the? plan and|with|to",
            "has|have|had a? suicide? plan and|with|to pills|pill|a|gun|rope|means|intent|method|do|kill|die|hurt|end",
            "stockpiling|hoarding|hoarded|stockpiled|saving|saved|collecting|counting ... pills|meds|medication|tablets",
            "wrote|writing|left|leaving|found a|the|her|his|my? suicide|goodbye note|letter",
            "dont|doesnt want|wanna to? do this anymore",
            "giving|gave away everything|possessions|belongings",
            "said|saying|says goodbye",
            "not|cant be safe|trusted alone|tonight|with",
            "cant keep him|her|them|myself|himself|herself|themselves safe",
            "end|ending things|everything tonight|today|now|for good",
            "want|wants|wanted it over",
            "going to do it tonight|now|today",
            "imminent|high|acute|active risk|danger|harm|plan|ideation|intent",
            "suicidal|homicidal ideation|intent|thoughts",
            "client|patient|pt|he|she|they just? attempted again|last|today|tonight|yesterday|this|overnight|on|by",
            "client|patient|pt|he|she|they attempted $",
            "attempted to? suicide|kill|hang|overdose|jump|od",
            "suicide|another attempt",
            "missing|disappeared|unreachable after|and ... note|goodbye|gun|pills|suicidal|threat",

            // Weapons and violence.
            $"{Having} a|{Their}? loaded? {Weapon}",
            $"his|her loaded? {Weapon}",
            $"access to a|{Their}? {Weapon}",
            "gunpoint|knifepoint",
            "at gun|knife point",
            $"gun|knife to|against {Their}",
            $"{They} is? armed",
            "active shooter",
            "shoot|shooting up the|his|her|a|my school|office|place|clinic|church",
            $"to|gonna|gunna|will|might|could|wants|wanna kill|murder|stab|strangle|shoot {Them}",
            "to|gonna|gunna|tried|trying|wants kill|murder|stab|strangle me",
            $"{Hurting} {Their} {Relative}",
            $"murder|murdered|beat|beats|beating|attacked|choke|choked|choking {Their} {Relative}",
            "killed|killing|stabbed someone|somebody|people|everyone|him|her|them",
            $"to|gonna|gunna|might|wants|wanna|will hurt|harm|attack {Them}",
            "threatened|threatening|threatens|threats to kill|hurt|harm|shoot|stab|attack",
            "beating|choking|choked|strangling|strangled|stabbing|raping|raped|attacking|attacked|molesting|molested me|her|him|them|us|someone",
            "shot|shooting me|her|him|them|us|someone|people",
            "homicidal|homicide",
            $"danger to|for self|others|someone|people|{Self}",
            "in|immediate|real|imminent|grave|serious danger",
            "not|isnt|dont|doesnt|arent feel|be? safe",
            "is|feels|feel|be|client unsafe",
            "call|called|calling|dial|dialed|dialing|need|phone 911",
            "^ 911|988 $",
            "need|needs|send an? ambulance|police|paramedics",

            // Spanish.
            "quiero|quiere|quisiera|voy|va|piensa|planea a? morir|morirme|morirse|matarme|matarse|matarlo|matarla|matar",
            "me|se quiero|quiere|voy|va a? morir|matar|suicidar|lastimar|cortar|ahorcar|hacer",
            "matarme|matarse|suicidarme|suicidarse|ahorcarme|ahorcarse|lastimarme|lastimarse",
            "no quiero|quiere seguir? vivir|viviendo|viva|mas",
            "hacerme|hacerse daño|dano",
            "tomo|tomó|tome|tomé todas|muchas las|sus|mis? pastillas",
            "emergencia ahora|ayuda|por|de",
            "peligro",
        ]);

    /// <summary>What sounds like danger and is something else.</summary>
    private static readonly Phrasebook Harmless = new(
        acrossPauses: false,
        [
            "phone|phones|cell|battery|laptop|computer|car|tablet|ipad is|will|might|may? about|going|gonna? to? die|dying",
            "die of laughing|laughter|embarrassment|boredom|heat|hunger|shame",
            "die laughing",
            "dying to|for|of",
            "shoot|shot|shooting me|her|him|them|us|you|my|someone ... text|email|message|note|line|call|msg",
            "hurt|hurting|hurts her|his|their|your|my|anyones feelings|chances",
            "in danger of",
            "treatment|lesson|session|care|safety|business|business|meal|meals|marketing plan and|with|to",
            "high|low risk investment|score|category|client|group|assessment|population|management",
            "said|saying|says goodbye to|at|and|for|after|yesterday|hello",
            "end|ending|ends things|everything with|between|early",
            $"cut|cutting {Self} a|some|short|slack|off",
            $"burn|burning|burned {Self} out",
            $"shoot|shooting|shot {Self} in the foot",
            $"hurt|hurting|kill|killing {Self} laughing",
            $"stick|sticking|stuck|sticks to {Their} guns",
            "not safe to talk|text|drive|assume",
            "not safe space|for work",
            "homicide detective|unit|department",
        ]);

    /// <summary>Where the text says so, except where what is said ends in something harmless.</summary>
    public static IEnumerable<Range> In(Words words)
    {
        var harmless = new bool[words.Count];
        foreach (var place in Harmless.In(words))
        {
            harmless.AsSpan(place).Fill(true);
        }

        for (var at = 0; at < words.Count; at++)
        {
            var end = IsSuicide(words.Text(at)) ? at + 1 : Danger.EndOf(words, at);
            if (end > at && !harmless[end - 1])
            {
                yield return at..end;
            }
        }
    }

    /// <summary>"suicide", "suicidal", "suicidio", and the English ones with one wrong, missing, doubled or swapped letter.</summary>
    private static bool IsSuicide(string text) =>
        text.StartsWith("suicid", StringComparison.Ordinal) || IsNearly(text, "suicide") || IsNearly(text, "suicidal") || IsNearly(text, "suicides");

    private static bool IsNearly(string text, string meant)
    {
        if (Math.Abs(text.Length - meant.Length) > 1)
        {
            return false;
        }

        var alike = text.AsSpan().CommonPrefixLength(meant);
        var said = text.AsSpan(alike);
        var wanted = meant.AsSpan(alike);
        return said.SequenceEqual(wanted)
            || (said.Length > 0 && said[1..].SequenceEqual(wanted))
            || (wanted.Length > 0 && said.SequenceEqual(wanted[1..]))
            || (said.Length > 0 && wanted.Length > 0 && said[1..].SequenceEqual(wanted[1..]))
            || (said.Length > 1 && wanted.Length > 1 && said[0] == wanted[1] && said[1] == wanted[0] && said[2..].SequenceEqual(wanted[2..]));
    }
}
