namespace Curbside.Privacy;

/// <summary>Common names in the United States, sorted by how much a reader can trust them without other signs.</summary>
/// <remarks>
/// Facts from the Social Security Administration's <em>Popular Names by Decade</em> (1950s to 2010s) and the Census Bureau's <em>Frequently
/// Occurring Surnames</em> (2010). No list is complete: what stands around a word finds the names that are missing here.
/// </remarks>
internal static class NameLists
{
    /// <summary>First names that are no other word: names even in lower case and without a cue.</summary>
    public static WordSet FirstNames { get; } = new("""
        aaliyah aaron abdul abdullah abel abena abigail abraham adam adela adele adrian adriana adrienne agnes ahmad ahmed aidan aiden aisha
        aiyana akira alan alana alberta alberto alec alejandra alejandro alessandra alex alexander alexandra alexandria alexis alfonso alfred
        alfredo ali alice alicia alina alisa alisha alison alissa allan allen allison allyson alondra alonzo alvaro alvin alyssa amanda amara
        amelia amina amir amira amy anastasia anders andre andrea andreas andrew andy angela angelica angelina angelique angelo angie anh
        anika anita ann anna annabelle anne annette annie annika anthony antoine antonia antonio anya araceli ariana arianna ariel arjun
        arlene armando arnold arthur arturo asher ashley ashlyn ashton athena aubrey audrey augusto aurelio aurora ava avery ayden ayesha
        bailey bao barbara barry bartholomew beatrice beatriz becca becky belinda ben benita benjamin bernadette bernard bernice bert bertha
        beth bethany betsy betty beverly bianca blake bob bobby bonnie brad bradley brady brandi brandon braxton brayden breanna brenda
        brendan brendon brent brett brian briana brianna bridget britney brittany brittney bruce bryan bryant bryce bryson caitlin caitlyn
        caleb calvin camden cameron camila camille candace candice cara carl carla carlos carlton carly carmen carolyn carrie cassandra
        cassidy cassie catalina catherine cathy cecelia cecil cecilia cedric celeste celia cesar chandra chantal charlene charles charlie
        cheryl chester chidi chloe chris chrissy christa christina christine christopher christy ciara cierra cindy claire clara clarence
        clarissa claude claudia clayton clifford clifton clinton clyde cody colby colin colleen collin connie connor conor constance consuelo
        corey corinne cornelius cory courtney craig cristian cristina cristobal curtis cynthia daisha dakari damian damien damon dan dana
        daniel daniela danielle danny dante daphne daria darius darla darlene darnell darrell darren darryl dashawn dave david davion deandre
        deanna debbie deborah debra declan deepak deirdre deja delia delores demetrius denise dennis derek derrick deshawn desiree desmond
        devin devon devonte dewayne dexter diana diane dianna diego dimitri dion dolores domenic dominic dominique donald donna donnie donovan
        dora doreen doris dorothy doug douglas duane dustin dwayne dwight dylan earline ebony eddie edgar edith edmund eduardo edward edwin
        eileen elaine eleanor elena eli elias elijah elisa elisabeth elise elizabeth ella ellen ellie elliott eloise elsa elsie elvira emanuel
        emerson emilia emilio emily emma emmanuel enrique eric erica erick ericka erik erika erin ernest ernestine ernesto esmeralda esperanza
        esteban estelle esther ethan ethel eugene eugenia eunice eva evan evelyn ezekiel ezra fatima fatoumata felicia felipe felix fernanda
        fernando fiona floyd frances francesca francis francisco franklin fred freddie freddy frederick gabriel gabriela gabriella gabrielle
        garrett gary gavin genevieve geoffrey george georgina gerald geraldine gerardo gianna gilbert gilberto gina giovanni giselle gladys
        glenda glenn gloria gonzalo gordon graciela graham greg gregory greta gretchen griffin guadalupe guillermo gustavo gwen gwendolyn
        hailey haley hana hanna hannah harold harriet hassan hattie hector heidi helen helena henrietta henry herbert herman hilary hilda
        hillary hiroshi horace howard hugo humberto ian ibrahim ida ignacio igor imani imran ines ingrid irene irma irving isaac isabel
        isabella isabelle isaiah isaias ishaan ismael ivan jackie jaclyn jacob jacqueline jacquelyn jaden jadon jaime jake jaleel jamal jamar
        james jameson jamie jana jane janelle janet janice janie janine jared jasmin jasmine jason javier jaxon jayden jayla jaylen jayson
        jeanette jeanne jeannette jeannie jeff jeffery jeffrey jenna jennifer jenny jeremiah jeremy jermaine jerome jerry jesse jessica jessie
        jill jillian jim jimena joan jo joann joanna joanne joaquin jocelyn jodi jody joel joey johanna john johnathan johnnie johnny jon jonah
        jonathan jorge jose joseph josephine joshua josiah josie josé joyce juan juana juanita judith judy julia julian juliana julianna julie
        juliet julio julissa julius justin justine kaitlin kaitlyn kamal kara kareem karen kari karim karina karl karla kate katelyn katherine
        kathleen kathryn kathy katie katrina kavita kayla kaylee keisha keith kelley kelli kellie kelly kelsey kelvin kendall kendra kendrick
        kenji kenneth kenny kerri kerry kevin khadija khadijah khalid kiara kiera kimberly kirk kirsten kisha krista kristen kristi kristin
        kristina kristine kristopher krystal kurt kwame kyle kylie lakeisha lakisha lamar lamont landon lanita larissa larry lars latasha
        latisha latonya latoya laura lauren laurie lawrence layla leah leandro leann leila leilani lena leon leona leonard leonardo leroy
        leslie leticia levi lewis liam liana lila lilian liliana lillian linda lindsay lindsey linh lisa livia liza lloyd logan lois lola
        lonnie lora lorena lorenzo loretta lori lorraine louis louisa louise lourdes lucas lucia lucille lucinda lucy luis luisa luke lupe
        luther luz lydia lyle lynette lynn lynne mabel mackenzie maddie madeline mae maggie makayla malachi malcolm malik mallory mandy manuel
        manuela mara marc marcela marcella marcelo marcia marco marcos marcus margaret margie maria mariah mariam marian mariana marianne
        maribel maricela marie marilyn mario marion marisa marisol marissa maritza marjorie marlene marlon marquis marsha marshawn martha
        martin martina marvin mary maryam maría mateo mathew matt matthew mattie maureen maurice mauricio maxine maxwell maya mayra megan
        meghan mei melanie melinda melissa melvin meredith mia micah michael michaela micheal michele michelle miguel mikayla mike mildred
        milena millie milton mindy minerva minh miranda miriam misha mitchell mohamed mohammad mohammed mohamud moira moises mona monica
        monique morris moses muhammad muriel mustafa mya myra myron myrtle nadia nadine najma nancy naomi natalia natalie natasha nate nathan
        nathaniel neha neil nellie nelson nevaeh ngoc ngozi nia nicholas nichole nicolas nicole nicolette nikhil nikita nikki nina noah noelle
        noemi nora norma norman octavia odalys olga oliver olivia oluwaseun omar oscar osvaldo otis owen pablo paige paloma pam pamela paola
        patrice patricia patrick patsy patti patty paul paula paulette paulina pauline pedro peggy perla pete peter petra peyton phil philip
        phillip phyllis priscilla priya priyanka quentin quincy quinn rachael rachel rafael raheem rajesh ralph ramiro ramon ramona randall
        raquel rashad rashida raul raymond reba rebecca rebekah reggie regina reginald reina renata rene renee reuben reynaldo rhonda ricardo
        richard rickey ricky riley rita robert roberta roberto rochelle roderick rodney rodolfo rodrigo rogelio roger roland rolando romeo ron
        ronald ronda ronnie roosevelt rosa rosalie rosalind rosario rosemarie rosie roxanne roy ruben rudolph rudy russell ruth ryan sabrina
        sadie saeed salma salvatore sam samantha samara samir samira sammy samuel sandeep sandra sanjay santiago santos sara sarah sasha saul
        scarlett scott sean sebastian selena serena sergio seth shana shane shania shanice shanna shannon shaquille sharon shaun shauna shawn
        shawna sheena sheila shelby sheldon shelia shelly sheri sherri sheryl shirley sidney silvia simon simone sofia sonia sonja sonya
        sophia sophie spencer stacey stacy stan stanley stefan stefanie stella stephan stephanie stephen steve steven stewart stuart susan
        susana susanna susanne suzanne suzette svetlana sylvia tabitha talia tamara tameka tami tamika tammy tania tanisha tanya tara tariq
        tasha tatiana tatyana ted teresa teri terrance terrell terrence terri terry tessa thaddeus thelma theodora theodore theresa therese
        thi thomas thuy tiana tiffany tim timothy tina tito tobias toby todd tom tomas tommy toni tonia tony tonya tori tracey traci tracy
        travis trent trenton trevor tricia tristan troy tuan tyler tyrell tyrese tyrone ulises ursula valentina valeria valerie vanessa vera
        vernon veronica vicente vickie vicky victor victoria vikram vince vincent vivian viviana vladimir wanda warren wayne wendell wendy
        wesley whitney wilbert wilfred willa willie wilma winifred winston wyatt xavier ximena xiomara yadira yasmin yesenia yolanda yosef
        yuki yusuf yvette yvonne zachary zachery zack zane zara zayden zeke zoe zoey zoë
        """);

