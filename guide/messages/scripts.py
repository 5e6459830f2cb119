"""What `guide` says about scripts: their names, heads, paragraphs and quotes; `marks` has their brackets."""

from __future__ import annotations

from guide.messages.entry import Entry

_NAMES: dict[str, Entry] = {
    "unknown-file": Entry(
        en="“{name}” is not a script and is not built",
        fr="« {name} » n’est pas un script : il n’entrera pas dans le guide",
        help_en="A script's name ends in .md, as in 201-ascq.md; move this file elsewhere.",
        help_fr="Le nom d’un script finit par .md, comme 201-ascq.md ; rangez ce fichier ailleurs.",
    ),
    "script-subfolder": Entry(
        en="“{name}” is a folder: what lies in it is not built",
        fr="« {name} » est un dossier : ce qu’il contient n’entrera pas dans le guide",
        help_en="Put scripts directly into their language's folder; sections and tours are named in guide.toml.",
        help_fr="Rangez les scripts directement dans le dossier de leur langue ; parties et parcours se nomment dans "
        "guide.toml.",
    ),
    "script-document": Entry(
        en="“{name}” is a document of a word processor and is not built",
        fr="« {name} » est un document de traitement de texte : il n’entrera pas dans le guide",
        help_en="Move it out of this folder; a .docx or .odt is made into scripts with: guide import FILE",
        help_fr="Sortez-le de ce dossier ; un .docx ou .odt devient des scripts avec : guide import FICHIER",
    ),
    "script-name": Entry(
        en="“{name}” is not the name of a script",
        fr="« {name} » n’est pas un nom de script",
        help_en="Name it by number and id, or by id alone: 201-ascq.md, welcome.md, 201-ascq.children.md.",
        help_fr="Donnez-lui un numéro et un identifiant, ou l’identifiant seul : 201-ascq.md, bienvenue.md, "
        "201-ascq.children.md.",
    ),
    "script-name-suffix": Entry(
        en="“{name}” ends in capitals",
        fr="« {name} » se termine par des majuscules",
        help_en="Write its ending .md in small letters.",
        help_fr="Écrivez sa fin .md en minuscules.",
    ),
    "script-name-without-id": Entry(
        en="“{name}” has a number and no id",
        fr="« {name} » a un numéro mais pas d’identifiant",
        help_en="Add a short lasting name after the number, as in 201-ascq.md.",
        help_fr="Ajoutez après le numéro un nom court et durable, comme dans 201-ascq.md.",
    ),
    "script-id": Entry(
        en="“{name}” cannot be the id of a stop",
        fr="« {name} » ne peut pas être l’identifiant d’une étape",
        help_en="Use small letters without accents, digits and hyphens only.",
        help_fr="N’employez que des minuscules sans accent, des chiffres et des traits d’union.",
    ),
    "script-id-reserved": Entry(
        en="“{name}” cannot be the id of a stop without a number: Windows, and cards written there, can hold no file "
        "“{name}”",
        fr="« {name} » ne peut pas être l’identifiant d’une étape sans numéro : Windows et les cartes écrites sous "
        "Windows refusent un fichier « {name} »",
        help_en="Give the stop a number, as in 101-{name}.md, or another name.",
        help_fr="Donnez un numéro à l’étape, comme 101-{name}.md, ou un autre nom.",
    ),
    "script-copied": Entry(
        en="“{name}” looks like a copy of {original} and is not built",
        fr="« {name} » ressemble à une copie de {original} : il n’entrera pas dans le guide",
        help_en="Delete it once it holds nothing that {original} lacks; for another stop, give it a number and a name "
        "of its own.",
        help_fr="Supprimez-la si elle ne contient rien de plus que {original} ; pour une autre étape, donnez-lui un "
        "numéro et un nom à elle.",
    ),
    "script-level": Entry(
        en="“{name}” cannot be the name of a level",
        fr="« {name} » ne peut pas être le nom d’un niveau",
        help_en="Use small letters without accents, digits and hyphens only, as in 201-ascq.children.md.",
        help_fr="N’employez que des minuscules sans accent, des chiffres et des traits d’union, comme dans "
        "201-ascq.children.md.",
    ),
    "script-number-length": Entry(
        en="the number {name} is too long to type",
        fr="le numéro {name} est trop long à composer",
        help_en="Use at most eight digits; three are easiest for visitors.",
        help_fr="Huit chiffres au plus ; trois sont le plus commode pour les visiteurs.",
    ),
}

