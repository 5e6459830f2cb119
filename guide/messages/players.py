"""What `guide` says about rental players and cards."""

from __future__ import annotations

from guide.messages.entry import Entry

_PROFILES: dict[str, Entry] = {
    "profile-not-toml": Entry(
        en="this profile is not a TOML file: {detail}",
        fr="ce profil n’est pas un fichier TOML : {detail}",
        help_en="compare it with a shipped one: guide load --explain numbered",
        help_fr="comparez-le à un profil fourni : guide load --explain numbered",
    ),
    "profile-unknown": Entry(
        en="there is no player profile “{name}” (known: {known})",
        fr="il n’existe pas de profil de lecteur « {name} » (connus : {known})",
        help_en="take one of these, or put your own in players/{name}.toml.",
        help_fr="choisissez l’un d’eux, ou placez le vôtre dans players/{name}.toml.",
    ),
    "profile-unknown-key": Entry(
        en="a profile has no setting “{setting}”",
        fr="un profil n’a pas de réglage « {setting} »",
        help_en="all settings are listed in docs/profiles.md.",
        help_fr="tous les réglages sont décrits dans docs/profiles.md.",
    ),
    "profile-wrong-kind": Entry(
        en="“{setting}” is not of the right kind",
        fr="« {setting} » n’a pas la bonne forme",
        help_en="write it like this: {example}",
        help_fr="écrivez-le ainsi : {example}",
    ),
    "profile-not-a-choice": Entry(
        en="“{setting}” cannot be {value}",
        fr="« {setting} » ne peut pas valoir {value}",
        help_en="choose one of: {allowed}",
        help_fr="choisissez parmi : {allowed}",
    ),
    "profile-negative": Entry(
        en="“{setting}” cannot be less than zero",
        fr="« {setting} » ne peut pas être inférieur à zéro",
        help_en="0 means that there is no limit.",
        help_fr="0 signifie qu’il n’y a pas de limite.",
    ),
    "profile-words-missing": Entry(
        en="this profile says nothing under “{setting}”",
        fr="ce profil ne dit rien sous « {setting} »",
        help_en='title names the player, rule says what it asks for; both as in {{ fr = "…", en = "…" }}.',
        help_fr='title nomme le lecteur, rule dit ce qu’il exige ; les deux comme {{ fr = "…", en = "…" }}.',
    ),
    "profile-base-unknown": Entry(
        en="“{setting}” names no profile that is shipped: {value}",
        fr="« {setting} » ne nomme aucun profil fourni : {value}",
        help_en="see the shipped ones with: guide load --profiles",
        help_fr="affichez les profils fournis avec : guide load --profiles",
    ),
    "pattern-word-unknown": Entry(
        en="“{setting}” uses “{word}” in braces, which is not known",
        fr="« {setting} » emploie « {word} » entre accolades, qui n’est pas connu",
        help_en="the words that may stand in braces are listed in docs/profiles.md.",
        help_fr="les mots permis entre accolades sont décrits dans docs/profiles.md.",
    ),
    "pattern-width": Entry(
        en="“{setting}” gives “{word}” a width that it cannot have",
        fr="« {setting} » donne à « {word} » une largeur impossible",
        help_en="only numbers have a width, of one digit: {{number:3}}.",
        help_fr="seuls les nombres ont une largeur, d’un chiffre : {{number:3}}.",
    ),
    "pattern-brace": Entry(
        en="“{setting}” has a brace without its partner: {word}",
        fr="« {setting} » contient une accolade sans sa paire : {word}",
        help_en="braces come in pairs around one word: {{number}}.",
        help_fr="les accolades vont par deux autour d’un mot : {{number}}.",
    ),
}