    /// <summary>First names that are also words: they need a capital within a sentence, or a cue.</summary>
    public static WordSet NamesAndWords { get; } = new("""
        ada amber ana angel art ash aspen autumn basil bill brandy brook brooke buck bud buddy candy carol carter chad chance charity chase
        cherish cherry chuck clay cliff cole colt cooper coral crystal daisy dale dawn dean destiny diamond dick dolly don dot drake drew earl
        faith fern flora forrest frank gage gale garland gay gene ginger glen grace grady grant guy hank happy harmony harper harry hazel
        heath heather holly homer honey hope hunter iris ivy jack jade jasper jay jazz jean jewel jimmy joe josh journey joy jude kay ken kim
        kitty knight lance lane laurel lee les lily lin link lou lucky lyric mac margarita marina mark mason max melody mercedes mercy mick
        miles miracle misty moe molly monty myles nash neo nick noble noel norm nova olive opal page pat patience pearl penny pepper percy
        perry pierce piper poppy porter precious prince princess rain ralphie randy raven ray red reed reese rex rich rick rob robin rocky rod
        roman rory rose rowan royal ruby rusty sage sally sandy sawyer scout shay sherry skip sky skye skylar sonny stone storm sue summer
        sunny tad tanner tawny taylor theo tia trace tracer trey trip tripp trisha tuck tucker ty val van viola violet wade walker walter watt
        wes will willow winter wood woody
        """);