_WHOLE: dict[str, Entry] = {
    "script-too-long": Entry(
        en="this script has {words} words; a stop may have {most} at most",
        fr="ce script compte {words} mots ; une étape en a {most} au plus",
        help_en="This looks like a whole book: write one script for each stop.",
        help_fr="On dirait un livre entier : écrivez un script par étape.",
    ),
    "empty-script": Entry(
        en="there is nothing to hear in this script",
        fr="il n’y a rien à entendre dans ce script",
        help_en="Write at least one paragraph below the head.",
        help_fr="Écrivez au moins un paragraphe sous l’en-tête.",
    ),
    "control-character": Entry(
        en="an invisible character stands here ({point})",
        fr="un caractère invisible se trouve ici ({point})",
        help_en="Delete it; it often comes with text copied from another program.",
        help_fr="Supprimez-le ; il vient souvent d’un texte copié depuis un autre logiciel.",
    ),
    "replacement-character": Entry(
        en="a letter was lost here when the file was saved",
        fr="une lettre s’est perdue ici à l’enregistrement du fichier",
        help_en="Type it again and save the file as UTF-8.",
        help_fr="Retapez-la et enregistrez le fichier en UTF-8.",
    ),
}

_HEAD: dict[str, Entry] = {
    "head-unclosed": Entry(
        en="the head ends without a line of three hyphens",
        fr="l’en-tête se termine sans ligne de trois tirets",
        help_en="Close the head with a line that holds only: ---",
        help_fr="Fermez l’en-tête par une ligne qui ne contient que : ---",
    ),
    "head-line": Entry(
        en="this line of the head is not a key, a colon and a value: {text}",
        fr="cette ligne de l’en-tête n’a pas la forme d’un mot, de deux-points et d’un texte : {text}",
        help_en="Write it like: title: The room. A value goes on in the next line if that one begins with blanks.",
        help_fr="Écrivez par exemple : titre: La salle. Le texte continue à la ligne suivante si celle-ci commence "
        "par des espaces.",
    ),
    "unknown-key": Entry(
        en="the head has no line “{key}”",
        fr="l’en-tête ne connaît pas « {key} »",
        help_en="The page “script” lists its keys (guide --docs); a note to colleagues begins with //.",
        help_fr="La page « Le script » donne ses mots-clés (guide --docs) ; une note aux collègues commence par //.",
    ),
    "doubled-key": Entry(
        en="“{key}” stands twice in the head, first in line {line}",
        fr="« {key} » figure deux fois dans l’en-tête, d’abord à la ligne {line}",
        help_en="Keep one of the two.",
        help_fr="Gardez-en une seule.",
    ),
    "empty-key": Entry(
        en="nothing is written after “{key}”",
        fr="rien n’est écrit après « {key} »",
        help_en="Fill the line in or delete it.",
        help_fr="Complétez la ligne ou supprimez-la.",
    ),
    "quoted-value": Entry(
        en="the quotation marks after “{key}” are part of the text: visitors would see them",
        fr="les guillemets après « {key} » font partie du texte : les visiteurs les verraient",
        help_en="Write {key}: {value}",
        help_fr="Écrivez {key}: {value}",
    ),
    "missing-title": Entry(
        en="this script has no title",
        fr="ce script n’a pas de titre",
        help_en="Begin it with a head: a line “---”, a line “title: …”, a line “---”.",
        help_fr="Commencez-le par un en-tête : une ligne « --- », une ligne « titre: … », une ligne « --- ».",
    ),
    "empty-title": Entry(
        en="the title is empty",
        fr="le titre est vide",
        help_en="Write the stop's title after “{key}:”.",
        help_fr="Écrivez le titre de l’étape après « {key}: ».",
    ),
    "number-differs": Entry(
        en="the head says number {value}, the file's name says {named}",
        fr="l’en-tête donne le numéro {value}, le nom du fichier donne {named}",
        help_en="Rename the file or delete this line: the file's name is enough.",
        help_fr="Renommez le fichier ou supprimez cette ligne : le nom du fichier suffit.",
    ),
    "id-differs": Entry(
        en="the head says id “{value}”, the file's name says “{named}”",
        fr="l’en-tête donne l’identifiant « {value} », le nom du fichier donne « {named} »",
        help_en="Rename the file or delete this line: the file's name is enough.",
        help_fr="Renommez le fichier ou supprimez cette ligne : le nom du fichier suffit.",
    ),
    "language-differs": Entry(
        en="the head says language “{value}”, the folder says “{named}”",
        fr="l’en-tête donne la langue « {value} », le dossier donne « {named} »",
        help_en="Move the file to its language's folder or delete this line.",
        help_fr="Placez le fichier dans le dossier de sa langue ou supprimez cette ligne.",
    ),
    "unknown-status": Entry(
        en="“{value}” is not a status",
        fr="« {value} » n’est pas un état",
        help_en="Write draft or approved.",
        help_fr="Écrivez brouillon ou validé.",
    ),
}

