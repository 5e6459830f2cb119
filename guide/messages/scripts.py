"""What `guide` says about scripts and lexicons."""

from __future__ import annotations

from guide.messages.entry import Entry

_NAMES: dict[str, Entry] = {
    "unknown-file": Entry(
        en="“{name}” is not a script and is not built",
        fr="« {name} » n’est pas un script et ne sera pas construit",
        help_en="a script's name ends in .md, as in 201-ascq.md; move this file elsewhere.",
        help_fr="le nom d’un script finit par .md, comme 201-ascq.md ; rangez ce fichier ailleurs.",
    ),
    "script-name": Entry(
        en="“{name}” is not the name of a script",
        fr="« {name} » n’est pas un nom de script",
        help_en="name it by number and id, or by id alone: 201-ascq.md, welcome.md, 201-ascq.children.md.",
        help_fr="donnez-lui un numéro et un identifiant, ou l’identifiant seul : 201-ascq.md, bienvenue.md, "
        "201-ascq.children.md.",
    ),
    "script-name-suffix": Entry(
        en="“{name}” ends in capitals",
        fr="« {name} » se termine par des majuscules",
        help_en="write its ending .md in small letters.",
        help_fr="écrivez sa fin .md en minuscules.",
    ),
    "script-name-without-id": Entry(
        en="“{name}” has a number and no id",
        fr="« {name} » a un numéro mais pas d’identifiant",
        help_en="add a short lasting name after the number, as in 201-ascq.md.",
        help_fr="ajoutez après le numéro un nom court et durable, comme dans 201-ascq.md.",
    ),
    "script-id": Entry(
        en="“{name}” cannot be the id of a stop",
        fr="« {name} » ne peut pas être l’identifiant d’une étape",
        help_en="use small letters without accents, digits and hyphens only.",
        help_fr="n’employez que des minuscules sans accent, des chiffres et des traits d’union.",
    ),
    "script-level": Entry(
        en="“{name}” cannot be the name of a level",
        fr="« {name} » ne peut pas être le nom d’un niveau",
        help_en="use small letters without accents, digits and hyphens only, as in 201-ascq.children.md.",
        help_fr="n’employez que des minuscules sans accent, des chiffres et des traits d’union, comme dans "
        "201-ascq.children.md.",
    ),
    "script-number-length": Entry(
        en="the number {name} is too long to type",
        fr="le numéro {name} est trop long à composer",
        help_en="use at most eight digits; three are easiest for visitors.",
        help_fr="huit chiffres au plus ; trois sont le plus commode pour les visiteurs.",
    ),
}

_WHOLE: dict[str, Entry] = {
    "script-too-long": Entry(
        en="this script has {words} words; a stop may have {most} at most",
        fr="ce script compte {words} mots ; une étape en a {most} au plus",
        help_en="this looks like a whole book: write one script for each stop.",
        help_fr="on dirait un livre entier : écrivez un script par étape.",
    ),
    "empty-script": Entry(
        en="there is nothing to hear in this script",
        fr="il n’y a rien à entendre dans ce script",
        help_en="write at least one paragraph below the head.",
        help_fr="écrivez au moins un paragraphe sous l’en-tête.",
    ),
    "control-character": Entry(
        en="an invisible character stands here ({point})",
        fr="un caractère invisible se trouve ici ({point})",
        help_en="delete it; it often comes with text copied from another program.",
        help_fr="supprimez-le ; il vient souvent d’un texte copié depuis un autre logiciel.",
    ),
    "replacement-character": Entry(
        en="a letter was lost here when the file was saved",
        fr="une lettre s’est perdue ici à l’enregistrement du fichier",
        help_en="type it again and save the file as UTF-8.",
        help_fr="retapez-la et enregistrez le fichier en UTF-8.",
    ),
}

