"""What `guide load`, `guide verify` and `guide devices` say: what stops them, their help, what became of cards."""

from __future__ import annotations

from guide.messages.entry import Entry

_FAULTS: dict[str, Entry] = {
    "reread-asked": Entry(
        en="this system was asked to read from the card and not from memory; it gives no certainty that it did",
        fr="ce système a été prié de lire sur la carte et non en mémoire ; il ne garantit pas l’avoir fait",
        help_en='for certainty, unplug the card, plug it in again and type: guide verify "{card}"',
        help_fr='pour être sûr, débranchez la carte, rebranchez-la et tapez : guide verify "{card}"',
    ),
    "reread-through-cache": Entry(
        en="this system cannot be made to read from the card; what was compared may have come from memory",
        fr="ce système ne sait pas relire la carte elle-même ; la comparaison a pu se faire en mémoire",
        help_en='for certainty, eject the card, plug it in again and type: guide verify "{card}"',
        help_fr='pour être sûr, éjectez la carte, rebranchez-la et tapez : guide verify "{card}"',
    ),
    "order-not-shown": Entry(
        en="this player plays in the order of the card's directory, and here that order can neither be seen nor set",
        fr="ce lecteur suit l’ordre du répertoire de la carte, et ici on ne peut ni le voir ni le régler",
        help_en="listen to the first tracks on the player; for a sure order, load a FAT32 or exFAT card under Linux.",
        help_fr="écoutez les premières pistes sur le lecteur ; pour un ordre sûr, chargez sous Linux une carte FAT32.",
    ),
    "load-not-built": Entry(
        en="there is nothing to load yet: {folder} holds no finished guide",
        fr="il n’y a encore rien à charger : {folder} ne contient pas de guide terminé",
        help_en="build it first: guide build",
        help_fr="construisez-le d’abord : guide build",
    ),
    "load-behind": Entry(
        en="{track} was built from older scripts, sounds or settings, and this player needs it made anew",
        fr="{track} a été construite avec des textes, des sons ou des réglages plus anciens, et ce lecteur demande "
        "qu’elle soit refaite",
        help_en="build first, in the voices that it has: {command}",
        help_fr="construisez d’abord, avec les voix qu’elle a : {command}",
    ),
    "load-needs-profile": Entry(
        en="it is not known what kind of player this is",
        fr="on ne sait pas de quel type de lecteur il s’agit",
        help_en="name its profile with --profile; the list: guide load --profiles",
        help_fr="nommez son profil avec --profile ; la liste : guide load --profiles",
    ),
    "load-no-card": Entry(
        en="no card was named",
        fr="aucune carte n’a été nommée",
        help_en="give the folder at which the card appears, for example: guide {command} /media/anne/CARD",
        help_fr="donnez le dossier où la carte apparaît, par exemple : guide {command} /media/anne/CARTE",
    ),
    "load-one-label": Entry(
        en="--label names one player, and {count} were given",
        fr="--label nomme un seul lecteur, et {count} ont été donnés",
        help_en="load them one at a time when you name them.",
        help_fr="chargez-les un par un pour les nommer.",
    ),
    "load-bad-label": Entry(
        en="this --label holds a backslash or a character that cannot be seen",
        fr="ce --label contient une barre oblique inverse ou un caractère invisible",
        help_en='write a plain name, such as: --label "Player 17"',
        help_fr='écrivez un nom simple, par exemple : --label "Lecteur 17"',
    ),
    "tour-not-there": Entry(
        en="the guide has no tour “{tour}” (it has: {known})",
        fr="le guide n’a pas de parcours « {tour} » (il a : {known})",
        help_en="choose one of these.",
        help_fr="choisissez l’un d’eux.",
    ),
    "load-language-not-there": Entry(
        en="the guide that was built has no sound in “{language}” (it has: {known})",
        fr="le guide construit n’a pas de son en « {language} » (il a : {known})",
        help_en="choose among these languages.",
        help_fr="choisissez parmi ces langues.",
    ),
    "load-page-is-whole": Entry(
        en="this player takes the visitor's page, which is always whole: --language, --level and --tour change nothing",
        fr="ce lecteur prend la page du visiteur, toujours entière : --language, --level et --tour n’y changent rien",
        help_en="visitors choose language and tour on the page; leave these options out.",
        help_fr="le visiteur choisit langue et parcours sur la page ; laissez ces options de côté.",
    ),
    "load-level-not-there": Entry(
        en="the guide that was built has no level “{level}” (it has: {known})",
        fr="le guide construit n’a pas de niveau « {level} » (il a : {known})",
        help_en="choose one of these with --level.",
        help_fr="choisissez l’un d’eux avec --level.",
    ),
    "player-unknown": Entry(
        en="no player that is known is called “{name}”",
        fr="aucun lecteur connu ne s’appelle « {name} »",
        help_en="the names stand in the first column of: guide devices",
        help_fr="les noms sont dans la première colonne de : guide devices",
    ),
    "player-ambiguous": Entry(
        en="more than one player is called “{name}”: {known}",
        fr="plusieurs lecteurs s’appellent « {name} » : {known}",
        help_en='name one of them in full, for example: guide devices --forget "{example}"',
        help_fr='nommez l’un d’eux en entier, par exemple : guide devices --forget "{example}"',
    ),
    "ledger-line": Entry(
        en="line {line} of the ledger cannot be read and is passed over",
        fr="la ligne {line} du registre est illisible et n’est pas prise en compte",
        help_en="look at it in {file}; it may come from two versions put together.",
        help_fr="regardez-la dans {file} ; elle vient peut-être de deux versions réunies.",
    ),
}

