"""What `guide check` says about numbers, moved and closed ones, and tours."""

from __future__ import annotations

from guide.messages.entry import Entry

ENTRIES: dict[str, Entry] = {
    # Numbers.
    "number-unequal": Entry(
        "the stop “{stop}” has the number {number} here and {other} in {file}",
        "l’étape « {stop} » porte le numéro {number} ici et {other} dans {file}",
        "Give both files the same number: a stop has one panel for all languages.",
        "Donnez le même numéro aux deux fichiers : une étape a un seul panneau pour toutes les langues.",
    ),
    "stop-doubled": Entry(
        "“{stop}” is also the name of {file}, another script of this language",
        "« {stop} » est aussi le nom de {file}, un autre script de la même langue",
        "A stop has one script in each language: for another stop, give this file a name of its own behind the number; "
        "delete it if it is a copy.",
        "Une étape a un seul script par langue : pour une autre étape, donnez à ce fichier un nom à lui après le "
        "numéro ; si c’est une copie, supprimez-la.",
    ),
    "number-doubled": Entry(
        "the number {number} is also that of the stop “{other}” ({file})",
        "le numéro {number} est aussi celui de l’étape « {other} » ({file})",
        "Rename this file with a free number; the other one keeps its place in the guide.",
        "Renommez ce fichier avec un numéro libre ; l’autre garde sa place dans le guide.",
    ),
    "number-copied": Entry(
        "the number {number} is also that of the stop “{other}” ({file})",
        "le numéro {number} est aussi celui de l’étape « {other} » ({file})",
        "This looks like a copy of {original}: delete it, or rename it with a free number and a name of its own.",
        "On dirait une copie de {original} : supprimez-la, ou donnez-lui un numéro libre et un nom à elle.",
    ),
    "stop-named-apart": Entry(
        "the stop {number} is called “{stop}” here and “{other}” in {file}",
        "l’étape {number} s’appelle « {stop} » ici et « {other} » dans {file}",
        "Give both files the same name: it is what ties the languages together; two different stops need two numbers.",
        "Donnez le même nom aux deux fichiers : c’est lui qui relie les langues ; deux étapes différentes ont "
        "deux numéros.",
    ),
    "number-reserved": Entry(
        "the number {number} is reserved in guide.toml",
        "le numéro {number} est réservé dans guide.toml",
        "Give the stop another number, or take this one out of “reserved”.",
        "Donnez un autre numéro à l’étape, ou retirez celui-ci de « reserved », dans guide.toml.",
    ),
    "stop-named-language": Entry(
        "“{stop}” is the name of a language of this guide: on the page, the language has this address",
        "« {stop} » est le nom d’une langue de ce guide : sur la page, cette adresse est celle de la langue",
        "Give the stop a number, or another name.",
        "Donnez à l’étape un numéro, ou un autre nom.",
    ),
    "number-prefix": Entry(
        "whoever wants {longer} types {number} first: a keypad cannot tell them apart at once",
        "qui veut {longer} tape d’abord {number} : un clavier ne peut pas les distinguer aussitôt",
        "Give all stops numbers of the same length.",
        "Donnez à toutes les étapes des numéros de même longueur.",
    ),
    "number-behind": Entry(
        "this stop has no number: {number} stands at the end of its name",
        "cette étape n’a pas de numéro : {number} est à la fin de son nom",
        "A number stands first in the file's name; only then can visitors type it.",
        "Le numéro vient en tête du nom du fichier ; alors seulement les visiteurs peuvent le composer.",
    ),
    "number-length": Entry(
        "the number {number} is not as long as most others (digits: {digits}, theirs: {usual})",
        "le numéro {number} n’a pas la longueur de la plupart des autres (chiffres : {digits} ; les leurs : {usual})",
        "Numbers of one length need no confirmation on a keypad, and fewer mistakes are made.",
        "Des numéros de même longueur se tapent sans touche de validation, avec moins d’erreurs.",
    ),
    "number-zero": Entry(
        "the number {number} begins with zero",
        "le numéro {number} commence par zéro",
        "Visitors leave the zero out, and so do some rental players: begin with another digit.",
        "Les visiteurs omettent le zéro, et certains audioguides de prêt aussi : commencez par un autre chiffre.",
    ),
    "number-gap": Entry(
        "there is no stop {missing} between {low} and {high}",
        "il n’y a pas d’étape {missing} entre {low} et {high}",
        "If the number was used before, say in guide.toml that it moved or closed; if the gap is meant, "
        "settle it there.",
        "Si le numéro a servi, dites dans guide.toml qu’il a changé ou fermé ; si le saut est voulu, acceptez-le "
        "au même endroit.",
    ),
    "number-changed": Entry(
        "this stop had the number {old} in the last build and now has {new}",
        "cette étape portait le numéro {old} à la dernière construction et porte maintenant {new}",
        "Panels and printed sheets may still say {old}: add it to [redirects] in guide.toml.",
        "Des panneaux et des feuilles imprimées disent peut-être encore {old} : ajoutez-le à [redirects] "
        "dans guide.toml.",
    ),
    "number-reused": Entry(
        "the number {number} led to the stop “{stop}” in the last build and now leads here",
        "le numéro {number} menait à l’étape « {stop} » à la dernière construction et mène maintenant ici",
        "Change the panels on the day this is published, or choose a number that never served.",
        "Changez les panneaux le jour de la publication, ou choisissez un numéro qui n’a jamais servi.",
    ),
    "stop-renamed": Entry(
        "the stop {number} was called “{old}” in the last build and is now “{new}”",
        "l’étape {number} s’appelait « {old} » à la dernière construction et s’appelle maintenant « {new} »",
        "Links, bookmarks and played marks hold the id: keep the old one unless this is another stop.",
        "Les liens, les signets et les étapes déjà écoutées tiennent à l’identifiant : gardez l’ancien, "
        "sauf si l’étape est vraiment une autre.",
    ),
    "number-gone": Entry(
        "the stop {number} (“{stop}”) was in the last build and is no more",
        "l’étape {number} (« {stop} ») était dans la dernière construction et n’y est plus",
        "Visitors may still type {number}: name it in guide.toml under [redirects] or [closed].",
        "Des visiteurs peuvent encore taper {number} : indiquez-le dans guide.toml sous [redirects] ou [closed].",
    ),
    # Moved and closed numbers, tours.
    "redirect-of-a-stop": Entry(
        "the number {number} is said to have moved, and the stop “{stop}” has it",
        "guide.toml dit que le numéro {number} a changé, alors que l’étape « {stop} » le porte",
        "Take it out of [redirects], or give the stop another number.",
        "Retirez-le de [redirects], ou donnez un autre numéro à l’étape.",
    ),
    "redirect-and-closed": Entry(
        "the number {number} is said to have moved and to be closed",
        "guide.toml dit que le numéro {number} a changé, et aussi qu’il est fermé",
        "Keep it either under [redirects] or under [closed].",
        "Gardez-le soit sous [redirects], soit sous [closed].",
    ),
    "redirect-loop": Entry(
        "{old} leads to {new}, and from there round in a circle, to no stop",
        "{old} mène à {new}, et de là en rond, sans arriver à une étape",
        "Let {old} lead to the number that its stop has today.",
        "Faites mener {old} au numéro que son étape porte aujourd’hui.",
    ),
    "redirect-twice": Entry(
        "{old} leads to {new}, which itself has moved: the end is {last}",
        "{old} mène à {new}, qui a lui-même changé : on arrive à {last}",
        "Let {old} lead to {last} directly.",
        "Faites mener {old} directement à {last}.",
    ),
    "redirect-nowhere": Entry(
        "{old} leads to {new}, and no stop has that number",
        "{old} mène à {new}, et aucune étape ne porte ce numéro",
        "Let it lead to a stop of today, or put {old} under [closed].",
        "Faites-le mener à une étape d’aujourd’hui, ou placez {old} sous [closed].",
    ),
    "tour-stop-unknown": Entry(
        "the tour “{tour}” leads to a stop “{stop}” that does not exist",
        "le parcours « {tour} » mène à une étape « {stop} » qui n’existe pas",
        "Stops are named by the words of their files, without the number: 201-ascq.md is “ascq”.",
        "Une étape se nomme par les mots de son fichier, sans le numéro : 201-ascq.md est « ascq ».",
    ),
    "tour-stop-doubled": Entry(
        "the stop “{stop}” stands twice in the tour “{tour}”",
        "l’étape « {stop} » figure deux fois dans le parcours « {tour} »",
        "Remove one of the two.",
        "Retirez l’une des deux.",
    ),
    "tour-stop-closed": Entry(
        "the tour “{tour}” leads to the stop “{stop}” ({number}), which is closed",
        "le parcours « {tour} » mène à l’étape « {stop} » ({number}), qui est fermée",
        "Take it out of the tour while it is closed.",
        "Retirez-la du parcours tant qu’elle est fermée.",
    ),
    "tour-too-long": Entry(
        "listening alone takes {minutes} minutes on the tour “{tour}” ({language}); {promised} are promised",
        "la seule écoute prend {minutes} minutes sur le parcours « {tour} » ({language}) ; {promised} sont annoncées",
        "Leave out a stop or promise more: people also walk and look.",
        "Retirez une étape ou annoncez davantage : on marche et on regarde aussi.",
    ),
}