_HEAD: dict[str, Entry] = {
    "head-unclosed": Entry(
        en="the head ends without a line of three hyphens",
        fr="l’en-tête se termine sans ligne de trois tirets",
        help_en="close the head with a line that holds only: ---",
        help_fr="fermez l’en-tête par une ligne qui ne contient que : ---",
    ),
    "unknown-key": Entry(
        en="the head has no line “{key}”",
        fr="l’en-tête ne connaît pas « {key} »",
        help_en="docs/script.md lists what a head may hold; a note to colleagues begins with //.",
        help_fr="docs/script.md dit ce qu’un en-tête peut contenir ; une note aux collègues commence par //.",
    ),
    "doubled-key": Entry(
        en="“{key}” stands twice in the head, first in line {line}",
        fr="« {key} » figure deux fois dans l’en-tête, d’abord à la ligne {line}",
        help_en="keep one of the two.",
        help_fr="gardez-en un seul.",
    ),
    "empty-key": Entry(
        en="nothing is written after “{key}”",
        fr="rien n’est écrit après « {key} »",
        help_en="fill the line in or delete it.",
        help_fr="complétez la ligne ou supprimez-la.",
    ),
    "missing-title": Entry(
        en="this script has no title",
        fr="ce script n’a pas de titre",
        help_en="begin it with a head: a line “---”, a line “title: …”, a line “---”.",
        help_fr="commencez-le par un en-tête : une ligne « --- », une ligne « titre: … », une ligne « --- ».",
    ),
    "empty-title": Entry(
        en="the title is empty",
        fr="le titre est vide",
        help_en="write the stop's title after “{key}:”.",
        help_fr="écrivez le titre de l’étape après « {key}: ».",
    ),
    "number-differs": Entry(
        en="the head says number {value}, the file's name says {named}",
        fr="l’en-tête donne le numéro {value}, le nom du fichier donne {named}",
        help_en="rename the file or delete this line: the file's name is enough.",
        help_fr="renommez le fichier ou supprimez cette ligne : le nom du fichier suffit.",
    ),
    "id-differs": Entry(
        en="the head says id “{value}”, the file's name says “{named}”",
        fr="l’en-tête donne l’identifiant « {value} », le nom du fichier donne « {named} »",
        help_en="rename the file or delete this line: the file's name is enough.",
        help_fr="renommez le fichier ou supprimez cette ligne : le nom du fichier suffit.",
    ),
    "language-differs": Entry(
        en="the head says language “{value}”, the folder says “{named}”",
        fr="l’en-tête donne la langue « {value} », le dossier donne « {named} »",
        help_en="move the file to its language's folder or delete this line.",
        help_fr="placez le fichier dans le dossier de sa langue ou supprimez cette ligne.",
    ),
    "unknown-status": Entry(
        en="“{value}” is not a status",
        fr="« {value} » n’est pas un état",
        help_en="write draft or approved.",
        help_fr="écrivez brouillon ou validé.",
    ),
}

_BODY: dict[str, Entry] = {
    "heading": Entry(
        en="a script has no headings",
        fr="un script n’a pas d’intertitres",
        help_en="a voice cannot show one: write a sentence, or delete the signs.",
        help_fr="une voix ne peut pas les montrer : écrivez une phrase, ou supprimez les signes.",
    ),
    "list": Entry(
        en="a script has no lists",
        fr="un script n’a pas de listes",
        help_en="write the items as sentences; a line of dialogue begins with a long dash (—).",
        help_fr="écrivez les éléments en phrases ; une réplique commence par un tiret long (—).",
    ),
    "table": Entry(
        en="a script has no tables",
        fr="un script n’a pas de tableaux",
        help_en="say in sentences what matters in it.",
        help_fr="dites en phrases ce qui y compte.",
    ),
    "rule": Entry(
        en="a script has no dividing lines below its head",
        fr="un script n’a pas de ligne de séparation sous son en-tête",
        help_en="delete it; a silence is written [pause].",
        help_fr="supprimez-la ; un silence s’écrit [pause].",
    ),
    "code": Entry(
        en="a script has no program code",
        fr="un script ne contient pas de code informatique",
        help_en="delete the signs ` or ~ around these words.",
        help_fr="supprimez les signes ` ou ~ autour de ces mots.",
    ),
    "html-tag": Entry(
        en="a script holds no HTML: {text}",
        fr="un script ne contient pas de HTML : {text}",
        help_en=r"delete it; to show a sign <, write \<.",
        help_fr=r"supprimez-le ; pour montrer un signe <, écrivez \<.",
    ),
    "link": Entry(
        en="an address cannot be listened to: {text}",
        fr="une adresse ne s’écoute pas : {text}",
        help_en="name the site in words, or put the address under “sources” in the head.",
        help_fr="nommez le site avec des mots, ou mettez l’adresse sous « sources » dans l’en-tête.",
    ),
    "underscore-emphasis": Entry(
        en="emphasis is not written with underscores: {text}",
        fr="la mise en valeur ne s’écrit pas avec des soulignés : {text}",
        help_en="put stars around the words: *words*.",
        help_fr="entourez les mots d’étoiles : *mots*.",
    ),
    "unclosed-emphasis": Entry(
        en="this star opens emphasis that nothing closes",
        fr="cette étoile ouvre une mise en valeur que rien ne ferme",
        help_en=r"add the second star after the last word, or write \* to show a star.",
        help_fr=r"ajoutez l’étoile de fin après le dernier mot, ou écrivez \* pour montrer une étoile.",
    ),
    "unclosed-comment": Entry(
        en="this comment never ends; everything after it is left out",
        fr="ce commentaire ne se termine jamais ; tout ce qui suit est laissé de côté",
        help_en="end it with: -->",
        help_fr="terminez-le par : -->",
    ),
    "quote-unmarked": Entry(
        en="this line follows a quotation and does not begin with >",
        fr="cette ligne suit une citation sans commencer par >",
        help_en="begin it with >, or leave an empty line before it.",
        help_fr="commencez-la par >, ou laissez une ligne vide avant elle.",
    ),
    "quote-without-words": Entry(
        en="this quotation says nothing",
        fr="cette citation ne dit rien",
        help_en="write its words in the lines before the name, each with > in front.",
        help_fr="écrivez ses mots dans les lignes qui précèdent le nom, chacune avec > devant.",
    ),
    "markup-in-speaker": Entry(
        en="a speaker's name is plain text",
        fr="le nom de la personne citée est du texte simple",
        help_en="delete stars and brackets from this line.",
        help_fr="supprimez les étoiles et les crochets de cette ligne.",
    ),
    "bed-never-closed": Entry(
        en="the music “{file}” is never ended",
        fr="la musique « {file} » n’est jamais arrêtée",
        help_en="write [end music] where it should fade out.",
        help_fr="écrivez [fin musique] là où elle doit s’éteindre.",
    ),
    "bed-not-open": Entry(
        en="no music plays here that could end",
        fr="aucune musique n’est en cours ici",
        help_en="delete this mark, or write [music: file] before it.",
        help_fr="supprimez cette indication, ou écrivez avant elle [musique: fichier].",
    ),
    "bed-still-open": Entry(
        en="the music “{file}” from line {line} still plays here",
        fr="la musique « {file} » de la ligne {line} est encore en cours ici",
        help_en="write [end music] before the next music begins.",
        help_fr="écrivez [fin musique] avant que la suivante commence.",
    ),
}