_SAID: dict[str, Entry] = {
    "help-load": Entry(
        en="Load rental players and cards, and read every file back.\n\nGive the folders at which they appear; "
        "several are loaded side by side.",
        fr="Charge des lecteurs de prêt et des cartes, et relit chaque fichier.\n\nDonnez les dossiers où ils "
        "apparaissent ; plusieurs se chargent côte à côte.",
    ),
    "help-verify": Entry(
        en="Read cards back in full and name every fault.",
        fr="Relit des cartes en entier et nomme chaque défaut.",
    ),
    "help-devices": Entry(
        en="Show all known players: the version each holds, how far it is behind, its bad files.",
        fr="Montre tous les lecteurs connus : la version de chacun, son retard, ses fichiers abîmés.",
    ),
    "help-forget": Entry(
        en="Take a lost or retired player off the list; can be repeated.",
        fr="Retire de la liste un lecteur perdu ou réformé ; peut se répéter.",
    ),
    "help-profile": Entry(
        en="Kind of player; default: what the card was loaded with.",
        fr="Type de lecteur ; par défaut, celui du dernier chargement de la carte.",
    ),
    "help-profiles": Entry(en="List the profiles and stop.", fr="Donne la liste des profils, sans rien charger."),
    "help-explain": Entry(
        en="Check a profile, say what it does to this guide, and stop.",
        fr="Vérifie un profil et dit ce qu’il fait de ce guide, sans rien charger.",
    ),
    "help-load-language": Entry(en="Only these languages, in this order.", fr="Seulement ces langues, dans cet ordre."),
    "help-tour": Entry(
        en="Only the stops of this tour, in its order.", fr="Seulement les étapes de ce parcours, dans son ordre."
    ),
    "help-label": Entry(
        en="What people call the player: “Player 17”.", fr="Le nom du lecteur pour les gens : « Lecteur 17 »."
    ),
    "help-prune": Entry(
        en="Remove files of earlier loads that are no longer part of the guide.",
        fr="Retire les fichiers d’anciens chargements qui ne font plus partie du guide.",
    ),
    "help-load-dry-run": Entry(
        en="Say what would be done; write nothing to any card.",
        fr="Dit ce qui serait fait, sans rien écrire sur les cartes.",
    ),
    "help-other-guide": Entry(
        en="Take over a card that holds another guide.", fr="Reprend une carte qui contient un autre guide."
    ),
    "help-folder": Entry(
        en="Load an ordinary folder as if it were a card.",
        fr="Charge un dossier ordinaire comme si c’était une carte.",
    ),
    "help-new-player": Entry(
        en="Give the card a new identity (for copied cards).",
        fr="Donne à la carte une nouvelle identité (pour les cartes copiées).",
    ),
    "help-by": Entry(
        en="Who loads, for the ledger; not kept otherwise.", fr="Qui charge, pour le registre ; sinon rien n’est noté."
    ),
    "card-plan": Entry(en="{card}: {files}; {size:,.1f} MB to copy", fr="{card} : {files} ; {size:,.1f} Mo à copier"),
    "card-plan-and-bad": Entry(
        en="{card}: {files}; {size:,.1f} MB to copy, and what reads back wrong",
        fr="{card} : {files} ; {size:,.1f} Mo à copier, plus ce qui serait abîmé",
    ),
    "card-plan-new": Entry(en="{count} new", fr="nouveaux : {count}"),
    "card-plan-replaced": Entry(en="{count} changed", fr="modifiés : {count}"),
    "card-plan-kept": Entry(en="{count} to read back", fr="à relire : {count}"),
    "card-plan-removed": Entry(en="{count} to remove", fr="à retirer : {count}"),
    "card-plan-about": Entry(
        en="{card}: sizes of tracks that are still to be made ({count}) are estimates",
        fr="{card} : la taille des pistes qui restent à fabriquer ({count}) est estimée",
    ),
    "card-to-make": Entry(
        en="Making {count:track|tracks} for this kind of player",
        fr="Fabrication de {count:piste|pistes} pour ce type de lecteur",
    ),
    "card-making": Entry(
        en="Making tracks for this kind of player: {done} of {count}",
        fr="Fabrication de pistes pour ce type de lecteur : {done} sur {count}",
    ),
    "card-phase-checking": Entry(en="checking", fr="contrôle"),
    "card-phase-copying": Entry(en="copying", fr="copie"),
    "card-phase-clearing": Entry(en="removing", fr="retrait"),
    "card-phase-ordering": Entry(en="ordering", fr="mise en ordre"),
    "card-phase-verifying": Entry(en="reading back", fr="relecture"),
    "card-progress": Entry(
        en="{card}: {phase} {files}/{total} files, {done:,.1f}/{size:,.1f} MB, {left} left",
        fr="{card} : {phase} {files}/{total} fichiers, {done:,.1f}/{size:,.1f} Mo, reste {left}",
    ),
    "card-safe": Entry(
        en="{card}: safe to unplug. Files read back and right: {files}, copied: {copied} ({seconds:,.1f} s).",
        fr="{card} : vous pouvez débrancher. Fichiers relus et conformes : {files}, copiés : {copied} "
        "({seconds:,.1f} s).",
    ),
    "card-repaired": Entry(
        en="  files found bad and copied again: {count}; if that happens again, take another card.",
        fr="  fichiers trouvés abîmés et recopiés : {count} ; si cela se répète, prenez une autre carte.",
    ),
    "card-verified": Entry(
        en="{card}: files read back and right: {files}, version {version}.",
        fr="{card} : fichiers relus et conformes : {files}, version {version}.",
    ),
    "card-failed": Entry(
        en="{card}: NOT ready. Do not hand this player out.",
        fr="{card} : PAS prêt. Ne remettez pas ce lecteur au public.",
    ),
    "card-bad": Entry(
        en="{card}: missing or not as it should be: {path}", fr="{card} : absent ou non conforme : {path}"
    ),
    "card-mend": Entry(
        en="  load it again: {command}",
        fr="  rechargez-le : {command}",
    ),
    "card-worn": Entry(
        en="  copied twice and wrong each time: take another card, this one is worn out or a forgery.",
        fr="  copié deux fois, faux chaque fois : prenez une autre carte, celle-ci est usée ou contrefaite.",
    ),
    "card-says": Entry(en="{card}: ", fr="{card} : "),
    "cards-more": Entry(
        en="and {count} more cards; of all {total} ready: {good}, NOT ready: {bad}",
        fr="et {count} autres cartes ; sur {total} en tout, prêtes : {good}, PAS prêtes : {bad}",
    ),
    "findings-more": Entry(en="  and {count} more of this kind", fr="  et {count} de plus du même genre"),
    "load-dry": Entry(en="Nothing was written.", fr="Rien n’a été écrit."),
    "load-summary": Entry(
        en="Cards ready: {good} of {total}. Version {version}.",
        fr="Cartes prêtes : {good} sur {total}. Version {version}.",
    ),
    "devices-none": Entry(
        en="No player is known yet: the ledger begins with the first guide load",
        fr="Aucun lecteur connu : le registre commence au premier guide load",
    ),
    "devices-head": Entry(
        en="player|version|behind|last seen|state|profile|languages",
        fr="lecteur|version|retard|vu le|état|profil|langues",
    ),
    "devices-behind": Entry(
        en="behind: how many tracks differ from the guide as it is built now",
        fr="retard : nombre de pistes différentes de celles du guide actuellement construit",
    ),
    "devices-unknown": Entry(
        en="?: it is not known here which tracks that version had, or no guide is built",
        fr="? : on ignore ici quelles pistes avait cette version, ou aucun guide n’est construit",
    ),
    "device-not-ready": Entry(en="NOT ready", fr="PAS prêt"),
    "device-ready": Entry(en="ready", fr="prêt"),
    "device-failed": Entry(en="load did not finish", fr="chargement inachevé"),
    "device-disordered": Entry(en="tracks out of order", fr="pistes en désordre"),
    "device-unread": Entry(en="not read to the end", fr="relecture inachevée"),
    "device-faults": Entry(en="bad files: {count}", fr="fichiers abîmés : {count}"),
    "device-forgotten": Entry(
        en="{label} is off the list; it comes back when it is loaded or read again.",
        fr="{label} n’est plus dans la liste ; il y reviendra s’il est rechargé ou relu.",
    ),
    "device-bad-file": Entry(en="{label}: bad file: {path}", fr="{label} : fichier abîmé : {path}"),
    "device-more-bad": Entry(
        en="{label}: and {count} more; guide verify names all of them",
        fr="{label} : et {count} de plus ; guide verify les nomme tous",
    ),
    "profile-row": Entry(en="{name}: {title}", fr="{name} : {title}"),
    "profile-fits": Entry(
        en="This guide fits: {files} files, such as {example}",
        fr="Ce guide convient : {files} fichiers, comme {example}",
    ),
    "profile-fits-not": Entry(
        en="This guide does not fit this player as it is", fr="Ce guide ne convient pas tel quel à ce lecteur"
    ),
}

ENTRIES: dict[str, Entry] = {**_FAULTS, **_SAID}