    /// <summary>First names that are also places, months, faiths or offices, and so have a capital anyway: they need a cue.</summary>
    public static WordSet NamesAndPlaces { get; } = new("""
        adelaide africa alma april asia atlanta august austin bishop boston brooklyn carolina catalonia charlotte chelsea cheyenne china
        christian cleveland dakota dallas denver duke easton eden eve florence florida france genesis geneva georgia heaven holland houston
        india ireland israel jackson jamaica jefferson jersey jordan june justice kent kenya king kingston kit liberty lincoln london madison
        major marshal may memphis milan montana nevada odessa orlando paris persia phoenix princeton raleigh ravenna reno rhodes rio sahara
        salem salvador savannah sienna sierra sydney trinidad trinity tulsa unity valencia verona vienna virginia washington west zion
        """);

    /// <summary>Surnames that are no other word: names with their capital, even alone.</summary>
    public static WordSet Surnames { get; } = new("""
        abbott abdi acosta adams adkins aguilar aguirre ahmed alexander ali allen allison alvarado alvarez anderson andrade andrews armstrong
        arroyo atkins avila ayala bailey ballard banerjee barnett barrera barrett bartlett bautista becker benitez bennett benson bernard
        blackwell blevins bowers boyd bradford bradley brennan brooks bryant buchanan burgess burke burnett cabrera calderon caldwell calhoun
        callahan camacho cameron campbell campos cardenas carlson carr carrillo carroll castaneda castillo castro cervantes chan chandler
        chang chapman chavez chen cheng cho choi christensen chung cisneros clark clarke clayton cohen coleman collins conner connolly
        contreras cordova cortez costa cox crawford cruz cummings cunningham curtis daniels davenport davidson davila davis dawson delacruz
        deleon delgado deluca desai diaz dixon doe dominguez donovan dorsey dougherty douglas doyle duarte dudley duffy duncan dunlap dunn
        duran edwards elliott ellison emerson erickson escobar esparza espinoza estrada evans farrell feldman ferguson fernandez figueroa
        fischer fitzgerald fitzpatrick fleming fletcher flores flynn foley fowler franco frazier freeman fuentes fuller gallagher gallegos
        galvan garcia garner garrett garrison garza gibbs gibson gilbert gilmore glover goldberg goldstein gomez gonzales gonzalez goodman
        goodwin gordon graham greenberg greene gregory griffin griffith grimes guerra guerrero gupta gutierrez guzman hahn haley hancock
        hansen hanson harmon harrell harrington harris harrison hassan hawkins hayes henderson hendricks henry hensley hernandez herrera hicks
        higgins hinojosa ho hodges hoffman hogan holloway holmes horton howard howell huang hubbard huber hudson huerta huffman hughes huynh
        ibarra ingram iyer jacobs jacobson james jenkins jennings jensen jimenez johns johnson johnston jones joseph joshi juarez kaplan kaur
        kelley kelly kennedy khan kirby kirk kramer kumar lambert lang larsen larson lawrence lawson le leblanc leon leonard levine levy lewis
        lindsey liu lloyd lopez lowery lozano lucas lucero lugo lynch lynn macdonald macias mack mackenzie maldonado malone mann marquez
        marshall martin martinez mathews mathis matthews maxwell mccarthy mclaughlin medina mehta mejia melendez mendez mendoza mercado meyer
        meyers meza michael miller miranda mitchell molina monroe montes montoya moore morales moran moreno morgan morris morrison morrow
        morton moses mosley mueller mullins munoz murillo murphy murray nakamura navarro nelson newman newton nguyen nichols nicholson nielsen
        nielson nolan norris norton novak nunez nuñez obrien ochoa oconnor okafor olsen olson oneal oneill orozco ortega ortiz osborne owen
        owens pacheco padilla palacios pappas parrish parsons patel patrick patterson patton paul pearson pena peralta perez perkins peters
        petersen peterson peña pham phan phelps phillips pineda pittman ponce powell pratt preston proctor quinn quinones quintero ramirez
        ramos ramsey randolph rangel rao rasmussen reddy reeves reid reilly reyes reynolds ricci richards richardson riley rios rivas rivera
        roberson roberts robertson robinson robles rocha rodgers rodriguez rojas romero rosales rosario rosen rosenberg rosenthal ross rossi
        roth rowland rubio ruiz russell russo ryan saenz salazar salinas sanchez sanders sandoval sanford santana santiago santos sato
        saunders schaefer schmidt schmitt schneider schroeder schultz schwartz serrano sexton shaffer shah shapiro sharma shaw shelton
        sheppard sherman silva simmons simon simpson sims sinclair singh singleton sloan smith snyder solis solomon sosa soto spencer stanley
        stanton steele stein stephens stephenson stevens stevenson stewart stokes strickland suarez sullivan sutton suzuki swanson sweeney
        takahashi tanaka tapia tate tejada terrell thomas thompson thornton todd torres townsend tran trevino trujillo truong tyler valdez
        valenzuela vance vang vargas vasquez vaughn vazquez vega velasco velasquez velez villanueva villarreal wagner wallace walsh walters
        walton wang warren watkins watson weaver weber weinstein weiss welch whitaker whitehead wilcox wiley wilkerson wilkins wilkinson
        williams williamson willis wilson wolfe woodard woodward wright wu xiong yang yates yoder yu zamora zapata zavala zhang zhao zheng
        zimmerman zuniga
        """);

