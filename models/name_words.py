"""Words that decide whether a capital begins somebody's name; all in small letters without accents or apostrophes."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


#: What stands before a name and makes one of whatever follows: "Mr Brown", "Dr. Singh".
TITLES = _set(
    """
    mr mrs ms miss mx dr doctor prof professor rev reverend sir dame lord lady pc dc ds sgt sergeant imam rabbi
    """
)

#: Whom children speak of; no name alone, but part of one: "Aunt Zofia".
KIN = _set(
    """
    mum mums mam mammy mummy mom mommy mother ma dad dads daddy da dada papa pa father nan nans nana nanna nanny
    gran grans granny grandma grandmother grandmum gramps grandad granddad grandpa grandfather pops pop aunt aunts
    aunty auntie aunties uncle uncles cousin cousins sis sister sisters bro brother brothers stepmum stepdad
    stepmother stepfather stepsister stepbrother godmother godfather baby babe twin twins nephew niece sibling
    siblings abbu ammi ammu baba babi bibi busia babcia dziadek dadi nani
    """
)

#: Days, months and what the year holds. Those that are people's names as well are looked at more closely.
CALENDAR = _set(
    """
    monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays
    sundays mon tue tues wed weds thu thur thurs fri sat sun january february march july august september october
    november december feb mar apr jun jul aug sep sept oct nov dec christmas easter eid ramadan diwali hanukkah
    passover lent ash new bank boxing halloween michaelmas whitsun holi vaisakhi
    """
)
MONTHS_AND_NAMES = _set(
    """
    april may june jan
    """
)

#: Peoples, languages and faiths.
PEOPLES = _set(
    """
    english british briton britons scottish scots scot welsh irish cornish european american african asian caribbean
    polish romanian bulgarian hungarian czech slovak slovakian slovenian lithuanian latvian estonian albanian
    kosovan croatian serbian serb bosnian greek turkish kurdish iranian persian iraqi syrian lebanese palestinian
    israeli egyptian moroccan algerian tunisian libyan sudanese eritrean ethiopian somali kenyan ugandan rwandan
    congolese nigerian ghanaian gambian zimbabwean zambian malawian angolan cameroonian jamaican trinidadian
    barbadian guyanese bangladeshi bengali pakistani indian punjabi gujarati hindi urdu tamil sinhala pashto dari
    farsi arabic arab arabs nepali afghan sri lankan chinese mandarin cantonese japanese korean vietnamese thai
    filipino tagalog malay french german italian spanish portuguese dutch belgian swedish norwegian danish finnish
    icelandic russian ukrainian brazilian mexican australian canadian yoruba igbo hausa twi akan swahili tigrinya
    amharic lingala shona roma romani romany traveller travellers gypsy gypsies latin hebrew yiddish sylheti makaton
    bsl christians catholic protestant anglican methodist baptist quaker muslim muslims islam islamic hindu hindus
    sikh sikhs jewish jew jews buddhist pentecostal jehovah jehovahs witness witnesses mormon rastafarian god allah
    jesus bible quran koran lgbt lgbtq caucasian
    """
)

#: Countries and places of the United Kingdom that are not people's names as well; those of two words as a whole.
PLACES = _set(
    """
    england scotland wales ireland britain uk ulster europe africa asia america usa poland romania bulgaria hungary
    lithuania latvia estonia slovakia albania kosovo croatia serbia bosnia greece turkey iran iraq syria lebanon
    palestine egypt morocco algeria tunisia libya sudan eritrea ethiopia somalia kenya uganda rwanda congo nigeria
    ghana gambia zimbabwe zambia malawi angola cameroon jamaica trinidad barbados guyana bangladesh pakistan punjab
    gujarat nepal afghanistan lanka china japan korea vietnam thailand philippines malaysia france germany italy
    spain portugal netherlands belgium sweden norway denmark finland russia ukraine brazil mexico australia canada
    london birmingham manchester liverpool leeds sheffield bristol cardiff glasgow edinburgh belfast newcastle
    sunderland nottingham leicester coventry bradford hull stoke wolverhampton plymouth derby southampton portsmouth
    brighton hove reading northampton luton swindon bournemouth poole middlesbrough bolton blackpool blackburn
    burnley oldham rochdale bury stockport salford wigan warrington doncaster rotherham barnsley wakefield
    huddersfield halifax york harrogate scarborough hartlepool darlington durham gateshead tyneside cumbria
    lancashire yorkshire cheshire merseyside shropshire staffordshire derbyshire nottinghamshire lincolnshire
    leicestershire rutland warwickshire worcestershire herefordshire gloucestershire northamptonshire bedfordshire
    cambridgeshire norfolk suffolk essex hertfordshire buckinghamshire oxfordshire berkshire wiltshire hampshire
    surrey sussex kent dorset somerset cornwall wight swansea newport wrexham bangor aberdeen dundee inverness
    stirling perth derry londonderry oxford cambridge norwich ipswich colchester chelmsford southend basildon harlow
    watford hertford peterborough exeter torquay gloucester cheltenham worcester hereford telford shrewsbury crewe
    winchester salisbury canterbury maidstone medway dover folkestone hastings eastbourne crawley guildford woking
    slough croydon bromley bexley bexleyheath greenwich lewisham lambeth southwark hackney islington camden
    westminster hammersmith fulham kensington wandsworth merton sutton richmond hounslow hillingdon ealing brent
    harrow barnet enfield haringey waltham redbridge havering barking dagenham newham stratford tottenham brixton
    peckham woolwich erith sidcup thamesmead dartford gravesend
    """
) | {
    "milton keynes",
    "yarmouth",
    "tower hamlets",
    "kings lynn",
    "bury st edmunds",
    "bethnal green",
    "sierra leone",
}

#: What is made of several people or is none: bodies, papers, shops, machines, drinks.
NOBODY = _set(
    """
    i ok okay tv dvd internet online facebook instagram whatsapp tiktok snapchat youtube twitter google zoom skype
    teams netflix xbox playstation nintendo minecraft roblox fortnite disney iphone ipad android tesco sainsbury
    sainsburys asda aldi lidl morrisons argos primark ikea boots mcdonalds greggs kfc uber lego vodka whisky prozac
    valium ritalin methadone naloxone cannabis ketamine sertraline diazepam fluoxetine calpol cafcass camhs senco
    mosaic liquidlogic gp gps barnardos barnardo nspcc childline samaritans womens refuge gingerbread surestart
    ofsted alcoholics narcotics anonymous gillick fraser ages stages turnell munro
    """
)
ACRONYMS = _set(
    """
    cafcass camhs mappa marac senco ofsted asbo adhd ehcp sendco sendist cin cp lac iro lado mash nhs nspcc scale
    """
)

#: Words of the work, and of these years, that dictionaries lack.
OF_THE_WORK = _set(
    """
    wellbeing genogram genograms ecomap ecomaps supervisee supervisees attendee attendees facilitator facilitators
    chronicity experiential unallocated breastfeeding fajita fajitas coparenting antenatal perinatal childminder
    childminders childminding creche homeschooling homeschooled dysregulated dysregulation cyberbullying spliff
    spliffs meth benzos playdate playdates sleepover sleepovers rehousing rehoused neurodiverse neurodivergent
    mutism lockdown covid videocall facetime messaged messaging triaged roadmap walkthrough multiagency interagency
    gaslighting bitemark bitemarks pushchair carseat bunkbed bunkbeds bedsit maisonette headlice epipen reflux
    lifestory keyworker keyworkers inreach foodbank foodbanks rota rotas timeout frontline signposted signposting
    vape vapes vaping
    """
)
#: A run of names before one of these is a place or a body: "Mill Street", "St Mary’s Primary School".
PLACE_WORDS = _set(
    """
    street road lane avenue close crescent drive terrace gardens grove mews place square row house court flats tower
    towers estate park lodge villa villas cottage farm bridge station school schools academy college university
    nursery preschool infant infants junior juniors primary secondary grammar high comprehensive hospital clinic
    surgery practice centre center hub church chapel cathedral mosque temple gurdwara synagogue council borough
    county trust foundation society club team service services unit library pub inn arms hotel hostel police
    constabulary prison project programme housing homes group association ltd limited plc scale syndrome disease
    inventory questionnaire act inquiry review report model method island islands city united rovers athletic market
    shop stores
    """
)
#: Capitalised as what somebody is, and no part of a name.
ROLES = _set(
    """
    social worker workers manager managers officer officers visitor visitors nurse nurses midwife midwives teacher
    teachers head deputy headteacher assistant senior principal lead practitioner consultant advisor adviser
    therapist psychologist psychiatrist counsellor solicitor barrister judge magistrate guardian chair coordinator
    co-ordinator director inspector constable paediatrician mentor tutor carer carers foster parent parents child
    children family families young person people support health mental early help youth education welfare
    safeguarding protection plan conference meeting core network agency section stage key year class step goal
    danger safety signs order local authority
    """
)
#: Followed by one of these, "the … family" has a family's name between.
FAMILY_WORDS = _set(
    """
    family household children boys girls siblings brothers sisters twins
    """
)

#: Names that a dictionary has as words, but hardly anybody else.
HARDLY_WORDS = _set(
    """
    abbey basil belle beryl billy bob bobby bonnie brad carmine carol chad clement colleen coral crystal curt daisy
    dahlia dale dean derrick dirk dolly drake earl eddy emery ester fern flora gene glen hank harry hazel heather
    hector holly homer iris ivy jack jade jasmine jasper jay jean jenny jerry jim jimmy jo john josh joshua ken
    kitty lacy lance laurel lea lee leo lily lyric maria margarita marina martin matt max melody mickey mike millet
    molly myrtle nick noel nova olive opal oscar patsy patty peter phoebe phoenix piers pippin polly randy ray rex
    rhea rick rob robin rod roger rosemary rowan ruby sally sandy savannah sharon shan shirley sherry sienna sierra
    sonny tad teddy terry timothy tom tommy tony tracy troy valentine vera victor viola violet vivian wally warren
    wren ed al ty barney beau harper mason carter tyler marshall brooks cox hicks hogan howe hurst marsh nash payne
    pitt pollard simmons smith thorpe tucker webb wells wright walsh woodward barnes bowen bowman clarke coleman
    fowler fry fuller gibbon gill hardy harvey hawkins holt hooper hopper lynch owen palmer parsons pearce reeves
    sawyer slater stokes townsend underwood watts wheeler sanders griffin peters bates garner manning davenport
    morrow grimes garrison rogers spencer pat amber kit gray
    """
)
#: Given names and frequent family names that are words as well: names within a sentence, looked at at its beginning.
NAMES_AND_WORDS = MONTHS_AND_NAMES | _set(
    """
    christian angel art aura autumn beck berry bill birdie blossom bonny brandy brook buck bud buddy candy charity
    chase cherish cherry chuck clay cliff clover dawn delta destiny diamond dick don dot dotty drew dusty earnest
    ebony emerald eve faith fanny frank gale garnet gay genesis ginger grace grant guy harmony heath honey hope
    hunter hyacinth ivory jewel joy juniper karma linden lotus lupin mace maple marigold mark marlin marvel mercy
    merry miles minty misty pansy patience pearl peg penny petal piper poppy posy primrose prince princess prudence
    queen raven reed rich rocky roman rose rusty saffron sage scarlet serenity silver skip sky sol sterling stew
    storm sue sunny tam tawny trinity van verity wade will willow winter zen baker ball banks barber barker bass
    bean bell bird black bond booth brown browning bull burns bush butcher butler carpenter chambers chandler
    chapman collier cook cooper dyer farmer finch fisher flowers fox freeman frost gardener gardner goodwill graves
    green grey hale hart hay hill holder hood hunt king knight lamb little masters may mills moody moon moss newton
    noble page parish parker peck pike pope porter potter price rice riddle rivers sands savage sharp shepherd
    shields singer snow sparks steel steward stone summer summers swan swift tanner taylor thorn turner vale walker
    wall waters weaver west white wise wolf wood woods
    """
)
#: At a sentence's beginning these are more often asked or hoped than called, whoever follows.
ASKING = _set(
    """
    will may hope
    """
)

#: After a word at the beginning of a sentence, these make it a name: "Grace said", "Mark is".
CUES = _set(
    """
    is was isnt wasnt has had hasnt hadnt does did doesnt didnt says said asks asked tells told feels felt thinks
    thought knows knew wants wanted likes liked loves loved hates hated needs needed lives lived stays stayed sleeps
    slept goes went comes came gets got gives gave takes took keeps kept makes made sees saw hears heard hits hit
    hurts rings rang calls called texts texted visits visited looks looked cries cried drinks drank left leaves
    moved attends attended reports reported states stated agrees agreed described explained disclosed spoke speaks
    would could should may might can cannot cant wont will must aged who whose
    """
)

#: Small words that end a run of names wherever they are written with a capital.
SMALL_WORDS = CUES | _set(
    """
    the a an of to in on at by for from with without about after before since until during over under between into
    onto or but if as than then so not no yes he she it they we you him her them us me my his its their our your
    this that these those there here what which when where why how all any both each every some none one two three
    four five six seven eight nine ten be been being am are were do have having ask tell ring call text visit see
    meet talk speak let invite contact help
    """
)
PARTICLES = _set(
    """
    de da di do dos das del della van von der den ter le la el al bin ibn bint ul ur e y
    """
)
#: Before these a capital is a place: "in Wigan".
IN = _set(
    """
    in near
    """
)
#: Whoever is behind "in" after these is no place.
CONFIDING = _set(
    """
    confide confides confided confiding trust trusts trusted faith believes believed confidence
    """
)
#: Before these a name that is a word as well is only the word, or the month.
ARTICLES = _set(
    """
    the a an this that his her my our your their every each some no
    """
)
DATE_WORDS = _set(
    """
    in since until till by from of last next early late mid during before after between to and or through this end
    week weeks beginning start middle on
    """
)