_NAMES: dict[str, Entry] = {
    "name-reserved": Entry(
        en="Windows cannot open a file or folder called {name}",
        fr="Windows ne peut pas ouvrir un fichier ou un dossier nommé {name}",
        help_en="change the pattern of the profile, for instance by putting the number first.",
        help_fr="changez le modèle de nom du profil, par exemple en mettant le numéro en tête.",
    ),
    "name-empty": Entry(
        en="the profile's pattern leaves a name empty or beginning with a dot",
        fr="le modèle du profil donne un nom vide ou commençant par un point",
        help_en="add {{number}} or {{position}} to the pattern of folder or file.",
        help_fr="ajoutez {{number}} ou {{position}} au modèle du dossier ou du fichier.",
    ),
    "name-not-short": Entry(
        en="{name} is longer than eight characters and three for the ending",
        fr="{name} dépasse huit caractères, plus trois pour l’extension",
        help_en='shorten the pattern in the profile, or allow characters = "ascii" if the player reads long names.',
        help_fr='raccourcissez le modèle du profil, ou mettez characters = "ascii" si le lecteur lit les noms longs.',
    ),
    "name-too-long": Entry(
        en="{name} is longer than the {longest} characters that this player reads",
        fr="{name} dépasse les {longest} caractères que ce lecteur sait lire",
        help_en="shorten the pattern in the profile.",
        help_fr="raccourcissez le modèle du profil.",
    ),
    "name-collision": Entry(
        en="{one} and {two} would get the same name",
        fr="{one} et {two} recevraient le même nom",
        help_en="add {{language}} or {{number}} to the profile's pattern, or load one language a card with --language.",
        help_fr="ajoutez {{language}} ou {{number}} au modèle du profil, ou chargez une seule langue avec --language.",
    ),
    "names-do-not-sort": Entry(
        en="in folder {folder} names do not sort in playing order: {name} comes too early",
        fr="dans le dossier {folder}, l’ordre des noms n’est pas l’ordre d’écoute : {name} vient trop tôt",
        help_en="give numbers a width in the profile, as in {{position:3}}, if this player plays by name.",
        help_fr="donnez une largeur aux nombres dans le profil, comme {{position:3}}, si ce lecteur lit par nom.",
    ),
    "limit-files": Entry(
        en="{found} files, and this player reads {allowed}",
        fr="{found} fichiers, alors que ce lecteur en lit {allowed}",
        help_en="choose fewer languages with --language, or one tour with --tour.",
        help_fr="choisissez moins de langues avec --language, ou un parcours avec --tour.",
    ),
    "limit-folders": Entry(
        en="{found} folders, and this player reads {allowed}",
        fr="{found} dossiers, alors que ce lecteur en lit {allowed}",
        help_en="choose fewer languages with --language.",
        help_fr="choisissez moins de langues avec --language.",
    ),
    "limit-files-per-folder": Entry(
        en="{found} files in one folder, and this player reads {allowed}",
        fr="{found} fichiers dans un dossier, alors que ce lecteur en lit {allowed}",
        help_en="choose one tour with --tour, or a profile with folders by {{section_number}}.",
        help_fr="choisissez un parcours avec --tour, ou un profil avec des dossiers par {{section_number}}.",
    ),
    "limit-depth": Entry(
        en="folders {found} deep, and this player looks {allowed} deep",
        fr="dossiers sur {found} niveaux, alors que ce lecteur en parcourt {allowed}",
        help_en="use fewer folders in the profile's pattern.",
        help_fr="employez moins de dossiers dans le modèle du profil.",
    ),
    "limit-path-characters": Entry(
        en="a path of {found} characters, and this player reads {allowed}",
        fr="un chemin de {found} caractères, alors que ce lecteur en lit {allowed}",
        help_en="shorten the profile's patterns.",
        help_fr="raccourcissez les modèles du profil.",
    ),
    "limit-languages": Entry(
        en="{found} languages, and this player takes {allowed} on a card",
        fr="{found} langues, alors que ce lecteur en accepte {allowed} par carte",
        help_en="say which: {example}",
        help_fr="dites lesquelles : {example}",
    ),
    "number-missing": Entry(
        en="{track} has no stop number, and this player's files are named by it",
        fr="{track} n’a pas de numéro, or c’est le numéro qui nomme les fichiers de ce lecteur",
        help_en="give the stop a number, or leave it out with a tour.",
        help_fr="donnez un numéro à l’étape, ou écartez-la au moyen d’un parcours.",
    ),
    "number-outside": Entry(
        en="{track} has number {number}; this player takes {low} to {high}",
        fr="{track} porte le numéro {number} ; ce lecteur accepte de {low} à {high}",
        help_en="use {{position}} instead of {{number}} in a profile of your own, or renumber the stop.",
        help_fr="employez {{position}} au lieu de {{number}} dans un profil à vous, ou renumérotez l’étape.",
    ),
    "player-number-gap": Entry(
        en="this player allows no gap in the numbers; {count} are missing, the first is {first}",
        fr="ce lecteur n’admet aucun trou dans les numéros ; il en manque {count}, le premier est {first}",
        help_en="use {{position}} instead of {{number}} in a profile of your own.",
        help_fr="employez {{position}} au lieu de {{number}} dans un profil à vous.",
    ),
    "track-too-short-for-player": Entry(
        en="{track} lasts {seconds} s; this player may skip tracks under {shortest} s",
        fr="{track} dure {seconds} s ; ce lecteur peut sauter les pistes de moins de {shortest} s",
        help_en="add a sentence, or a pause at the end.",
        help_fr="ajoutez une phrase, ou une pause à la fin.",
    ),
    "playlist-letters": Entry(
        en="the name {name} cannot be written in a playlist in {encoding}",
        fr="le nom {name} ne peut pas s’écrire dans une liste de lecture en {encoding}",
        help_en='set characters = "ascii" in the profile, or another encoding of the playlist.',
        help_fr='mettez characters = "ascii" dans le profil, ou un autre encodage de la liste.',
    ),
    "card-nothing": Entry(
        en="nothing would go on the card: no track fits what was asked for",
        fr="rien n’irait sur la carte : aucune piste ne correspond à la demande",
        help_en="see what is built with: guide show",
        help_fr="voyez ce qui est construit avec : guide show",
    ),
    "card-no-page": Entry(
        en="the visitor's page has not been built",
        fr="la page du visiteur n’a pas été construite",
        help_en="make it with: guide build",
        help_fr="faites-la avec : guide build",
    ),
    "card-outdated": Entry(
        en="{track} is the old track: its last build failed",
        fr="{track} est l’ancienne piste : sa dernière construction a échoué",
        help_en="see why with: guide check",
        help_fr="voyez pourquoi avec : guide check",
    ),
    "card-track-missing": Entry(
        en="stop {stop} has no track in {language}",
        fr="l’étape {stop} n’a pas de piste en {language}",
        help_en="write its script, or make sure that it was built.",
        help_fr="écrivez son script, ou vérifiez qu’il a été construit.",
    ),
}