    /// <summary>Surnames that are also words, places or thinkers: they count after a first name or a title.</summary>
    public static WordSet SurnamesAndWords { get; } = new("""
        austin baker ball banks barber barker barnes bass bean beck bell berry best bird bishop black blair bloom bond booth bowen bowman
        boyer branch briggs brown bush butler byrd cain camp cannon carey carpenter carter case cash chambers chase christian church cole cook
        cooper cotton craft crane cross curry dale daniel day dean drake field fields finch fisher flowers ford foster fox francis frank frost
        gardner gates gill grant graves gray green grey gross guy hale hall hamilton hammond hand harding hardy hart hartman harvey heath hill
        hobbs holland holt hood hooper hope hopkins horn houston hunt hunter jackson jefferson jordan joyce keller kent key kim king klein
        knight knox lamb lane lee lin lincoln little logan long love lowe luna lyons madison marks marsh mason massey may mays mercer mills
        montgomery moody moon moss myers nash noble north oliver orr page palmer park parker parks payne pearce perry person pierce pool poole
        pope porter potter powers price prince pugh quick ray reed reese rhodes rice rich rivers robbins rogers roman rose rowe rush sage
        savage sawyer sellers sharp shepherd short skinner small snow song sparks stark stone strong summers swan terry tillman turner
        underwood valentine wade walker wall walls walter ward ware warner washington waters watts webb weeks wells west wheeler white wilder
        winter wise wolf wood woods wyatt york young youngblood
        """);
}
