"""What `guide` says about profiles of players, and about a guide that does not fit one."""

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
        help_en="all settings are listed on the page “profiles” (guide --docs).",
        help_fr="tous les réglages sont sur la page « Les profils des lecteurs » (guide --docs).",
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
    "profile-mp3-bitrate": Entry(
        en="“{setting}” is more than MP3 can hold at {rate} Hz",
        fr="« {setting} » dépasse ce que le MP3 permet à {rate} Hz",
        help_en="write at most {most}, or a rate_hz of 32000 or more.",
        help_fr="écrivez {most} au plus, ou un rate_hz d’au moins 32000.",
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
        help_en="the words that may stand in braces are listed on the page “profiles” (guide --docs).",
        help_fr="les mots permis entre accolades sont sur la page « Les profils des lecteurs » (guide --docs).",
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

_LAYOUTS: dict[str, Entry] = {
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
        en="{track} lasts {seconds:,.1f} s; this player may skip tracks under {shortest:,.1f} s",
        fr="{track} dure {seconds:,.1f} s ; ce lecteur peut sauter les pistes de moins de {shortest:,.1f} s",
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
    "card-level-incomplete": Entry(
        en="in {language}, stops without the level “{level}”: {stops}; their standard tracks are loaded",
        fr="en {language}, étapes sans le niveau « {level} » : {stops} ; leurs pistes standard sont chargées",
        help_en="visitors hear the standard level there until these stops have a script of this one.",
        help_fr="les visiteurs y entendent le niveau standard, tant que ces étapes n’ont pas de texte de ce niveau.",
    ),
    "card-track-missing": Entry(
        en="stop {stop} has no track in {language}",
        fr="l’étape {stop} n’a pas de piste en {language}",
        help_en="write its script, or make sure that it was built.",
        help_fr="écrivez son script, ou vérifiez qu’il a été construit.",
    ),
}

ENTRIES: dict[str, Entry] = {**_PROFILES, **_LAYOUTS}