_BRACKETS: dict[str, Entry] = {
    "unclosed-bracket": Entry(
        en="this bracket is never closed in its paragraph",
        fr="ce crochet n’est jamais fermé dans son paragraphe",
        help_en=r"add ], or write \[ to show a bracket.",
        help_fr=r"ajoutez ], ou écrivez \[ pour montrer un crochet.",
    ),
    "stray-bracket": Entry(
        en="this bracket closes nothing",
        fr="ce crochet ne ferme rien",
        help_en=r"delete it, or write \] to show a bracket.",
        help_fr=r"supprimez-le, ou écrivez \] pour montrer un crochet.",
    ),
    "empty-bracket": Entry(
        en="this bracket is empty",
        fr="ce crochet est vide",
        help_en="delete it; words left out of a quotation are shown by […].",
        help_fr="supprimez-le ; des mots omis d’une citation se montrent par […].",
    ),
    "unknown-mark": Entry(
        en="“{mark}” is not a mark",
        fr="« {mark} » n’est pas une indication connue",
        help_en=r"docs/script.md lists all marks; to show a bracket, write \[ and \].",
        help_fr=r"docs/script.md donne toutes les indications ; pour montrer un crochet, écrivez \[ et \].",
    ),
    "mark-without-value": Entry(
        en="“{word}” needs more than its name",
        fr="« {word} » demande plus que son nom",
        help_en="write a colon after it and then the file or the name, as in [sound: bell.wav] or [voice: narrator].",
        help_fr="écrivez deux-points puis le fichier ou le nom, comme [son: cloche.wav] ou [voix: narrateur].",
    ),
    "mark-with-value": Entry(
        en="“{word}” takes no colon",
        fr="« {word} » ne prend pas de deux-points",
        help_en="write [end music] or [end music, fade 2 s].",
        help_fr="écrivez [fin musique] ou [fin musique, fondu 2 s].",
    ),
    "mark-inside": Entry(
        en="this mark cannot stand inside other words' brackets or stars",
        fr="cette indication ne peut pas se trouver entre les crochets ou les étoiles d’autres mots",
        help_en="put it before or after them.",
        help_fr="placez-la avant ou après.",
    ),
    "bracket-in-mark": Entry(
        en="a bracket or comment stands inside this mark",
        fr="un crochet ou un commentaire se trouve dans cette indication",
        help_en=r"a mark holds plain text only; to show a bracket in it, write \[ and \].",
        help_fr=r"une indication ne contient que du texte ; pour y montrer un crochet, écrivez \[ et \].",
    ),
    "nested-too-deep": Entry(
        en="brackets stand more than {deepest} deep here",
        fr="plus de {deepest} crochets s’emboîtent ici",
        help_en="write the sentence more simply.",
        help_fr="écrivez la phrase plus simplement.",
    ),
    "nested-alternative": Entry(
        en="a bracket with a bar stands inside another",
        fr="un crochet avec une barre se trouve dans un autre",
        help_en="keep one: left of the bar is shown, right of it is spoken.",
        help_fr="gardez-en un : à gauche de la barre ce qui est montré, à droite ce qui est dit.",
    ),
    "two-bars": Entry(
        en="this bracket has a second bar",
        fr="ce crochet a une seconde barre",
        help_en=r"one bar parts what is shown from what is spoken; to show a bar, write \|.",
        help_fr=r"une seule barre sépare ce qui est montré de ce qui est dit ; pour montrer une barre, écrivez \|.",
    ),
    "unreadable-time": Entry(
        en="the time “{value}” cannot be read",
        fr="la durée « {value} » est illisible",
        help_en="write it like 2 s, 1.5 s, or, in a recording, 0:12–0:31.",
        help_fr="écrivez par exemple 2 s, 1,5 s ou, dans un enregistrement, 0:12–0:31.",
    ),
    "pause-length": Entry(
        en="a pause of “{value}” is too long or none",
        fr="une pause de « {value} » est trop longue ou nulle",
        help_en="write between a moment and {longest} seconds, as in [pause 1.5 s].",
        help_fr="écrivez entre un instant et {longest} secondes, comme [pause 1,5 s].",
    ),
    "unreadable-level": Entry(
        en="the level “{value}” cannot be read",
        fr="le niveau « {value} » est illisible",
        help_en="write it like -18 dB.",
        help_fr="écrivez par exemple -18 dB.",
    ),
    "level-range": Entry(
        en="the level “{value}” is beyond what can be heard well",
        fr="le niveau « {value} » sort de ce qui s’entend bien",
        help_en="music under a voice is usual at -18 dB, a recording by itself at 0 dB.",
        help_fr="une musique sous la voix se met d’ordinaire à -18 dB, un enregistrement seul à 0 dB.",
    ),
    "times-reversed": Entry(
        en="the recording would end ({end} s) before it begins ({start} s)",
        fr="l’enregistrement finirait ({end} s) avant de commencer ({start} s)",
        help_en="write the beginning first, as in 0:12–0:31.",
        help_fr="écrivez le début d’abord, comme 0:12–0:31.",
    ),
    "unknown-value": Entry(
        en="“{value}” says nothing in this mark",
        fr="« {value} » ne veut rien dire dans cette indication",
        help_en="docs/script.md shows what each mark may hold; a caption is written: caption: words",
        help_fr="docs/script.md montre ce que chaque indication peut contenir ; une légende s’écrit : légende: mots",
    ),
    "value-not-here": Entry(
        en="“{value}” does not belong in this mark",
        fr="« {value} » n’a pas sa place dans cette indication",
        help_en="delete it; docs/script.md shows what each mark may hold.",
        help_fr="supprimez-le ; docs/script.md montre ce que chaque indication peut contenir.",
    ),
    "doubled-value": Entry(
        en="“{value}” says something a second time",
        fr="« {value} » répète une précision déjà donnée",
        help_en="keep one of the two.",
        help_fr="gardez-en une seule.",
    ),
    "missing-alt": Entry(
        en="the picture “{file}” has no text for those who cannot see it",
        fr="l’image « {file} » n’a pas de texte pour ceux qui ne la voient pas",
        help_en="say in a sentence what it shows: alt: words",
        help_fr="dites en une phrase ce qu’elle montre : alt: mots",
    ),
    "missing-credit": Entry(
        en="the picture “{file}” has no credit",
        fr="l’image « {file} » n’a pas de crédit",
        help_en="say who made it or owns it: credit: name",
        help_fr="dites qui l’a faite ou la possède : crédit: nom",
    ),
    "media-missing-name": Entry(
        en="this mark names no file",
        fr="cette indication ne nomme aucun fichier",
        help_en="write the file's name first, as it stands in the folder media.",
        help_fr="écrivez d’abord le nom du fichier, tel qu’il est dans le dossier media.",
    ),
    "media-outside": Entry(
        en="the file “{file}” is not named from the folder media",
        fr="le fichier « {file} » n’est pas nommé depuis le dossier media",
        help_en="put it into media and write its path below that folder, as in sounds/bell.wav.",
        help_fr="mettez-le dans media et écrivez son chemin dans ce dossier, comme sons/cloche.wav.",
    ),
    "media-absolute": Entry(
        en="“{file}” names a place outside this guide",
        fr="« {file} » désigne un endroit hors de ce guide",
        help_en="copy the file into the folder media and write its name only.",
        help_fr="copiez le fichier dans le dossier media et n’écrivez que son nom.",
    ),
    "media-backslash": Entry(
        en="the path “{file}” has backslashes",
        fr="le chemin « {file} » contient des barres obliques inverses",
        help_en="part folders with /, as in sounds/bell.wav.",
        help_fr="séparez les dossiers par /, comme dans sons/cloche.wav.",
    ),
    "media-folder-named": Entry(
        en="“{file}” names the folder media, where every file is looked for already",
        fr="« {file} » nomme le dossier media, où tout fichier est déjà cherché",
        help_en="leave “media/” out.",
        help_fr="supprimez « media/ ».",
    ),
}

