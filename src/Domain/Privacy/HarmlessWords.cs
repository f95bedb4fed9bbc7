namespace Curbside.Privacy;

/// <summary>Words that clinicians write with a capital and that name nobody: medicines, scales, therapies and their authors, places, days.</summary>
/// <remarks>Brand names as in the FDA's Orange Book; scales and authors as the field cites them.</remarks>
internal static class HarmlessWords
{
    public const string StateNames = """
        alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois indiana iowa kansas
        kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada ohio oklahoma oregon
        pennsylvania tennessee texas utah vermont virginia washington wisconsin wyoming
        """;

    /// <summary>Well-known authors, institutions and instruments of two names, which a hyphen joins here.</summary>
    public static WordSet WellKnown { get; } = new("""
        aaron-beck adam-walsh albert-bandura albert-ellis alfred-adler anna-freud bessel-van betty-ford brene-brown brené-brown bruce-perry carl-jung
        carl-rogers christine-padesky dan-siegel daniel-siegel david-burns donald-winnicott edna-foa erich-fromm erik-erikson esther-perel
        francine-shapiro fritz-perls gabor-mate gabor-maté harry-potter harry-sullivan irvin-yalom irving-yalom jean-piaget jeffrey-young
        jesus-christ john-bowlby john-gottman johns-hopkins jon-kabat judith-beck judith-herman julie-gottman karen-horney marsha-linehan
        martin-luther martin-seligman mary-ainsworth mary-jane mayo-clinic melanie-klein mental-health murray-bowen nancy-mcwilliams
        otto-kernberg peter-levine richard-schwartz sigmund-freud stanley-brown steven-hayes sue-johnson susan-johnson victor-frankl viktor-frankl
        virginia-satir walter-reed
        """);

    /// <summary>What is called after a person or a place: the name before it is the thing's, as in "Baker Act" or "Hamilton scale".</summary>
    public static WordSet Things { get; } = new("""
        academy act agency airport alliance army assembly assessment association avenue bank beach boulevard bridge building bureau center
        centre chapter checklist church city clinic college company corporation council county court creek criteria decision department
        depression disease disorder district elementary facility foundation group hall health healthcare high home hospital hotel hotline
        house institute interview inventory island jail lake law library lifeline line medical memorial method middle mission model mountain
        museum office park path plan police position prison program project protocol questionnaire rating river road ruling scale schema
        schemas school screen services shelter society stages state station street syndrome system team technique temple test theory therapy
        triangle tribe trust unit university valley village warning wort
        """);

    /// <summary>What is called after a person with an 's: "Laura's Law", "Hodgkin's disease".</summary>
    public static WordSet PossessedThings { get; } = new("law act disease syndrome palsy chorea wort hospital contusion thyroiditis hierarchy");

    /// <summary>Words before the name of a place or a saint.</summary>
    public static WordSet PlacePrefixes { get; } = new("""
        cal camp cape college east el fort ft glen hospital hurricane la lake las los mount mt new north port saint san santa santo south st
        uc university west
        """);