_CARDS: dict[str, Entry] = {
    "card-newer": Entry(
        en="a newer version of guide has loaded this card (form {found}, known here: {known})",
        fr="une version plus récente de guide a chargé cette carte (format {found}, connu ici : {known})",
        help_en="update guide on this computer.",
        help_fr="mettez guide à jour sur cet ordinateur.",
    ),
    "card-full": Entry(
        en="{card} is full: {detail}",
        fr="{card} est pleine : {detail}",
        help_en="free some space or take a larger card, then load again: what is there is kept.",
        help_fr="libérez de la place ou prenez une carte plus grande, puis rechargez : ce qui est en place est gardé.",
    ),
    "card-read-only": Entry(
        en="{card} cannot be written to: {detail}",
        fr="impossible d’écrire sur {card} : {detail}",
        help_en="move the card's lock, or have it repaired (fsck), then load again.",
        help_fr="déverrouillez la carte, ou faites-la réparer (fsck), puis rechargez.",
    ),
    "card-gone": Entry(
        en="{card} no longer answers: {detail}",
        fr="{card} ne répond plus : {detail}",
        help_en="plug it in again and load again: only what is missing is copied.",
        help_fr="rebranchez-la et rechargez : seul ce qui manque est copié.",
    ),
    "card-trouble": Entry(
        en="{card} refuses: {detail}",
        fr="{card} refuse : {detail}",
        help_en="load again; if it refuses again, take another card.",
        help_fr="rechargez ; si elle refuse encore, prenez une autre carte.",
    ),
    "card-forgets": Entry(
        en="{card} does not keep what is written to it",
        fr="{card} ne garde pas ce qu’on y écrit",
        help_en="take another card: this one is worn out or a forgery.",
        help_fr="prenez une autre carte : celle-ci est usée ou contrefaite.",
    ),
    "card-stopped": Entry(
        en="{card} was stopped before the end",
        fr="{card} a été interrompue avant la fin",
        help_en="load it again: only what is missing is copied.",
        help_fr="rechargez-la : seul ce qui manque est copié.",
    ),
    "card-not-found": Entry(
        en="there is no folder {card}",
        fr="il n’y a pas de dossier {card}",
        help_en="plug the card in and give the folder at which it appears.",
        help_fr="branchez la carte et donnez le dossier où elle apparaît.",
    ),
    "card-busy": Entry(
        en="another load is at work on {card}",
        fr="un autre chargement est en cours sur {card}",
        help_en="wait for it to end.",
        help_fr="attendez qu’il se termine.",
    ),
    "card-twice": Entry(
        en="{one} and {two} are the same player or a copy of it",
        fr="{one} et {two} sont le même lecteur ou une copie de celui-ci",
        help_en="give a copied card a name of its own: guide load {two} --new-player",
        help_fr="donnez à la carte copiée une identité à elle : guide load {two} --new-player",
    ),
    "card-space": Entry(
        en="{needed} MB are needed and {free} MB are free",
        fr="il faut {needed} Mo et {free} Mo sont libres",
        help_en="remove files that are not the guide's, load fewer languages, or take a larger card.",
        help_fr="retirez des fichiers étrangers au guide, chargez moins de langues, ou prenez une carte plus grande.",
    ),
    "card-root-full": Entry(
        en="the top folder of this FAT16 card holds {room} entries and {taken} would be needed",
        fr="le dossier principal de cette carte FAT16 contient {room} entrées et il en faudrait {taken}",
        help_en="format the card as FAT32, or take a profile with folders.",
        help_fr="formatez la carte en FAT32, ou prenez un profil avec des dossiers.",
    ),
    "card-read-only-now": Entry(
        en="the card is read-only",
        fr="la carte est en lecture seule",
        help_en="move its lock, or have it repaired, and plug it in again.",
        help_fr="déverrouillez-la, ou faites-la réparer, puis rebranchez-la.",
    ),
    "card-not-mounted": Entry(
        en="this is an ordinary folder of this computer and not a card",
        fr="ceci est un dossier ordinaire de cet ordinateur et non une carte",
        help_en="check that the card is plugged in; if a folder is what you want, add --folder.",
        help_fr="vérifiez que la carte est branchée ; si vous voulez bien un dossier, ajoutez --folder.",
    ),
    "card-other-guide": Entry(
        en="this card holds another guide, {found}",
        fr="cette carte contient un autre guide, {found}",
        help_en="take another card, or put {guide} in its place with --other-guide.",
        help_fr="prenez une autre carte, ou remplacez-le par {guide} avec --other-guide.",
    ),
    "card-system": Entry(
        en="the card is formatted as {system}; this player reads {systems}",
        fr="la carte est formatée en {system} ; ce lecteur lit {systems}",
        help_en="format it anew; this removes everything on it.",
        help_fr="reformatez-la ; cela efface tout ce qu’elle contient.",
    ),
    "card-foreign": Entry(
        en="{path} is there already and no load of this guide wrote it",
        fr="{path} est déjà là et aucun chargement de ce guide ne l’a écrit",
        help_en="move it away, then load again.",
        help_fr="déplacez-le, puis rechargez.",
    ),
    "card-folder-in-the-way": Entry(
        en="{path} is to be a file, and a folder has that name",
        fr="{path} doit être un fichier, et un dossier porte ce nom",
        help_en="move the folder away, then load again.",
        help_fr="déplacez ce dossier, puis rechargez.",
    ),
    "card-file-in-the-way": Entry(
        en="{path} is to be a folder, and a file has that name",
        fr="{path} doit être un dossier, et un fichier porte ce nom",
        help_en="move the file away, then load again.",
        help_fr="déplacez ce fichier, puis rechargez.",
    ),
    "card-left": Entry(
        en="{count} files of an earlier load are no longer part of the guide and stay, such as {example}",
        fr="{count} fichiers d’un chargement précédent ne font plus partie du guide et restent, comme {example}",
        help_en="remove them with --prune.",
        help_fr="retirez-les avec --prune.",
    ),
    "card-order": Entry(
        en="folder {folder} is not in playing order on the card",
        fr="le dossier {folder} n’est pas dans l’ordre d’écoute sur la carte",
        help_en="load again; if it stays so, move other files out of that folder or format the card.",
        help_fr="rechargez ; si cela persiste, retirez les autres fichiers de ce dossier ou formatez la carte.",
    ),
    "card-harmful": Entry(
        en="{count} files of other systems may disturb this player, such as {example}",
        fr="{count} fichiers d’autres systèmes peuvent gêner ce lecteur, comme {example}",
        help_en="loading removes them: guide load",
        help_fr="un chargement les retire : guide load",
    ),
    "card-unfinished": Entry(
        en="a load of {card} did not finish (last file in work: {path})",
        fr="un chargement de {card} n’est pas allé au bout (dernier fichier en cours : {path})",
        help_en="load it again: only what is missing or bad is copied.",
        help_fr="rechargez-la : seul ce qui manque ou est abîmé est copié.",
    ),
    "card-without-manifest": Entry(
        en="{card} was never loaded by guide, or its list of contents is gone",
        fr="{card} n’a jamais été chargée par guide, ou son inventaire a disparu",
        help_en="load it: guide load {card}",
        help_fr="chargez-la : guide load {card}",
    ),
    "card-source-changed": Entry(
        en="{path} changed in audio_out while it was copied",
        fr="{path} a changé dans audio_out pendant la copie",
        help_en="wait for the build to end, then load again.",
        help_fr="attendez la fin de la construction, puis rechargez.",
    ),
    "card-source-unreadable": Entry(
        en="{path} cannot be read: {detail}",
        fr="{path} ne peut pas être lu : {detail}",
        help_en="build again, then load again: guide build",
        help_fr="reconstruisez, puis rechargez : guide build",
    ),
    "reread-asked": Entry(
        en="this system was asked to read from the card and not from memory; it gives no certainty that it did",
        fr="ce système a été prié de lire sur la carte et non en mémoire ; il ne garantit pas l’avoir fait",
        help_en="for certainty, unplug the card, plug it in again and type: guide verify",
        help_fr="pour être sûr, débranchez la carte, rebranchez-la et tapez : guide verify",
    ),
    "reread-through-cache": Entry(
        en="this system cannot be made to read from the card; what was compared may have come from memory",
        fr="ce système ne sait pas relire la carte elle-même ; la comparaison a pu se faire en mémoire",
        help_en="for certainty, eject the card, plug it in again and type: guide verify",
        help_fr="pour être sûr, éjectez la carte, rebranchez-la et tapez : guide verify",
    ),
    "load-not-built": Entry(
        en="there is nothing to load yet: {folder} holds no finished guide",
        fr="il n’y a encore rien à charger : {folder} ne contient pas de guide terminé",
        help_en="build it first: guide build",
        help_fr="construisez-le d’abord : guide build",
    ),
    "load-behind": Entry(
        en="{track} was built from an older script, and this player needs it made anew",
        fr="{track} a été construite d’après un script plus ancien, et ce lecteur demande qu’elle soit refaite",
        help_en="build first: guide build",
        help_fr="construisez d’abord : guide build",
    ),
    "load-variant-failed": Entry(
        en="{track} could not be made for this player: {detail}",
        fr="{track} n’a pas pu être faite pour ce lecteur : {detail}",
        help_en="see what is wrong with: guide check",
        help_fr="voyez ce qui ne va pas avec : guide check",
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
        help_en="give the folder at which the card appears, as in: guide load /media/card",
        help_fr="donnez le dossier où la carte apparaît, par exemple : guide load /media/carte",
    ),
    "load-one-label": Entry(
        en="--label names one player, and {count} were given",
        fr="--label nomme un seul lecteur, et {count} ont été donnés",
        help_en="load them one at a time when you name them.",
        help_fr="chargez-les un par un pour les nommer.",
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
    "card-plan": Entry(
        en="{card}: {new} new, {replaced} changed, {kept} kept, {removed} removed; {size} MB to copy",
        fr="{card} : {new} nouveaux, {replaced} modifiés, {kept} gardés, {removed} retirés ; {size} Mo à copier",
    ),
    "card-plan-about": Entry(
        en="{card}: sizes of {count} tracks that are still to be made are estimates",
        fr="{card} : la taille de {count} pistes qui restent à fabriquer est estimée",
    ),
    "card-making": Entry(
        en="Making {count} tracks for this kind of player", fr="Fabrication de {count} pistes pour ce type de lecteur"
    ),
    "card-phase-checking": Entry(en="checking", fr="contrôle"),
    "card-phase-copying": Entry(en="copying", fr="copie"),
    "card-phase-clearing": Entry(en="removing", fr="retrait"),
    "card-phase-ordering": Entry(en="ordering", fr="mise en ordre"),
    "card-phase-verifying": Entry(en="reading back", fr="relecture"),
    "card-progress": Entry(
        en="{card}: {phase} {files}/{total} files, {done}/{size} MB, {left} left",
        fr="{card} : {phase} {files}/{total} fichiers, {done}/{size} Mo, reste {left}",
    ),
    "card-safe": Entry(
        en="{card}: {files} files read back and right, {copied} copied ({seconds} s). Safe to unplug.",
        fr="{card} : {files} fichiers relus et conformes, {copied} copiés ({seconds} s). Peut être débranchée.",
    ),
    "card-verified": Entry(
        en="{card}: {files} files read back and right, version {version}.",
        fr="{card} : {files} fichiers relus et conformes, version {version}.",
    ),
    "card-failed": Entry(
        en="{card}: NOT ready. Do not hand this player out.",
        fr="{card} : PAS prête. Ne remettez pas ce lecteur au public.",
    ),
    "card-bad": Entry(en="{card}: not as it should be: {path}", fr="{card} : fichier non conforme : {path}"),
    "load-summary": Entry(
        en="Cards ready: {good} of {total}. Version {version}.",
        fr="Cartes prêtes : {good} sur {total}. Version {version}.",
    ),
    "devices-none": Entry(
        en="No player is known yet: the ledger begins with the first guide load",
        fr="Aucun lecteur connu : le registre commence au premier guide load",
    ),
    "devices-head": Entry(
        en="player|version|behind|last seen|profile|languages|state",
        fr="lecteur|version|retard|vu le|profil|langues|état",
    ),
    "device-not-ready": Entry(en="NOT ready", fr="PAS prêt"),
    "device-ready": Entry(en="ready", fr="prêt"),
    "device-failed": Entry(en="load did not finish", fr="chargement inachevé"),
    "device-faults": Entry(en="bad files: {count} ({example})", fr="fichiers abîmés : {count} ({example})"),
    "device-unknown-behind": Entry(en="?", fr="?"),
    "profile-row": Entry(en="{name}: {title}", fr="{name} : {title}"),
    "profile-fits": Entry(
        en="This guide fits: {files} files, such as {example}",
        fr="Ce guide convient : {files} fichiers, comme {example}",
    ),
    "profile-fits-not": Entry(
        en="This guide does not fit this player as it is", fr="Ce guide ne convient pas tel quel à ce lecteur"
    ),
}

ENTRIES: dict[str, Entry] = {**_PROFILES, **_NAMES, **_CARDS, **_SAID}
