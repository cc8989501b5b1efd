//! The words of tasks for a class.

use super::Lang;
use super::phrases::{phrases, words};

words! {
    /// Name of the page.
    title { nb: "Klasserom", nn: "Klasserom", en: "Classroom" }
    /// What the page is for.
    lead {
        nb: "Gjett først, se etterpå, og finn ut hvorfor. Svarene regnes ut fra datasettet som er åpent.",
        nn: "Gjett først, sjå etterpå, og finn ut kvifor. Svara blir rekna ut frå datasettet som er ope.",
        en: "Guess first, look afterwards, and find out why. The answers are computed from the open data set.",
    }
    /// The tasks are on their way.
    loading { nb: "Oppgavene lastes inn …", nn: "Oppgåvene blir lasta inn …", en: "Loading the tasks …" }
    /// The list of tasks cannot be had.
    unreadable {
        nb: "Oppgavene kunne ikke leses. Last siden på nytt, eller åpne en oppgavefil.",
        nn: "Oppgåvene kunne ikkje lesast. Last sida på nytt, eller opne ei oppgåvefil.",
        en: "The tasks could not be read. Reload the page, or open a task file.",
    }
    /// A task of that name is not known.
    unknown_task {
        nb: "Denne oppgaven finnes ikke her. Gå til oppgavelisten, eller åpne filen den står i.",
        nn: "Denne oppgåva finst ikkje her. Gå til oppgåvelista, eller opne fila ho står i.",
        en: "There is no such task here. Go to the list of tasks, or open the file it is in.",
    }
    /// Back to the list.
    to_list { nb: "Alle oppgavene", nn: "Alle oppgåvene", en: "All tasks" }
    /// Begins a task.
    play { nb: "Løs oppgaven", nn: "Løys oppgåva", en: "Do the task" }
    /// Shows a set on a screen.
    present { nb: "Vis på skjerm", nn: "Vis på skjerm", en: "Present" }
    /// Prints a set.
    worksheet { nb: "Oppgaveark", nn: "Oppgåveark", en: "Worksheet" }
    /// Prints.
    print { nb: "Skriv ut", nn: "Skriv ut", en: "Print" }
    /// Whether the key is printed.
    with_key {
        nb: "Ta med fasit på en egen side",
        nn: "Ta med fasit på ei eiga side",
        en: "Include the answer key on a page of its own",
    }
    /// Heading of the key.
    key { nb: "Fasit", nn: "Fasit", en: "Answer key" }
    /// Opens what a class has handed in.
    class { nb: "Klassens svar", nn: "Svara frå klassen", en: "Answers of the class" }
    /// Notes for the teacher.
    notes { nb: "For læreren", nn: "For læraren", en: "For the teacher" }
    /// Heading of tasks that cannot be asked.
    hidden {
        nb: "Oppgaver som ikke passer til disse dataene",
        nn: "Oppgåver som ikkje passar til desse dataa",
        en: "Tasks that do not fit these data",
    }
    /// Opens the data that a set was made for.
    needs_data {
        nb: "Oppgavene er laget for et annet datasett.",
        nn: "Oppgåvene er laga for eit anna datasett.",
        en: "The tasks were made for another data set.",
    }
    /// Own tasks.
    own { nb: "Egne oppgaver", nn: "Eigne oppgåver", en: "Tasks of your own" }
    /// What a visitor puts together.
    my_lesson { nb: "Timen min", nn: "Timen min", en: "My lesson" }
    /// Puts a task into it.
    add_to_lesson { nb: "Legg i timen min", nn: "Legg i timen min", en: "Add to my lesson" }
    /// After that.
    added {
        nb: "Oppgaven er lagt i timen din, som står øverst på Klasserom.",
        nn: "Oppgåva er lagd i timen din, som står øvst på Klasserom.",
        en: "The task has been added to your lesson, which stands at the top of Classroom.",
    }
    /// Puts a task into the lesson.
    put_in { nb: "Legg i timen min", nn: "Legg i timen min", en: "Add to my lesson" }
    /// Said of a task that is in it.
    is_in_lesson { nb: "Er i timen min", nn: "Er i timen min", en: "In my lesson" }
    /// Takes a task out of it.
    take_out { nb: "Ta ut", nn: "Ta ut", en: "Take out" }
    /// Where it is.
    lesson_stays {
        nb: "Timen ligger bare i denne fanen. Lagre den som fil for å ta vare på den.",
        nn: "Timen ligg berre i denne fana. Lagre han som fil for å ta vare på han.",
        en: "The lesson is in this tab only. Save it as a file to keep it.",
    }
    /// Saves it.
    save_lesson { nb: "Lagre timen som fil", nn: "Lagre timen som fil", en: "Save the lesson as a file" }
    /// Opens a task file.
    open_file {
        nb: "Åpne en oppgavefil (.oppgave.json)",
        nn: "Opne ei oppgåvefil (.oppgave.json)",
        en: "Open a task file (.oppgave.json)",
    }
    /// Hands in.
    hand_in { nb: "Ferdig – vis svaret", nn: "Ferdig – vis svaret", en: "Done – show the answer" }
    /// Begins anew.
    again { nb: "Prøv en gang til", nn: "Prøv ein gong til", en: "Try once more" }
    /// In a question: of everybody.
    all_together { nb: "alle samlet", nn: "alle samla", en: "all together" }
    /// Nothing is chosen yet.
    choose_first { nb: "Velg et svar først.", nn: "Vel eit svar først.", en: "Choose an answer first." }
    /// An end of a range is missing.
    set_both {
        nb: "Sett både det minste og det største først.",
        nn: "Set både det minste og det største først.",
        en: "Set both the least and the most first.",
    }
    /// Of an end of a range.
    not_set { nb: "ikke satt", nn: "ikkje sett", en: "not set" }
    /// A hint, folded away.
    hint { nb: "Hint", nn: "Hint", en: "Hint" }
    /// How many a class has given.
    one_answer { nb: "1 svar.", nn: "1 svar.", en: "1 answer." }
    /// Heading of the guess.
    your_turn { nb: "Hva tror du?", nn: "Kva trur du?", en: "What do you think?" }
    /// How one draws.
    how_to_draw {
        nb: "Dra eller trykk i figuren, bruk glidebryterne, eller skriv tallene i tabellen.",
        nn: "Dra eller trykk i figuren, bruk glidebrytarane, eller skriv tala i tabellen.",
        en: "Drag or tap in the figure, use the sliders, or write the numbers in the table.",
    }
    /// Caption of the table in which an answer is given.
    write_numbers { nb: "Skriv tallene", nn: "Skriv tala", en: "Write the numbers" }
    /// Heading of a column.
    slider { nb: "Glidebryter", nn: "Glidebrytar", en: "Slider" }
    /// Heading of a column of numbers that are typed.
    in_per_cent { nb: "I prosent", nn: "I prosent", en: "In per cent" }
    /// Heading of a column of numbers that are typed.
    as_number { nb: "Tall", nn: "Tal", en: "Number" }
    /// Nothing can be known there.
    cannot_know {
        nb: "Dette kan ingen vite ennå",
        nn: "Dette kan ingen vite enno",
        en: "Nobody can know this yet",
    }
    /// The lower end.
    lower { nb: "Minst", nn: "Minst", en: "At least" }
    /// The upper end.
    upper { nb: "Høyst", nn: "Høgst", en: "At most" }
    /// How one orders.
    how_to_order {
        nb: "Det største øverst. Flytt med knappene.",
        nn: "Det største øvst. Flytt med knappane.",
        en: "The greatest at the top. Move with the buttons.",
    }
    /// Label of the own text.
    own_words {
        nb: "Med egne ord. Teksten blir bare her.",
        nn: "Med eigne ord. Teksten blir berre her.",
        en: "In your own words. The text stays here.",
    }
    /// Above the boxes.
    my_text_says { nb: "Min tekst sier …", nn: "Teksten min seier …", en: "My text says …" }
    /// Heading of the reveal.
    reveal { nb: "Slik er det", nn: "Slik er det", en: "This is how it is" }
    /// A task that came with a link or a file.
    words_of_sender {
        nb: "Ordene er av den som laget oppgaven, ikke av nettstedet. Tallene er regnet ut av dataene som er åpne.",
        nn: "Orda er av den som laga oppgåva, ikkje av nettstaden. Tala er rekna ut av dataa som er opne.",
        en: "The words are by whoever made the task, not by this site. The numbers are computed from the open data.",
    }
    /// Heading of the reason.
    why { nb: "Hvorfor?", nn: "Kvifor?", en: "Why?" }
    /// Heading of the numbers.
    arithmetic { nb: "Tallene bak", nn: "Tala bak", en: "The numbers behind it" }
    /// Leads to the analysis or the question.
    open_there { nb: "Åpne i sin helhet", nn: "Opne i sin heilskap", en: "Open in full" }
    /// Heading of the code.
    code { nb: "Koden din", nn: "Koden din", en: "Your code" }
    /// What the code holds.
    code_holds {
        nb: "Koden inneholder svaret, og verken navn eller tid. Lim den inn der klassen samler svarene.",
        nn: "Koden inneheld svaret, og korkje namn eller tid. Lim han inn der klassen samlar svara.",
        en: "The code holds the answer, and neither name nor time. Paste it where the class gathers the answers.",
    }
    /// Copies it.
    copy_code { nb: "Kopier koden", nn: "Kopier koden", en: "Copy the code" }
    /// Saves what has been done.
    save_progress { nb: "Lagre det du har gjort", nn: "Lagre det du har gjort", en: "Save what you have done" }
    /// What is kept.
    progress_stays {
        nb: "Svarene ligger her til du lukker fanen eller laster siden på nytt.",
        nn: "Svara ligg her til du lukkar fana eller lastar sida på nytt.",
        en: "The answers stay here until you close or reload the tab.",
    }
    /// How much is told.
    depth { nb: "Hvor mye som vises", nn: "Kor mykje som blir vist", en: "How much is shown" }
    /// The least.
    visitor { nb: "Bare setningene", nn: "Berre setningane", en: "The sentences only" }
    /// Numbers and definitions.
    pupil { nb: "Med tallene bak", nn: "Med tala bak", en: "With the numbers" }
    /// Everything.
    researcher {
        nb: "Med intervaller og forutsetninger",
        nn: "Med intervall og føresetnader",
        en: "With intervals and premises",
    }
    /// Heading of the premises.
    premises { nb: "Dette bygger oppgaven på", nn: "Dette byggjer oppgåva på", en: "What the task rests on" }
    /// Legend: what is given.
    given { nb: "Oppgitt", nn: "Oppgitt", en: "Given" }
    /// Legend: the own answer.
    own_answer { nb: "Ditt svar", nn: "Svaret ditt", en: "Your answer" }
    /// Legend: the median.
    median { nb: "Midten av klassen", nn: "Midten av klassen", en: "Middle of the class" }
    /// Legend: what each of a class has answered.
    each_answer { nb: "Hvert svar i klassen", nn: "Kvart svar i klassen", en: "Each answer of the class" }
    /// Legend: the data.
    the_data { nb: "Fasit", nn: "Fasit", en: "Answer" }
    /// A way.
    goes_up { nb: "går opp", nn: "går opp", en: "goes up" }
    /// A way.
    goes_down { nb: "går ned", nn: "går ned", en: "goes down" }
    /// A way.
    stays { nb: "holder seg", nn: "held seg", en: "stays about the same" }
    /// The right answer was that nothing is known.
    unknown_met {
        nb: "Det så du: her finnes det ingen tall ennå.",
        nn: "Det såg du: her finst det ingen tal enno.",
        en: "You saw that: there are no numbers here yet.",
    }
    /// It was not seen.
    unknown_missed {
        nb: "Ingen strek er rett her. Et tall som ikke er observert, er verken null eller en fortsettelse.",
        nn: "Ingen strek er rett her. Det som ikkje er observert, er korkje null eller eit framhald.",
        en: "No line is right here. A number that is not observed is neither zero nor a continuation.",
    }
    /// Bars near enough.
    bars_near {
        nb: "Alle søylene dine ligger nær tallene.",
        nn: "Alle søylene dine ligg nær tala.",
        en: "All your bars are close to the numbers.",
    }
    /// The order is right.
    order_met { nb: "Rekkefølgen din stemmer.", nn: "Rekkjefølgja di stemmer.", en: "Your order is right." }
    /// Something is not one number.
    not_one {
        nb: "Dataene gir ikke ett bestemt tall her.",
        nn: "Dataa gir ikkje eitt bestemt tal her.",
        en: "The data do not give one definite number here.",
    }
    /// No option is right, or several are.
    not_one_right {
        nb: "I disse dataene er ikke nøyaktig ett av svarene rett.",
        nn: "I desse dataa er ikkje nøyaktig eitt av svara rett.",
        en: "In these data not exactly one of the answers is right.",
    }
    /// Nothing, or more than one thing, differs between two pictures.
    not_one_change {
        nb: "De to figurene må være ulike på nøyaktig én måte.",
        nn: "Dei to figurane må vere ulike på nøyaktig éin måte.",
        en: "The two figures must differ in exactly one way.",
    }
    /// Two values are the same.
    two_alike {
        nb: "To av verdiene er like, så rekkefølgen er ikke bestemt.",
        nn: "To av verdiane er like, så rekkjefølgja er ikkje bestemt.",
        en: "Two of the values are the same, so the order is not definite.",
    }
    /// A change of a picture.
    changed_scale {
        nb: "Aksen har like lange steg for like forhold (logaritmisk)",
        nn: "Aksen har like lange steg for like forhold (logaritmisk)",
        en: "The axis has equal steps for equal ratios (logarithmic)",
    }
    /// A change of a picture.
    changed_counts {
        nb: "Den viser antall i stedet for rater",
        nn: "Han viser tal på hendingar i staden for ratar",
        en: "It shows counts instead of rates",
    }
    /// A change of a picture.
    changed_zoom {
        nb: "Den viser bare en del av årene",
        nn: "Han viser berre ein del av åra",
        en: "It shows a part of the years only",
    }
    /// A change of a picture.
    changed_hidden {
        nb: "Den viser bare noen av gruppene eller landene",
        nn: "Han viser berre nokre av gruppene eller landa",
        en: "It shows some of the groups or countries only",
    }
    /// The first of two pictures.
    first_picture { nb: "Den første figuren", nn: "Den første figuren", en: "The first figure" }
    /// The second of two pictures.
    second_picture { nb: "Den andre figuren", nn: "Den andre figuren", en: "The second figure" }
    /// Label of the pasted text.
    paste {
        nb: "Lim inn alt klassen har skrevet. Bare kodene blir lest.",
        nn: "Lim inn alt klassen har skrive. Berre kodane blir lesne.",
        en: "Paste everything the class has written. Only the codes are read.",
    }
    /// Gather from files.
    paste_files {
        nb: "Eller åpne filer med koder, eller en zip av dem. Du kan også slippe dem på siden.",
        nn: "Eller opne filer med kodar, eller ein zip av dei. Du kan òg sleppe dei på sida.",
        en: "Or open files with codes, or a zip of them. You can also drop them on the page.",
    }
    /// Hands.
    hands {
        nb: "Tell hender: ett trykk for hver",
        nn: "Tel hender: eitt trykk for kvar",
        en: "Count hands: one tap for each",
    }
    /// One less.
    one_less { nb: "Én mindre", nn: "Éin mindre", en: "One less" }
    /// Shows what is right.
    reveal_class { nb: "Vis hva som er rett", nn: "Vis kva som er rett", en: "Show what is right" }
    /// Nothing of it is kept.
    class_private {
        nb: "Ingenting lagres og ingenting sendes: kodene ligger her til du lukker fanen eller laster siden på nytt.",
        nn: "Ingenting blir lagra og ingenting blir sendt: kodane ligg her til du lukkar fana eller \
             lastar sida på nytt.",
        en: "Nothing is stored and nothing is sent: the codes stay here until you close or reload the tab.",
    }
    /// Label of the choice of a task.
    which_task { nb: "Oppgave", nn: "Oppgåve", en: "Task" }
    /// Label.
    aim { nb: "Kompetansemål", nn: "Kompetansemål", en: "Aims of the curriculum" }
    /// Label.
    misconception { nb: "Vanlig misforståelse", nn: "Utbreidd misforståing", en: "Common misconception" }
    /// Label.
    before { nb: "Spør først", nn: "Spør først", en: "Ask before" }
    /// Label.
    after { nb: "Spør etterpå", nn: "Spør etterpå", en: "Ask afterwards" }
    /// Label.
    faq { nb: "Spørsmål som ofte kommer", nn: "Spørsmål som ofte kjem", en: "Questions that often come" }
    /// Advice for every task about people.
    care {
        nb: "Snakk om tallene, ikke om elevene: be aldri noen plassere seg selv eller familien i en gruppe.",
        nn: "Snakk om tala, ikkje om elevane: be aldri nokon plassere seg eller familien i ei gruppe.",
        en: "Talk about the numbers, not about the pupils: never ask anybody to place themselves or their family in \
            a group.",
    }
    /// A question that always comes.
    are_they_real {
        nb: "Er dette virkelige mennesker?",
        nn: "Er dette verkelege menneske?",
        en: "Are these real people?",
    }
    /// Its answer for made-up data.
    real_synthetic {
        nb: "Nei. Undervisningsdataene er laget av et program, etter mønster av det som er publisert.",
        nn: "Nei. Undervisningsdataa er laga av eit program, etter mønster av det som er publisert.",
        en: "No. The teaching data were made by a program, after the pattern of what is published.",
    }
    /// Its answer for published data.
    real_published {
        nb: "Ja, men bare som summer. Ingen enkeltperson er med i dataene.",
        nn: "Ja, men berre som summar. Ingen einskildperson er med i dataa.",
        en: "Yes, but only as sums. No single person is in the data.",
    }
    /// Step of a presentation.
    step_question { nb: "Spørsmål", nn: "Spørsmål", en: "Question" }
    /// Step of a presentation.
    step_class { nb: "Klassen", nn: "Klassen", en: "The class" }
    /// Keys of a presentation.
    keys {
        nb: "Mellomrom og piler blar, R viser svaret, T starter og stopper klokken, Skift og T tar den bort, F fyller \
            skjermen, Esc avslutter.",
        nn: "Mellomrom og piler blar, R viser svaret, T startar og stoppar klokka, Skift og T tek ho bort, F fyller \
            skjermen, Esc avsluttar.",
        en: "Space and arrows turn the pages, R reveals, T starts and pauses the clock, Shift and T end it, F fills \
            the screen, Esc ends.",
    }
    /// What opens the list of the keys.
    keys_title { nb: "Taster", nn: "Tastar", en: "Keys" }
    /// One further.
    next { nb: "Neste", nn: "Neste", en: "Next" }
    /// One back.
    previous { nb: "Forrige", nn: "Førre", en: "Previous" }
    /// Ends a presentation.
    finish { nb: "Avslutt", nn: "Avslutt", en: "End" }
    /// The clock has come to its end.
    time_is_up { nb: "Tiden er ute", nn: "Tida er ute", en: "Time is up" }
    /// Opens the editor.
    make { nb: "Lag oppgave", nn: "Lag oppgåve", en: "Make a task" }
    /// Label: the type.
    type_of { nb: "Hva elevene gjør", nn: "Kva elevane gjer", en: "What the pupils do" }
    /// A type.
    draw { nb: "Tegner en linje", nn: "Teiknar ei linje", en: "Draw a line" }
    /// A type.
    bars { nb: "Setter søyler", nn: "Set søyler", en: "Set bars" }
    /// A type.
    order { nb: "Setter i rekkefølge", nn: "Set i rekkjefølgje", en: "Put in order" }
    /// A type.
    estimate { nb: "Anslår i et intervall", nn: "Anslår i eit intervall", en: "Estimate a range" }
    /// A type.
    choose { nb: "Velger et svar", nn: "Vel eit svar", en: "Choose an answer" }
    /// A type.
    spot { nb: "Finner forskjellen", nn: "Finn skilnaden", en: "Spot the change" }
    /// A type.
    explain { nb: "Forklarer", nn: "Forklarer", en: "Explain" }
    /// Label of a text.
    text_title { nb: "Overskrift", nn: "Overskrift", en: "Heading" }
    /// Label of a text.
    text_ask { nb: "Spørsmål til elevene", nn: "Spørsmål til elevane", en: "Question to the pupils" }
    /// Label of a text.
    text_why {
        nb: "Hvorfor det er slik (tomt: det figuren sier)",
        nn: "Kvifor det er slik (tomt: det figuren seier)",
        en: "Why it is so (empty: what the figure says)",
    }
    /// Label of a text, where nothing is said without one.
    text_why_only {
        nb: "Hvorfor det er slik (kan stå tomt)",
        nn: "Kvifor det er slik (kan stå tomt)",
        en: "Why it is so (may stay empty)",
    }
    /// Label: which number of an analysis is asked for.
    which_number { nb: "Tallet det gjelder", nn: "Talet det gjeld", en: "The number in question" }
    /// Label: what is given.
    until { nb: "Vis linjen til og med", nn: "Vis linja til og med", en: "Show the line up to" }
    /// Nothing is given.
    from_start { nb: "Ingenting: alt tegnes", nn: "Ingenting: alt blir teikna", en: "Nothing: all is drawn" }
    /// No type suits.
    none_suits {
        nb: "Ingen oppgavetype passer til denne figuren.",
        nn: "Ingen oppgåvetype passar til denne figuren.",
        en: "No type of task suits this figure.",
    }
    /// Tries it.
    preview { nb: "Prøv oppgaven", nn: "Prøv oppgåva", en: "Try the task" }
    /// Saves it.
    save_task { nb: "Lagre som fil", nn: "Lagre som fil", en: "Save as a file" }
    /// Copies the link.
    copy_link { nb: "Kopier lenke", nn: "Kopier lenkje", en: "Copy the link" }
    /// Shows the QR code.
    qr { nb: "QR-kode til oppgaven", nn: "QR-kode til oppgåva", en: "QR code of the task" }
    /// The link is too long.
    only_file {
        nb: "Teksten er for lang til en lenke. Lagre oppgaven som fil.",
        nn: "Teksten er for lang til ei lenkje. Lagre oppgåva som fil.",
        en: "The text is too long for a link. Save the task as a file.",
    }
    /// A link from the disk leads nowhere for others.
    no_qr_from_disk {
        nb: "Siden er åpnet fra disken, så en lenke virker ikke for andre. Del filen.",
        nn: "Sida er opna frå disken, så ei lenkje verkar ikkje for andre. Del fila.",
        en: "The page was opened from the disk, so a link does not work for others. Share the file.",
    }
    /// Something was copied.
    copied { nb: "Kopiert.", nn: "Kopiert.", en: "Copied." }
    /// The pack.
    pack { nb: "Last ned klassepakken", nn: "Last ned klassepakka", en: "Download the class pack" }
    /// What is in it.
    pack_holds {
        nb: "Én zip-fil med siden, dataene, oppgavene, en veiledning og et ark om personvern. Har du satt sammen en \
            time, er den med. Virker uten nett.",
        nn: "Éi zip-fil med sida, dataa, oppgåvene, ei rettleiing og eit ark om personvern. Har du sett saman ein \
            time, er han med. Verkar utan nett.",
        en: "One zip file with the page, the data, the tasks, a lead sheet and a sheet on privacy. A lesson that you \
            have put together is in it as well. Works offline.",
    }
    /// It failed.
    pack_failed {
        nb: "Klassepakken kunne ikke lages her.",
        nn: "Klassepakka kunne ikkje lagast her.",
        en: "The class pack could not be made here.",
    }
    /// Heading of the lead sheet.
    lead_sheet { nb: "Slik bruker du klassepakken", nn: "Slik bruker du klassepakka", en: "How to use the class pack" }
    /// Its steps, one a line.
    lead_steps {
        nb: "Pakk ut zip-filen. Åpne utvandring.html i Chrome, Edge, Firefox eller Safari; den virker fra minnepinne \
             og uten nett. Velg Klasserom. Har du satt sammen en time, står den øverst.\n\
             Vis på skjerm: mellomrom blar, R viser svaret, T starter og stopper klokken, Esc avslutter.\n\
             Oppgaveark skriver ut i svart-hvitt. Fasiten kommer på en egen side når du krysser av for den.\n\
             Elever med maskin løser oppgavene selv og kopierer koden sin dit klassen deler ting. Lim alt inn under \
             Klassens svar, eller tell hender der.\n\
             Under hver figur og analyse kan du lage egne oppgaver. Legg flere i timen din, og lagre den som fil \
             (.oppgave.json).\n\
             iPad viser html-filer uten skript: der må siden åpnes fra en nettadresse og legges til på \
             Hjem-skjermen. På låste Chromebook-er kan skolens egen nettside vise mappen.",
        nn: "Pakk ut zip-fila. Opne utvandring.html i Chrome, Edge, Firefox eller Safari; ho verkar frå minnepinne \
             og utan nett. Vel Klasserom. Har du sett saman ein time, står han øvst.\n\
             Vis på skjerm: mellomrom blar, R viser svaret, T startar og stoppar klokka, Esc avsluttar.\n\
             Oppgåveark skriv ut i svart-kvitt. Fasiten kjem på ei eiga side når du kryssar av for han.\n\
             Elevar med maskin løyser oppgåvene på eiga hand og kopierer koden sin dit klassen deler ting. Lim alt \
             inn under Svara frå klassen, eller tel hender der.\n\
             Under kvar figur og analyse kan du lage eigne oppgåver. Legg fleire i timen din, og lagre han som fil \
             (.oppgave.json).\n\
             iPad viser html-filer utan skript: der må sida opnast frå ei nettadresse og leggjast til på \
             Heim-skjermen. På låste Chromebook-ar kan nettsida til skulen vise mappa.",
        en: "Unpack the zip file. Open utvandring.html in Chrome, Edge, Firefox or Safari; it works from a stick and \
             without a network. Choose Classroom. A lesson that you have put together stands at the top.\n\
             Present: Space goes on, R reveals, T starts and pauses the clock, Esc ends.\n\
             Worksheet prints in black and white. The answer key comes on a page of its own when you tick its box.\n\
             Pupils with machines do the tasks themselves and copy their code to where the class shares things. Paste \
             all of it under Answers of the class, or count hands there.\n\
             Below every figure and analysis you can make tasks of your own. Add several to your lesson, and save it \
             as a file (.oppgave.json).\n\
             An iPad shows html files without scripts: there the page must be opened from a web address and added to \
             the Home Screen. On locked Chromebooks the school’s own site can show the folder.",
    }
    /// Heading of the sheet on privacy.
    privacy { nb: "Til skoleeier: personvern", nn: "Til skuleeigar: personvern", en: "To the school's owner: privacy" }
    /// The sheet.
    privacy_text {
        nb: "Siden har ingen innlogging, ingen informasjonskapsler og ingen server: den sender ingenting fra \
             seg. Elevenes svar ligger i minnet i fanen og blir borte når den lukkes eller \
             siden lastes på nytt. En kode inneholder \
             oppgave, svar, et tilfeldig tall og kontrolltegn, og verken navn, tid eller maskin. Fri tekst er \
             aldri med i koden. Nettleseren husker bare språk, utseende og om hurtigtastene er på.",
        nn: "Sida har inga innlogging, ingen informasjonskapslar og ingen tenar: ho sender ingenting frå seg. \
             Svara til elevane ligg i minnet i fana og blir borte når ho blir lukka eller \
             sida blir lasta på nytt. Ein kode inneheld oppgåve, \
             svar, eit tilfeldig tal og kontrollteikn, og korkje namn, tid eller maskin. Fri tekst er aldri med \
             i koden. Nettlesaren hugsar berre språk, utsjånad og om snarvegane er på.",
        en: "The page has no login, no cookies and no server: it sends nothing. Pupils' answers are kept in the \
             memory of the tab and are gone when it is closed or reloaded. A code holds task, answer, a random \
             number and \
             check characters, and neither name, time nor machine. Free text is never a part of it. The browser \
             remembers language, appearance and whether the keys are on, and nothing else.",
    }
    /// Lines for the reason of a choice.
    because { nb: "Fordi:", nn: "Fordi:", en: "Because:" }
    /// Lines to write on.
    write_here { nb: "Skriv her:", nn: "Skriv her:", en: "Write here:" }
}

