"""What `guide check` says about numbers, moved and closed ones, and tours."""

from __future__ import annotations

from guide.messages.entry import Entry

ENTRIES: dict[str, Entry] = {
    # Numbers.
    "number-unequal": Entry(
        "the stop “{stop}” has the number {number} here and {other} in {file}",
        "l’arrêt « {stop} » porte le numéro {number} ici et {other} dans {file}",
        "Give both files the same number: a stop has one panel for all languages.",
        "Donnez le même numéro aux deux fichiers : un arrêt a un seul panneau pour toutes les langues.",
    ),
    "number-doubled": Entry(
        "the number {number} is also that of the stop “{other}” ({file})",
        "le numéro {number} est aussi celui de l’arrêt « {other} » ({file})",
        "Rename one of the two files with a free number.",
        "Renommez l’un des deux fichiers avec un numéro libre.",
    ),
    "number-reserved": Entry(
        "the number {number} is reserved in guide.toml",
        "le numéro {number} est réservé dans guide.toml",
        "Give the stop another number, or take this one out of “reserved”.",
        "Donnez un autre numéro à l’arrêt, ou retirez celui-ci de « reserved ».",
    ),
    "number-prefix": Entry(
        "whoever wants {longer} types {number} first: a keypad cannot tell them apart at once",
        "qui veut {longer} tape d’abord {number} : un clavier ne peut pas les distinguer aussitôt",
        "Give all stops numbers of the same length.",
        "Donnez à tous les arrêts des numéros de même longueur.",
    ),
    "number-length": Entry(
        "the number {number} has {digits} digits, most others have {usual}",
        "le numéro {number} a {digits} chiffres, la plupart des autres en ont {usual}",
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
        "il n’y a pas d’arrêt {missing} entre {low} et {high}",
        "If the number was used before, say in guide.toml that it moved or closed; if the gap is meant, "
        "settle it there.",
        "Si le numéro a servi, dites dans guide.toml qu’il a changé ou fermé ; si le saut est voulu, acceptez-le "
        "au même endroit.",
    ),
    "number-changed": Entry(
        "this stop had the number {old} in the last build and now has {new}",
        "cet arrêt portait le numéro {old} à la dernière construction et porte maintenant {new}",
        "Panels and printed sheets may still say {old}: add it to [redirects] in guide.toml.",
        "Des panneaux et des feuilles imprimées disent peut-être encore {old} : ajoutez-le à [redirects] "
        "dans guide.toml.",
    ),
    "number-reused": Entry(
        "the number {number} led to the stop “{stop}” in the last build and now leads here",
        "le numéro {number} menait à l’arrêt « {stop} » à la dernière construction et mène maintenant ici",
        "Change the panels on the day this is published, or choose a number that never served.",
        "Changez les panneaux le jour de la publication, ou choisissez un numéro qui n’a jamais servi.",
    ),
    "stop-renamed": Entry(
        "the stop {number} was called “{old}” in the last build and is now “{new}”",
        "l’arrêt {number} s’appelait « {old} » à la dernière construction et s’appelle maintenant « {new} »",
        "Links, bookmarks and played marks hold the id: keep the old one unless this is another stop.",
        "Les liens, les signets et les arrêts déjà écoutés tiennent à l’identifiant : gardez l’ancien, "
        "sauf si l’arrêt est vraiment un autre.",
    ),
    "number-gone": Entry(
        "the stop {number} (“{stop}”) was in the last build and is no more",
        "l’arrêt {number} (« {stop} ») était dans la dernière construction et n’y est plus",
        "Visitors may still type {number}: name it in guide.toml under [redirects] or [closed].",
        "Des visiteurs peuvent encore taper {number} : indiquez-le dans guide.toml sous [redirects] ou [closed].",
    ),
    # Moved and closed numbers, tours.
    "redirect-of-a-stop": Entry(
        "the number {number} is said to have moved, and the stop “{stop}” has it",
        "le numéro {number} est dit déplacé, alors que l’arrêt « {stop} » le porte",
        "Take it out of [redirects], or give the stop another number.",
        "Retirez-le de [redirects], ou donnez un autre numéro à l’arrêt.",
    ),
    "redirect-and-closed": Entry(
        "the number {number} is said to have moved and to be closed",
        "le numéro {number} est dit à la fois déplacé et fermé",
        "Keep it either under [redirects] or under [closed].",
        "Gardez-le soit sous [redirects], soit sous [closed].",
    ),
    "redirect-twice": Entry(
        "{old} leads to {new}, which itself leads to {last}",
        "{old} mène à {new}, qui mène lui-même à {last}",
        "Let {old} lead to {last} directly.",
        "Faites mener {old} directement à {last}.",
    ),
    "redirect-nowhere": Entry(
        "{old} leads to {new}, and no stop has that number",
        "{old} mène à {new}, et aucun arrêt ne porte ce numéro",
        "Let it lead to a stop of today, or put {old} under [closed].",
        "Faites-le mener à un arrêt d’aujourd’hui, ou placez {old} sous [closed].",
    ),
    "tour-stop-unknown": Entry(
        "the tour “{tour}” leads to a stop “{stop}” that does not exist",
        "le parcours « {tour} » mène à un arrêt « {stop} » qui n’existe pas",
        "Stops are named by the words of their files, without the number: 201-ascq.md is “ascq”.",
        "Un arrêt se nomme par les mots de son fichier, sans le numéro : 201-ascq.md est « ascq ».",
    ),
    "tour-stop-doubled": Entry(
        "the stop “{stop}” stands twice in the tour “{tour}”",
        "l’arrêt « {stop} » figure deux fois dans le parcours « {tour} »",
        "Remove one of the two.",
        "Retirez l’un des deux.",
    ),
    "tour-stop-closed": Entry(
        "the tour “{tour}” leads to the stop “{stop}” ({number}), which is closed",
        "le parcours « {tour} » mène à l’arrêt « {stop} » ({number}), qui est fermé",
        "Take it out of the tour while it is closed.",
        "Retirez-le du parcours tant qu’il est fermé.",
    ),
    "tour-too-long": Entry(
        "listening alone takes {minutes} minutes on the tour “{tour}” ({language}); {promised} are promised",
        "la seule écoute prend {minutes} minutes sur le parcours « {tour} » ({language}) ; {promised} sont annoncées",
        "Leave out a stop or promise more: people also walk and look.",
        "Retirez un arrêt ou annoncez davantage : on marche et on regarde aussi.",
    ),
}