_LEXICONS: dict[str, Entry] = {
    "lexicon-line": Entry(
        en="this line is not an entry of a lexicon",
        fr="cette ligne n’est pas une entrée de lexique",
        help_en="write the word, a colon, and how it is said: Loos: Loss /lɔs/",
        help_fr="écrivez le mot, deux-points, puis sa prononciation : Loos: Losse /lɔs/",
    ),
    "lexicon-empty": Entry(
        en="nothing says how “{word}” is spoken",
        fr="rien ne dit comment « {word} » se prononce",
        help_en="write after the colon how a reader would spell the sound, or IPA between slashes.",
        help_fr="écrivez après les deux-points le son tel qu’on l’écrirait, ou l’API entre barres obliques.",
    ),
    "lexicon-double": Entry(
        en="“{word}” stands twice in the lexicon, first in line {line}",
        fr="« {word} » figure deux fois dans le lexique, d’abord à la ligne {line}",
        help_en="keep one of the two.",
        help_fr="gardez-en une seule.",
    ),
    "lexicon-ipa": Entry(
        en="the pronunciation of “{word}” holds a sign that is not phonetic: {sign}",
        fr="la prononciation de « {word} » contient un signe qui n’est pas phonétique : {sign}",
        help_en="IPA stands once, at the end, between two slashes: Loos: Loss /lɔs/",
        help_fr="l’API figure une fois, à la fin, entre deux barres obliques : Loos: Losse /lɔs/",
    ),
    "pls-document-type": Entry(
        en="this lexicon is not plain UTF-8, or declares a document type",
        fr="ce lexique n’est pas en UTF-8 simple, ou déclare un type de document",
        help_en="export it again as UTF-8 and delete the line that begins with <!DOCTYPE.",
        help_fr="exportez-le de nouveau en UTF-8 et supprimez la ligne qui commence par <!DOCTYPE.",
    ),
    "pls-broken": Entry(
        en="this lexicon is not well-formed XML",
        fr="ce lexique n’est pas un XML bien formé",
        help_en="export it again from the program that wrote it.",
        help_fr="exportez-le de nouveau depuis le logiciel qui l’a écrit.",
    ),
    "pls-other": Entry(
        en="this is not a W3C pronunciation lexicon but “{name}”",
        fr="ce n’est pas un lexique de prononciation du W3C mais « {name} »",
        help_en="export it as PLS 1.0.",
        help_fr="exportez-le au format PLS 1.0.",
    ),
    "pls-language": Entry(
        en="this lexicon is for “{value}”, not for “{named}”",
        fr="ce lexique est fait pour « {value} », non pour « {named} »",
        help_en="import it into the lexicon of its own language.",
        help_fr="importez-le dans le lexique de sa propre langue.",
    ),
    "pls-lexeme": Entry(
        en="the entry “{word}” has no word, or neither IPA nor a respelling",
        fr="l’entrée « {word} » n’a pas de mot, ou n’a ni API ni transcription",
        help_en="complete it in the program that wrote it, or leave it out.",
        help_fr="complétez-la dans le logiciel qui l’a écrite, ou retirez-la.",
    ),
}

ENTRIES: dict[str, Entry] = {**_NAMES, **_WHOLE, **_HEAD, **_BODY, **_BRACKETS, **_LEXICONS}