/// That the words of a task are in another language.
pub fn words_in(lang: Lang, other: Lang) -> &'static str {
    match other {
        Lang::Nb => in_bokmaal(lang),
        Lang::Nn => in_nynorsk(lang),
        Lang::En => in_english(lang),
    }
}

/// What a language is called.
pub fn name_of(lang: Lang, other: Lang) -> &'static str {
    match other {
        Lang::Nb => bokmaal(lang),
        Lang::Nn => nynorsk(lang),
        Lang::En => english(lang),
    }
}

words! {
    /// The words of a task are in another language.
    in_bokmaal {
        nb: "Ordene er på bokmål.",
        nn: "Oppgåva finst ikkje på nynorsk. Orda er på bokmål.",
        en: "The task is not there in English. Its words are in Norwegian (bokmål).",
    }
    /// The words of a task are in another language.
    in_nynorsk {
        nb: "Oppgaven finnes ikke på bokmål. Ordene er på nynorsk.",
        nn: "Orda er på nynorsk.",
        en: "The task is not there in English. Its words are in Norwegian (nynorsk).",
    }
    /// The words of a task are in another language.
    in_english {
        nb: "Oppgaven finnes ikke på bokmål. Ordene er på engelsk.",
        nn: "Oppgåva finst ikkje på nynorsk. Orda er på engelsk.",
        en: "Its words are in English.",
    }
    /// A language.
    bokmaal { nb: "bokmål", nn: "bokmål", en: "bokmål" }
    /// A language.
    nynorsk { nb: "nynorsk", nn: "nynorsk", en: "nynorsk" }
    /// A language.
    english { nb: "engelsk", nn: "engelsk", en: "English" }
    /// Label: the language of the words that are written.
    text_language { nb: "Skriv på", nn: "Skriv på", en: "Write in" }
    /// Label: how long a task takes.
    text_minutes { nb: "Minutter", nn: "Minutt", en: "Minutes" }
    /// No aim of the curriculum.
    no_aim { nb: "Ingen", nn: "Ingen", en: "None" }
}