    public static WordSet All { get; } = new($"""
        {StateNames} aa aamft abilify about aca academy acceptance ace aces act ada adderall addison adler adlerian adult adventist aedp aetna
        affect afghan afghanistan africa african after again agnostic ainsworth air al-anon alanon alateen alcoholics all allah alma also
        although always alzheimer alzheimers am amazon ambien america american americans amish an anafranil and android angeles angelman
        anonymous another antabuse anthem antisocial anxiety any apa apple apr april aps arab arabic are area argentina aricept armenian army as
        asberg asia asian asperger aspergers assessment association at atheist ativan attachment attention attorney audit aug august aunt
        auntie australia austria autism autumn auvelity bandura baptist barr barre bay bbs be because beck been before behavioral behavioural
        belgium bell bells belsomra benadryl best betterhelp bible bion bipolar black blue board borderline boss both botox bowen bowlby
        boyfriend brazelton brazil brazilian briggs british bronx brother buddha buddhist bumble buprenorphine buspar but by cambodian can
        canada canadian cantonese capgras caplyta care caribbean carolina case catholic catholics caucasian cbt cdc celexa center central
        chantix chanukah checklist child children chinese christ christian christians christmas cigna city client clinic clozaril coach coast
        cobenfy code cogentin cognitive college colombia colombian columbia commitment compulsive concerta conners consent consult
        consultation control corps costco cotard could counseling counselor county couple couples court cousin cps cpt creole crisis crohn
        crohns cross cssrs cuba cuban cushing cymbalta dad daddy dakota danlos dast daughter day days dayvigo dbt dcf dcfs dea dear dec
        december defiant deficit denied denies depakote department depression depressive desoxyn detective devil dexedrine dhs dialectical did
        discharge discord disorder district diwali do doctor does dominican doordash down doxy dsm dutch duty each east easter eastern ect
        ecuador ed edinburgh education effexor eft egypt egyptian ehlers eid el elementary emdr emergency emotionally emsam endorses england
        english episcopal epstein er ericksonian erikson erisa erp ethics ethiopian europe european evangelical eve evekeo every ex
        experiencing exposure facebook facetime fall families family fanapt fap father fbi fda feb february federal feels fetzima filipina
        filipino first fmla focalin focused for force form foundation frankl french freud freudian fri friday friend from fromm gad
        generalized geodon german germany gestalt ghana girlfriend god google gospel gottman grandfather grandma grandmother grandpa graves
        greek grindr group guard guatemala guatemalan guillain gulf had haiti haitian hakomi haldol halloween hamilton hampshire hanukkah
        harbor has hashanah hashimoto hashimotos have hawaiian he head headway health heart heaven hebrew hell hello help her here hey hi high
        hindi hindu hinge hipaa his hispanic hmong hodgkin holy honduran honduras horney hospital hospitalization hotline how however hrt
        humana huntington huntingtons husband hyperactivity i'd i'll i'm i've icd ice icu iep if ifs imago imam in independence inderal index
        indian indigenous individual information informed inpatient instagram institute intake intensive internal interview interviewing
        intuniv invega inventory iop ipad iphone iran iranian iraq iraqi irish irs is islam islamic it italian italy jamaican jan january
        japan japanese jehovah jesus jew jewish jews jornay judaism judge jul july jun june juneteenth jung jungian just juvenile kaiser
        kernberg kippur klein kleinian klinefelter klonopin kohlberg kohut koran korea korean korsakoff kraepelin kwanzaa labor lacan lacanian
        lamictal laotian latin latina latine latino latinx latuda law lawyer lcsw lds lebanese lent letter lewy lexapro librium lifeline line
        linehan lithium lmft lmhc lmsw lord lpc lunesta lupron lutheran luvox lybalvi lyft lyme lyrica madrs magellan major mandarin mandated
        manhattan mar march marfan marine marines marplan maslow may maybe md medi-cal medicaid medical medicare memorial mennonite mental
        methadone methodist mexican mexico middle might millon minipress minnesota minor minuchin mmpi mobile moca mom mommy mon monday
        montgomery montreal mood mormon mormons mother motivational msw much mum munchausen muslim muslims must my mydayis myers na naltrexone
        namenda nami nana narcissistic narcotics nardil narrative nasw national native navajo navy needs nepali netflix neurontin never new
        new-year nigeria nigerian no norpramin north northern not note notes nov november now np nuedexta nuplazid nurse nurtec obgyn
        obsessive oct october of office officer ok on once only oppositional optum or orleans orthodox other our outpatient ozempic pa pacific
        pakistan pakistani pamelor panic papa parents parkinson parkinsons parnate partial partner parts paso passover pastor patient pavlov
        paxil paypal pcl pcp pe pentecostal percocet perhaps perls persian personality peru peruvian phd php phq piaget plan planning please
        poison poland police polish polyvagal portugal portuguese post-traumatic presbyterian presented presents prevention pride priest
        pristiq processing program progress protect protective protestant protocol prozac psychology psyd public puerto punjabi purple qelbree
        quaker queens question questionnaire quran quviviq rabbi ramadan rating raynaud rebt recovery reddit refuses regards reiki release
        remeron report reported reporter reporting reports reserve residential response restoril rett rexulti rican rico risk risperdal
        ritalin rn rogerian rogers room roommate rorschach rosh rozerem rule russia russian safe safety said salvadoran samhsa samoan saphris
        sarafem sat satan satir saturday says scale schema school scottish screen screening second section seems sensory sep sept september
        seroquel service services serzone session severity shall she sheriff shia shield should siegel sikh simplepractice since sincerely
        sinequan sister skinner skype smart snap snapchat so social society socrates socratic solution somali somalia somatic some son sonata
        south southern spain spanish special spectrum spouse spravato spring ssdi ssi starbucks start state stated states stepdad stepmom
        steps still stockholm strattera stress stroop sublocade suboxone subutex sudanese suicidal suicide summary summer sun sunday sunni
        superior supervision supervisor swedish symbyax syria syrian systems tagalog taiwan talkspace tanf tarasoff target teacher teen teens
        tegretol telegram tenex tesla test text tfcbt thai than thank thanks thanksgiving that the their then theory therapist theraplay
        therapy there these they thinks third this those though thu thur thurs thursday tiktok tinder title tms to today tofranil told
        tolerance tomorrow tonight too topamax torah tourette tourettes town trauma traumatic trazodone treatment tricare trileptal trintellix
        tue tues tuesday turkish turner twelve-step twice twitter tylenol uber uk ukraine ukrainian uncle unit unitarian united university
        unless until update urdu urgent us usa va valentine valentines valium valley vanderbilt vegas venmo very veterans viagra vicodin
        vietnam vietnamese viibryd vineland vistaril vivitrol vraylar vygotsky vyvanse wais walmart wants warmline warn was we wechsler wed
        wednesday wegovy welfare well wellbutrin welsh were wernicke west western what whatsapp when where which while white who why wic wife
        will window winnicott winnicottian winter wisc with witness witnesses wolpe work worker would wpath xanax yalom ybocs year years yes
        yesterday yom york you young your youth youtube zealand zofran zoloft zoom zubsolv zulresso zurzuvae zyban zyprexa
        """);
}