_BODY: dict[str, Entry] = {
    "heading": Entry(
        en="a script has no headings",
        fr="un script n’a pas d’intertitres",
        help_en="A voice cannot show one: write a sentence, or delete the signs.",
        help_fr="Une voix ne peut pas les montrer : écrivez une phrase, ou supprimez les signes.",
    ),
    "list": Entry(
        en="a script has no lists",
        fr="un script n’a pas de listes",
        help_en="Write the items as sentences; a line of dialogue begins with a long dash (—).",
        help_fr="Écrivez les éléments en phrases ; une réplique commence par un tiret long (—).",
    ),
    "table": Entry(
        en="a script has no tables",
        fr="un script n’a pas de tableaux",
        help_en="Say in sentences what matters in it.",
        help_fr="Dites en phrases ce qui y compte.",
    ),
    "rule": Entry(
        en="a script has no dividing lines below its head",
        fr="un script n’a pas de ligne de séparation sous son en-tête",
        help_en="Delete it; a silence is written [pause].",
        help_fr="Supprimez-la ; un silence s’écrit [pause].",
    ),
    "code": Entry(
        en="a script has no program code",
        fr="un script ne contient pas de code informatique",
        help_en="Delete the signs ` or ~ around these words.",
        help_fr="Supprimez les signes ` ou ~ autour de ces mots.",
    ),
    "html-tag": Entry(
        en="a script holds no HTML: {text}",
        fr="un script ne contient pas de balise HTML : {text}",
        help_en=r"Delete it; to show a sign <, write \<.",
        help_fr=r"Supprimez-le ; pour montrer un signe <, écrivez \<.",
    ),
    "link": Entry(
        en="an address cannot be listened to: {text}",
        fr="une adresse ne s’écoute pas : {text}",
        help_en="Name the site in words, or put the address under “sources” in the head.",
        help_fr="Nommez le site avec des mots, ou mettez l’adresse sous « sources » dans l’en-tête.",
    ),
    "underscore-emphasis": Entry(
        en="emphasis is not written with underscores: {text}",
        fr="la mise en valeur ne s’écrit pas avec le signe _ : {text}",
        help_en="Put stars around the words: *words*.",
        help_fr="Entourez les mots d’étoiles : *mots*.",
    ),
    "unclosed-emphasis": Entry(
        en="this star opens emphasis that nothing closes",
        fr="cette étoile ouvre une mise en valeur que rien ne ferme",
        help_en=r"Add the second star after the last word, or write \* to show a star.",
        help_fr=r"Ajoutez l’étoile de fin après le dernier mot, ou écrivez \* pour montrer une étoile.",
    ),
    "unclosed-comment": Entry(
        en="this comment never ends; everything after it is left out",
        fr="ce commentaire ne se termine jamais ; tout ce qui suit est laissé de côté",
        help_en="End it with: -->",
        help_fr="Terminez-le par : -->",
    ),
    "comment-sign": Entry(
        en="{text} neither begins nor ends a note: visitors would see it",
        fr="{text} ne commence ni ne termine un commentaire : les visiteurs le verraient",
        help_en="A note stands between <!-- and -->, or on a line of its own that begins with //.",
        help_fr="Un commentaire se place entre <!-- et -->, ou seul sur une ligne qui commence par //.",
    ),
    "note-in-line": Entry(
        en="what follows // here would be shown and read aloud",
        fr="ce qui suit // serait ici montré et lu à voix haute",
        help_en="Put the note on a line of its own that begins with //, or between <!-- and -->.",
        help_fr="Mettez le commentaire seul sur une ligne qui commence par //, ou entre <!-- et -->.",
    ),
    "quote-unmarked": Entry(
        en="this line follows a quotation and does not begin with >",
        fr="cette ligne suit une citation sans commencer par >",
        help_en="Begin it with >, or leave an empty line before it.",
        help_fr="Commencez-la par >, ou laissez une ligne vide avant elle.",
    ),
    "quote-without-words": Entry(
        en="this quotation says nothing",
        fr="cette citation est vide",
        help_en="Write its words in the lines before the name, each with > in front; words that begin with a dash are "
        r"written \— words.",
        help_fr="Écrivez ses mots dans les lignes qui précèdent le nom, chacune avec > devant ; des mots qui "
        r"commencent par un tiret s’écrivent \— des mots.",
    ),
    "markup-in-speaker": Entry(
        en="a speaker's name is plain text",
        fr="le nom de la personne citée est du texte simple",
        help_en="Delete stars and brackets from this line.",
        help_fr="Supprimez les étoiles et les crochets de cette ligne.",
    ),
    "bed-never-closed": Entry(
        en="the music “{file}” is never ended",
        fr="la musique « {file} » n’est jamais arrêtée",
        help_en="Write [end music] where it should fade out.",
        help_fr="Écrivez [fin musique] là où elle doit s’éteindre.",
    ),
    "bed-not-open": Entry(
        en="no music plays here that could end",
        fr="aucune musique n’est en cours ici",
        help_en="Delete this mark, or write [music: file] before it.",
        help_fr="Supprimez cette indication, ou écrivez avant elle [musique: fichier].",
    ),
    "bed-still-open": Entry(
        en="the music “{file}” from line {line} still plays here",
        fr="la musique « {file} » de la ligne {line} est encore en cours ici",
        help_en="Write [end music] before the next music begins.",
        help_fr="Écrivez [fin musique] avant que la suivante commence.",
    ),
}

_FORMATTING: dict[str, Entry] = {
    "help-format": Entry(
        "Bring the scripts into their usual form; meaning and words stay.",
        "Met les scripts dans leur forme habituelle, sans toucher au sens ni aux mots.",
    ),
    "help-format-check": Entry(
        "Change nothing; fail if a script is not in its usual form.",
        "Ne change rien ; échoue si un script n’est pas dans sa forme habituelle.",
    ),
    "format-otherwise": Entry(
        "this script is left as it is: in its usual form it would be read as another one",
        "ce script est laissé tel quel : dans sa forme habituelle, il serait lu autrement",
        "It can be built as it stands; please report it, with the script, so that guide learns to write it.",
        "Il peut être construit tel quel ; signalez-le, avec le script, pour que guide apprenne à l’écrire.",
    ),
    "format-done": Entry("Scripts changed: {changed} of {total}.", "Scripts modifiés : {changed} sur {total}."),
    "format-would": Entry(
        "Scripts not in their usual form: {changed} of {total}.",
        "Scripts hors de leur forme habituelle : {changed} sur {total}.",
    ),
}

ENTRIES: dict[str, Entry] = {**_NAMES, **_WHOLE, **_HEAD, **_BODY, **_FORMATTING}