phrases! {
    /// Languages that a task lacks.
    lacks_words(languages) {
        nb: "Teksten mangler på {languages}. Den som leser siden der, får se et annet språk, og at det er et annet.",
        nn: "Teksten manglar på {languages}. Den som les sida der, får sjå eit anna språk, og at det er eit anna.",
        en: "Words are missing in {languages}. Who reads the page there sees another language, and is told so.",
    }
    /// Bars that are the parts of a whole.
    sums_to(sum) {
        nb: "Til sammen: {sum}. Delene skal bli 100 % til sammen.",
        nn: "Til saman: {sum}. Delane skal bli 100 % til saman.",
        en: "In all: {sum}. The parts are to make 100% together.",
    }
    /// On paper: how an order is given.
    number_the_places(count) {
        nb: "Skriv tallene 1 til {count} på strekene. 1 er det største.",
        nn: "Skriv tala 1 til {count} på strekane. 1 er det største.",
        en: "Write the numbers 1 to {count} on the lines. 1 is the greatest.",
    }
    /// What was typed is no number, or lies beyond the axis.
    write_up_to(top) {
        nb: "Skriv et tall fra 0 til {top}.",
        nn: "Skriv eit tal frå 0 til {top}.",
        en: "Write a number from 0 to {top}.",
    }
    /// After files with codes were opened.
    files_read(count) { nb: "Tekster lest: {count}.", nn: "Tekstar lesne: {count}.", en: "Texts read: {count}." }
    /// Some could not be read.
    files_unread(count) {
        nb: "Filer som ikke kunne leses: {count}.",
        nn: "Filer som ikkje kunne lesast: {count}.",
        en: "Files that could not be read: {count}.",
    }
    /// So many minutes.
    minutes(count) { nb: "{count} minutter", nn: "{count} minutt", en: "{count} minutes" }
    /// A file is no task: what is expected, what was found and what to do.
    not_a_task(file, found) {
        nb: "{file} er ikke en oppgave som kan åpnes her. Forventet: {found}. Rett filen eller lagre den på nytt.",
        nn: "{file} er ikkje ei oppgåve som kan opnast her. Forventa: {found}. Rett fila eller lagre ho på nytt.",
        en: "{file} is no task that can be opened here. Expected: {found}. Correct the file or save it anew.",
    }
    /// A file of another version.
    other_version(file, wanted, found) {
        nb: "{file} er av en annen versjon: fant {found}, kan lese {wanted}. Åpne den i en nyere utgave av siden.",
        nn: "{file} er av ein annan versjon: fann {found}, kan lese {wanted}. Opne ho i ei nyare utgåve av sida.",
        en: "{file} is of another version: found {found}, can read {wanted}. Open it in a newer edition of the page.",
    }
    /// A dimension is missing.
    no_dimension(name) {
        nb: "Dataene har ingen kolonne {name}.",
        nn: "Dataa har ingen kolonne {name}.",
        en: "The data have no column {name}.",
    }
    /// A measure is missing.
    no_measure(name) {
        nb: "Målet {name} er ikke kjent.",
        nn: "Målet {name} er ikkje kjent.",
        en: "The measure {name} is not known.",
    }
    /// A number has no name.
    no_number(name) {
        nb: "Oppgaven bruker et tall {name} som den ikke har.",
        nn: "Oppgåva bruker eit tal {name} som ho ikkje har.",
        en: "The task uses a number {name} that it does not have.",
    }
    /// A premise does not hold.
    does_not_hold(premise) {
        nb: "Oppgaven bygger på dette, og det stemmer ikke i disse dataene: {premise}",
        nn: "Oppgåva byggjer på dette, og det stemmer ikkje i desse dataa: {premise}",
        en: "The task rests on this, which does not hold in these data: {premise}",
    }
    /// How far two numbers are apart.
    gap_of(one, other) {
        nb: "Avstanden mellom {one} og {other}",
        nn: "Avstanden mellom {one} og {other}",
        en: "The distance between {one} and {other}",
    }
    /// A difference.
    less_of(one, other) { nb: "{one} minus {other}", nn: "{one} minus {other}", en: "{one} minus {other}" }
    /// A part.
    part_of(one, other) {
        nb: "{one} som del av {other}",
        nn: "{one} som del av {other}",
        en: "{one} as a part of {other}",
    }
    /// A ratio.
    times_of(one, other) { nb: "{one} delt på {other}", nn: "{one} delt på {other}", en: "{one} divided by {other}" }
    /// A premise.
    is_above(one, other) {
        nb: "{one} er større enn {other}.",
        nn: "{one} er større enn {other}.",
        en: "{one} is greater than {other}.",
    }
    /// A premise.
    is_times(one, times, other) {
        nb: "{one} er mer enn {times} ganger {other}.",
        nn: "{one} er over {times} gonger {other}.",
        en: "{one} is more than {times} times {other}.",
    }
    /// A premise.
    is_same(one, other) {
        nb: "{one} er det samme som {other}.",
        nn: "{one} er det same som {other}.",
        en: "{one} is the same as {other}.",
    }
    /// A premise.
    is_positive(one) { nb: "{one} er over null.", nn: "{one} er over null.", en: "{one} is above zero." }
    /// A premise.
    is_negative(one) { nb: "{one} er under null.", nn: "{one} er under null.", en: "{one} is below zero." }
    /// A premise.
    is_few(one) {
        nb: "{one} bygger på få hendelser.",
        nn: "{one} byggjer på få hendingar.",
        en: "{one} rests on few events.",
    }
    /// A premise.
    all_rise(title) {
        nb: "{title}: alle linjene går opp fra første til siste verdi.",
        nn: "{title}: alle linjene går opp frå første til siste verdi.",
        en: "{title}: every line goes up from its first value to its last.",
    }
    /// A premise.
    all_fall(title) {
        nb: "{title}: alle linjene går ned fra første til siste verdi.",
        nn: "{title}: alle linjene går ned frå første til siste verdi.",
        en: "{title}: every line goes down from its first value to its last.",
    }
    /// A premise.
    is_reversed(one, other, count) {
        nb: "Av {one} og {other} har den med flest utvandringer den laveste raten, i minst {count} av gruppene.",
        nn: "Av {one} og {other} har den med flest utvandringar den lågaste raten, i minst {count} av gruppene.",
        en: "Of {one} and {other} the one with more emigrations has the lower rate, in at least {count} of the groups.",
    }
    /// A premise.
    is_not_yet(title) {
        nb: "{title}: de siste årene kan ikke observeres ennå.",
        nn: "{title}: dei siste åra kan ikkje observerast enno.",
        en: "{title}: the last years cannot be observed yet.",
    }
    /// The line went the right way.
    way_met(way) {
        nb: "Du tegnet at det {way}, og det gjør det.",
        nn: "Du teikna at det {way}, og det gjer det.",
        en: "You drew that it {way}, and so it does.",
    }
    /// The line went another way.
    way_missed(drawn, truth) {
        nb: "Du tegnet at det {drawn}. Dataene viser at det {truth}.",
        nn: "Du teikna at det {drawn}. Dataa viser at det {truth}.",
        en: "You drew that it {drawn}. In the data it {truth}.",
    }
    /// From a value to another.
    from_to(first, from, last, to) {
        nb: "Fasit er {first} {from} og {last} {to}.",
        nn: "Fasiten er {first} {from} og {last} {to}.",
        en: "The answer is {first} {from} and {last} {to}.",
    }
    /// Nothing is known over a stretch.
    nothing_known(first, last, reason) {
        nb: "For {first} til {last} har dataene ingen tall: {reason}.",
        nn: "For {first} til {last} har dataa ingen tal: {reason}.",
        en: "For {first} to {last} the data have no numbers: {reason}.",
    }
    /// How far off.
    off_by(part) {
        nb: "I snitt ligger svaret ditt {part} av figurens høyde fra tallene.",
        nn: "I snitt ligg svaret ditt {part} av høgda på figuren frå tala.",
        en: "On average your answer is {part} of the height of the figure away from the numbers.",
    }
    /// The bar that is furthest off.
    bar_high(label, set, truth) {
        nb: "Lengst unna er {label}: du satte {set}, og tallet er {truth}, altså lavere.",
        nn: "Lengst unna er {label}: du sette {set}, og dataa seier {truth}, altså lågare.",
        en: "Furthest off is {label}: you set {set}, and the number is {truth}, which is lower.",
    }
    /// The bar that is furthest off.
    bar_low(label, set, truth) {
        nb: "Lengst unna er {label}: du satte {set}, og tallet er {truth}, altså høyere.",
        nn: "Lengst unna er {label}: du sette {set}, og dataa seier {truth}, altså høgare.",
        en: "Furthest off is {label}: you set {set}, and the number is {truth}, which is higher.",
    }
    /// The range holds the number.
    range_holds(range, truth) {
        nb: "Dataene sier {truth}, og intervallet ditt {range} dekker det.",
        nn: "Dataa seier {truth}, og intervallet ditt {range} dekkjer det.",
        en: "The data say {truth}, and your range {range} covers it.",
    }
    /// The range does not.
    range_misses(range, truth) {
        nb: "Dataene sier {truth}, og intervallet ditt {range} dekker det ikke.",
        nn: "Dataa seier {truth}, og intervallet ditt {range} dekkjer det ikkje.",
        en: "The data say {truth}, and your range {range} does not cover it.",
    }
    /// How wide it was.
    range_width(part) {
        nb: "Intervallet ditt er {part} av skalaen bredt.",
        nn: "Intervallet ditt er {part} av skalaen breitt.",
        en: "Your range is {part} of the scale wide.",
    }
    /// How much of the order is right.
    order_pairs(kept, all) {
        nb: "{kept} av {all} par står i rett rekkefølge.",
        nn: "{kept} av {all} par står i rett rekkjefølgje.",
        en: "{kept} of {all} pairs are in the right order.",
    }
    /// The right order.
    order_is(names) {
        nb: "Fra størst til minst: {names}.",
        nn: "Frå størst til minst: {names}.",
        en: "From greatest to least: {names}.",
    }
    /// What is right, to those who have not answered.
    right_is(right) { nb: "Rett svar: {right}", nn: "Rett svar: {right}", en: "The right answer: {right}" }
    /// What the number is.
    number_is(truth) { nb: "Dataene sier {truth}.", nn: "Dataa seier {truth}.", en: "The data say {truth}." }
    /// The right choice.
    choice_met(right) { nb: "Det stemmer: {right}", nn: "Det stemmer: {right}", en: "That is right: {right}" }
    /// Another one is right.
    choice_missed(right) {
        nb: "Dataene sier noe annet. Rett svar: {right}",
        nn: "Dataa seier noko anna. Rett svar: {right}",
        en: "The data say otherwise. The right answer: {right}",
    }
    /// How many boxes were ticked.
    boxes_ticked(count, all) {
        nb: "Du krysset av for {count} av {all} punkter.",
        nn: "Du kryssa av for {count} av {all} punkt.",
        en: "You ticked {count} of {all} points.",
    }
    /// A model answer.
    model_is(model) {
        nb: "Slik kan et svar være: {model}",
        nn: "Slik kan eit svar vere: {model}",
        en: "An answer can be: {model}",
    }
    /// How many have answered.
    answers_in(count) { nb: "{count} svar.", nn: "{count} svar.", en: "{count} answers." }
    /// How many ranges hold.
    ranges_hold(held, count) {
        nb: "{held} av {count} intervaller dekker tallet.",
        nn: "{held} av {count} intervall dekkjer det som er rett.",
        en: "{held} of {count} ranges cover the number.",
    }
    /// An item that was put first.
    put_first(label) { nb: "{label} øverst", nn: "{label} øvst", en: "{label} at the top" }
    /// A slip.
    slips(codes) {
        nb: "Disse ser ut som koder med en skrivefeil og er ikke med: {codes}",
        nn: "Desse ser ut som kodar med ein skrivefeil og er ikkje med: {codes}",
        en: "These look like codes with a typing slip and are left out: {codes}",
    }
    /// Codes of no task of the lesson.
    unknown_codes(codes) {
        nb: "Koder som ikke hører til denne timen: {codes}",
        nn: "Kodar som ikkje høyrer til denne timen: {codes}",
        en: "Codes that do not belong to this lesson: {codes}",
    }
    /// More codes than are read.
    too_many_codes(most) {
        nb: "Det er flere enn {most} koder. Bare de første {most} er lest.",
        nn: "Det er fleire enn {most} kodar. Berre dei første {most} er lesne.",
        en: "There are more than {most} codes. Only the first {most} were read.",
    }
    /// The same code twice.
    again_codes(count) {
        nb: "Koder limt inn flere ganger, telt én gang: {count}",
        nn: "Kodar limte inn mange gonger, talde éin gong: {count}",
        en: "Codes pasted several times, counted once: {count}",
    }
    /// Moves up.
    move_up(label) { nb: "Flytt opp: {label}", nn: "Flytt opp: {label}", en: "Move up: {label}" }
    /// Moves down.
    move_down(label) { nb: "Flytt ned: {label}", nn: "Flytt ned: {label}", en: "Move down: {label}" }
    /// Where one is in a presentation.
    screen_of(place, count) { nb: "{place} av {count}", nn: "{place} av {count}", en: "{place} of {count}" }
    /// Seconds left while the clock stands still.
    seconds_paused(count) {
        nb: "{count} sekunder, stoppet",
        nn: "{count} sekund, stoppa",
        en: "{count} seconds, paused",
    }
    /// Seconds left.
    seconds(count) { nb: "{count} sekunder", nn: "{count} sekund", en: "{count} seconds" }
    /// Leads to other data.
    open_data(title) { nb: "Åpne {title}", nn: "Opne {title}", en: "Open {title}" }
    /// When an aim was checked.
    checked(date) { nb: "sjekket {date}", nn: "sjekka {date}", en: "checked {date}" }
    /// Default question.
    ask_draw(title) {
        nb: "Tegn hvordan du tror linjen går: {title}.",
        nn: "Teikn korleis du trur linja går: {title}.",
        en: "Draw how you think the line goes: {title}.",
    }
    /// Default question.
    ask_bars(title) {
        nb: "Sett søylene slik du tror de er: {title}.",
        nn: "Set søylene slik du trur dei er: {title}.",
        en: "Set the bars as you think they are: {title}.",
    }
    /// Default question.
    ask_order(title) {
        nb: "Ordne fra størst til minst: {title}.",
        nn: "Ordne frå størst til minst: {title}.",
        en: "Order from greatest to least: {title}.",
    }
    /// Default question.
    ask_number(what) {
        nb: "Hvor stort er tallet: {what}? Skriv det minste og det største du tror.",
        nn: "Kor stort er talet: {what}? Skriv det minste og det største du trur.",
        en: "How large is the number: {what}? Write the least and the most you think.",
    }
    /// Default question about a count.
    ask_count(unit, of) {
        nb: "Hvor mange {unit} var det: {of}? Skriv det minste og det største du tror.",
        nn: "Kor mange {unit} var det: {of}? Skriv det minste og det største du trur.",
        en: "How many {unit} were there: {of}? Write the least and the most you think.",
    }
    /// Default question.
    ask_choose(title) {
        nb: "Hvilken er høyest? {title}.",
        nn: "Kva for ein er høgast? {title}.",
        en: "Which is the highest? {title}.",
    }
    /// Default question about a column of an analysis.
    ask_highest(column) {
        nb: "Hvem eller hva har det høyeste tallet? {column}",
        nn: "Kven eller kva har det høgaste talet? {column}",
        en: "Who or what has the highest number? {column}",
    }
    /// Default question.
    ask_explain(title) {
        nb: "Forklar hva figuren viser: {title}.",
        nn: "Forklar kva figuren viser: {title}.",
        en: "Explain what the figure shows: {title}.",
    }
}
