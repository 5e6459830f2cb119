"""What `guide check` says of a guide that can be read: lengths, wording, translations, rights, releases."""

from __future__ import annotations

from guide.messages.entry import Entry

ENTRIES: dict[str, Entry] = {
    "scripts-folder-unlisted": Entry(
        "the folder {folder} is not read: “{language}” is none of the guide's languages",
        "le dossier {folder} n’est pas lu : « {language} » n’est pas une langue du guide",
        "Add the language to languages under [guide] in guide.toml, or move the folder elsewhere.",
        "Ajoutez la langue à languages, sous [guide] dans guide.toml, ou rangez ce dossier ailleurs.",
    ),
    "role-in-another-word": Entry(
        "in guide.toml the role “{written}” is called “{role}”, whatever the language",
        "dans guide.toml, le rôle « {written} » s’appelle « {role} », quelle que soit la langue",
        "Write {role} = … there; in scripts each language keeps its word.",
        "Écrivez-y {role} = … ; dans les scripts, chaque langue garde son mot.",
    ),
    # Media.
    "media-unused": Entry(
        "nothing uses “{file}”",
        "rien n’utilise « {file} »",
        "Name it in a script, or move it out of media/.",
        "Nommez-le dans un script, ou sortez-le de media/.",
    ),
    "recording-unused": Entry(
        "the recording “{file}” is heard nowhere",
        "l’enregistrement « {file} » ne s’entend nulle part",
        "Give it the script's name in its language's folder, such as recordings/fr/201-ascq.wav; of two for one stop "
        "only one is heard.",
        "Donnez-lui le nom du script, dans le dossier de sa langue, comme recordings/fr/201-ascq.wav ; de deux "
        "enregistrements d’une étape, un seul s’entend.",
    ),
    "rights-date": Entry(
        "“{date}” is not a day: the rights of “{file}” cannot be watched",
        "« {date} » n’est pas une date : les droits de « {file} » ne peuvent pas être suivis",
        "Write year, month and day: 2027-12-31",
        "Écrivez année, mois et jour : 2027-12-31",
    ),
    "rights-unused": Entry(
        "rights are noted for “{file}”, which no script uses",
        "des droits sont notés pour « {file} », qu’aucun script n’utilise",
        "Correct the name, or remove the line.",
        "Corrigez le nom, ou supprimez la ligne.",
    ),
    "rights-expired": Entry(
        "“{file}” may be used no longer: its rights ended on {date}",
        "« {file} » ne peut plus être utilisé : les droits ont pris fin le {date}",
        "Take it out of the scripts, or agree on more time and correct the date.",
        "Retirez-le des scripts, ou obtenez une prolongation et corrigez la date.",
    ),
    "rights-soon": Entry(
        "the rights of “{file}” end on {date}: in {days} days",
        "les droits de « {file} » prennent fin le {date} : dans {days} jours",
        "Ask for more time now, or prepare a guide without it.",
        "Demandez une prolongation dès maintenant, ou préparez un guide qui s’en passe.",
    ),
    # Length.
    "words-too-many": Entry(
        "this stop has {words:word|words}; the target is at most {most}",
        "cette étape compte {words:mot|mots} ; l’objectif est d’au plus {most}",
        "Keep one idea, or divide the stop; the target stands in guide.toml under [targets].",
        "Gardez une seule idée, ou partagez l’étape ; l’objectif est dans guide.toml, sous [targets].",
    ),
    "words-too-few": Entry(
        "this stop has {words:word|words}; the target is at least {fewest}",
        "cette étape compte {words:mot|mots} ; l’objectif est d’au moins {fewest}",
        "Say more, or join it to another stop; the target stands in guide.toml under [targets].",
        "Développez, ou réunissez-la à une autre étape ; l’objectif est dans guide.toml, sous [targets].",
    ),
    "plays-too-long": Entry(
        "this stop plays for {seconds:second|seconds}; the target is at most {longest}",
        "cette étape dure {seconds:seconde|secondes} ; l’objectif est d’au plus {longest}",
        "Shorten the text or the pauses; the target stands in guide.toml under [targets].",
        "Raccourcissez le texte ou les pauses ; l’objectif est dans guide.toml, sous [targets].",
    ),
    "plays-too-short": Entry(
        "this stop plays for {seconds:second|seconds}; the target is at least {shortest}",
        "cette étape dure {seconds:seconde|secondes} ; l’objectif est d’au moins {shortest}",
        "Say more, or give it more time; the target stands in guide.toml under [targets].",
        "Développez, ou allongez les pauses ; l’objectif est dans guide.toml, sous [targets].",
    ),
    "likely-too-long": Entry(
        "this stop will play for about {seconds:second|seconds}; the target is at most {longest}",
        "cette étape durera environ {seconds:seconde|secondes} ; l’objectif est d’au plus {longest}",
        "Shorten the text or the pauses; once it is built, the real time counts.",
        "Raccourcissez le texte ou les pauses ; une fois le guide construit, c’est la vraie durée qui compte.",
    ),
    "likely-too-short": Entry(
        "this stop will play for about {seconds:second|seconds}; the target is at least {shortest}",
        "cette étape durera environ {seconds:seconde|secondes} ; l’objectif est d’au moins {shortest}",
        "Say more, or give it more time; once it is built, the real time counts.",
        "Développez, ou allongez les pauses ; une fois le guide construit, c’est la vraie durée qui compte.",
    ),
    "sentence-too-long": Entry(
        "this sentence has {words:word|words}; the ear follows {most}",
        "cette phrase compte {words:mot|mots} ; l’oreille en suit {most}",
        "Divide it: a listener cannot go back to its beginning.",
        "Coupez-la : qui écoute ne peut pas revenir au début.",
    ),
    "dates-too-many": Entry(
        "this stop has {count} dates, more than the {most} that are meant to be kept: {dates}",
        "cette étape donne {count} dates, plus que les {most} que l’on peut retenir : {dates}",
        "Keep those that the story needs; the others can be shown and not said: [(1944) | ]",
        "Gardez celles dont le récit a besoin ; les autres peuvent se montrer sans se dire : [(1944) | ]",
    ),
    # Wording.
    "direction": Entry(
        "“{words}” is true only for those who stand as the author did",
        "« {words} » n’est vrai que pour qui se tient comme l’auteur",
        "Name what is to be seen instead: “the map with the red line”.",
        "Nommez plutôt ce qu’il faut voir : « la carte au trait rouge ».",
    ),
    "letters-unspoken": Entry(
        "“{words}” is in letters that a voice for “{language}” does not read: it may leave them out",
        "« {words} » est dans un alphabet qu’une voix en « {language} » ne lit pas : elle peut le passer sous silence",
        "Write what is to be said: [{words} | …].",
        "Écrivez ce qu’il faut dire : [{words} | …].",
    ),
    "sign-unspoken": Entry(
        "nothing is said in “{language}” for the sign {sign}",
        "rien n’est dit en « {language} » pour le signe {sign}",
        "Write what is to be said: [{sign} | …]; or that it is only shown: [{sign} | ].",
        "Écrivez ce qu’il faut dire : [{sign} | …] ; ou qu’il est seulement montré : [{sign} | ].",
    ),
    "quotation-open": Entry(
        "this quotation mark {sign} is not closed in its paragraph",
        "ce guillemet {sign} n’est pas fermé dans son paragraphe",
        "Add {closing} where the words end. Words of several paragraphs need {sign} at the start of each.",
        "Ajoutez {closing} à la fin des mots cités. Une citation de plusieurs paragraphes rouvre {sign} à chacun.",
    ),
    "speaker-in-quote": Entry(
        "“{name}” will be read aloud with the words of the quotation",
        "« {name} » sera lu à voix haute avec les mots de la citation",
        "Begin each line of the quotation with > and put the name alone on its last line: > — {name}",
        "Commencez chaque ligne de la citation par > et mettez le nom seul sur la dernière : > — {name}",
    ),
    "mark-unbracketed": Entry(
        "“{words}” is not in brackets: it is shown and read aloud",
        "« {words} » n’est pas entre crochets : c’est montré et lu à voix haute",
        "Marks stand in square brackets; words that belong to the text are settled in guide.toml.",
        "Les indications se mettent entre crochets droits ; si ces mots sont du texte, acceptez-les dans guide.toml.",
    ),
    "warning-missing": Entry(
        "a hard story without a warning ({words})",
        "un récit dur sans avertissement ({words})",
        "Add a line to the head: “warning: …” says before play what is to come.",
        "Ajoutez une ligne en tête : « avertissement: … » prévient avant l’écoute.",
    ),
    "warning-missing-sound": Entry(
        "“{file}” may startle, and the stop has no warning",
        "« {file} » peut faire sursauter, et l’étape n’a pas d’avertissement",
        "Add a line to the head: “warning: …” says before play what is to be heard.",
        "Ajoutez une ligne en tête : « avertissement: … » prévient avant l’écoute.",
    ),
    # Voices and languages.
    "language-without-audio": Entry(
        "the language “{language}” has text and no sound",
        "la langue « {language} » a du texte, mais pas de son",
        'That is what guide.toml says; remove audio = "none" when there is a voice for it.',
        'C’est ce que dit guide.toml ; retirez audio = "none" dès qu’il y a une voix.',
    ),
    # Translations.
    "stop-untranslated": Entry(
        "the stop {number} has no script in “{language}”",
        "l’étape {number} n’a pas de script en « {language} »",
        "Visitors in that language will be told that it is missing: translate it, or settle this with the reason.",
        "Les visiteurs de cette langue liront qu’elle manque : traduisez-la, ou acceptez cet écart en disant pourquoi.",
    ),
    "language-without-scripts": Entry(
        "the language “{language}” has no script yet",
        "la langue « {language} » n’a encore aucun script",
        "Write or import one, or take the language out of guide.toml.",
        "Écrivez ou importez-en un, ou retirez la langue de guide.toml.",
    ),
    "paragraphs-differ": Entry(
        "paragraphs: {count} here, {other} in {file}",
        "paragraphes : {count} ici, {other} dans {file}",
        "Give both the same paragraphs: the page changes language at a paragraph.",
        "Donnez-leur les mêmes paragraphes : c’est au paragraphe que la page passe d’une langue à l’autre.",
    ),
    "quote-only-here": Entry(
        "a quote here, told as narration in {file}, line {line}",
        "une citation ici, un simple récit dans {file}, ligne {line}",
        "Begin the paragraph with “>” in both, or in neither.",
        "Commencez le paragraphe par « > » dans les deux, ou dans aucun.",
    ),
    "quote-only-there": Entry(
        "told as narration here, a quote in {file}, line {line}",
        "un simple récit ici, une citation dans {file}, ligne {line}",
        "Begin the paragraph with “>” in both, or in neither.",
        "Commencez le paragraphe par « > » dans les deux, ou dans aucun.",
    ),
    "pictures-differ": Entry(
        "not the same pictures as in {file}: only here {here}, only there {there}",
        "pas les mêmes images que dans {file} : ici seulement {here}, là seulement {there}",
        "Show the same pictures in both, or settle this with the reason.",
        "Montrez les mêmes images dans les deux, ou acceptez cet écart en disant pourquoi.",
    ),
    "sounds-differ": Entry(
        "not the same sounds as in {file}: only here {here}, only there {there}",
        "pas les mêmes sons que dans {file} : ici seulement {here}, là seulement {there}",
        "Play the same sounds in both, or settle this with the reason.",
        "Faites entendre les mêmes sons dans les deux, ou acceptez cet écart en disant pourquoi.",
    ),
    "figures-differ": Entry(
        "not the same figures as in {file}, line {line}: only here {here}, only there {there}",
        "pas les mêmes chiffres que dans {file}, ligne {line} : ici seulement {here}, là seulement {there}",
        "Compare the two sentences; if both are right, settle this with the reason.",
        "Comparez les deux phrases ; si les deux sont justes, acceptez cet écart en disant pourquoi.",
    ),
    "warning-untranslated": Entry(
        "the warning before this stop stands only in {file}",
        "l’avertissement qui précède cette étape n’est que dans {file}",
        "Add it to the head: visitors of all languages are warned, or none needs to be.",
        "Ajoutez-le en tête : on prévient les visiteurs de toutes les langues, ou d’aucune.",
    ),
    # Levels.
    "level-alone": Entry(
        "the level “{level}” has no standard script in “{language}” beside it",
        "le niveau « {level} » n’a pas à côté de lui de script standard en « {language} »",
        "Write the standard one too, or take the level out of the file's name.",
        "Écrivez aussi le script standard, ou retirez le niveau du nom du fichier.",
    ),
    "level-in-another-word": Entry(
        "the page shows the level “{level}” by this very word in every language",
        "la page montre le niveau « {level} » sous ce mot-là dans toutes les langues",
        "Levels that it can name in each language are called children, easy and description in file names.",
        "Les niveaux qu’elle sait nommer dans chaque langue s’appellent children, easy et description dans les noms de "
        "fichiers.",
    ),
    "level-is-language": Entry(
        "the level of this script is called “{level}”, like a language",
        "le niveau de ce script s’appelle « {level} », comme une langue",
        "The folder says the language: take .{level} out of the file's name.",
        "C’est le dossier qui dit la langue : retirez .{level} du nom du fichier.",
    ),
    "level-untranslated": Entry(
        "the level “{level}” of this stop has no script in “{language}”, where other stops have one",
        "le niveau « {level} » de cette étape n’a pas de script en « {language} », alors que d’autres étapes en ont un",
        "Translate it, or settle this with the reason.",
        "Traduisez-le, ou acceptez cet écart en disant pourquoi.",
    ),
    "level-incomplete": Entry(
        "stops without a script of the level “{level}”: {count} ({stops})",
        "étapes sans script du niveau « {level} » : {count} ({stops})",
        "There visitors hear the standard level.",
        "Les visiteurs y entendent le niveau standard.",
    ),
    # Settled warnings.
    "settled-nothing": Entry(
        "the settled warning “{settled}” (file: {file}) is met nowhere any more",
        "l’avertissement accepté « {settled} » (fichier : {file}) n’apparaît plus nulle part",
        "Correct it in guide.toml or take it out: it could hide a later one.",
        "Corrigez-le dans guide.toml, ou retirez-l’en : il pourrait en cacher un autre plus tard.",
    ),
    # Before publishing.
    "release-cast-missing": Entry(
        "guide.toml has no cast “{cast}”",
        "guide.toml n’a pas de distribution « {cast} »",
        "Say under [casts.{cast}] who speaks the published guide.",
        "Dites sous [casts.{cast}] qui parle dans le guide publié.",
    ),
    "release-draft": Entry(
        "the script of “{stop}” is still a draft",
        "le script de « {stop} » est encore un brouillon",
        "Have it approved, then change its status.",
        "Faites-le valider, puis changez son état.",
    ),
    "release-track-missing": Entry(
        "the track {track} is not made",
        "la piste {track} n’est pas fabriquée",
        "Make it with: guide build --cast release",
        "Fabriquez-la avec : guide build --cast release",
    ),
    "release-track-stale": Entry(
        "the track {track} is older than its text, the lexicon, its voices or its sounds",
        "la piste {track} est plus ancienne que son texte, le lexique, ses voix ou ses sons",
        "Make it anew with: guide build --cast release",
        "Refaites-la avec : guide build --cast release",
    ),
    "release-track-cast": Entry(
        "the track {track} is spoken by {engine} {voice} (cast {cast}), not by the cast “{wanted}”",
        "la piste {track} est dite par {engine} {voice} (distribution {cast}), et non par la distribution « {wanted} »",
        "Make it anew with: guide build --cast release",
        "Refaites-la avec : guide build --cast release",
    ),
    # The report itself.
    "check-summary": Entry(
        "Errors: {errors}. Warnings: {warnings}. Notes: {notes}. Settled: {settled}.",
        "Erreurs : {errors}. Avertissements : {warnings}. Remarques : {notes}. Acceptés : {settled}.",
    ),
    "check-help": Entry("help:", "aide :"),
    "help-format-of-findings": Entry(
        "Form of the report: for people, programs, editors, GitHub, or code review (SARIF).",
        "Forme du rapport : pour lire, pour un programme, un éditeur, GitHub, ou une revue de code (SARIF).",
    ),
    "help-strict": Entry("Let warnings fail the check too.", "Les avertissements font aussi échouer la vérification."),
    "help-release": Entry(
        "Say also what keeps the guide from being published: drafts, tracks of other voices.",
        "Dit aussi ce qui empêche de publier : brouillons, pistes dites par d’autres voix.",
    ),
}
