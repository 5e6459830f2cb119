"""What the commands say of themselves, and of a wrong use of them."""

from __future__ import annotations

from guide.messages.entry import Entry

ENTRIES: dict[str, Entry] = {
    "usage": Entry("Usage:", "Usage :"),
    "options": Entry("Options", "Options\u00a0"),
    "commands": Entry("Commands", "Commandes\u00a0"),
    "severity-error": Entry("error", "erreur"),
    "severity-warning": Entry("warning", "avertissement"),
    "severity-note": Entry("note", "remarque"),
    "interrupted": Entry(
        "Stopped. What is made is kept; the same command goes on from here.",
        "Arrêté. Ce qui est fait est gardé ; la même commande reprendra là.",
    ),
    "internal-error": Entry(
        "guide itself has a fault: {detail}",
        "guide lui-même a un défaut : {detail}",
        "Nothing is lost. Run the same command with --debug and send what it prints to the makers of guide.",
        "Rien n’est perdu. Relancez la même commande avec --debug et envoyez ce qui s’affiche aux auteurs de guide.",
    ),
    "see-help": Entry("All options: {command} --help", "Toutes les options : {command} --help"),
    "see-commands": Entry("All commands: {command} --help", "Toutes les commandes : {command} --help"),
    "command-unknown": Entry("there is no command “{command}”", "la commande « {command} » n’existe pas"),
    "option-unknown": Entry(
        "there is no option “{option}”",
        "l’option « {option} » n’existe pas",
        "Check the spelling.",
        "Vérifiez l’orthographe.",
    ),
    "option-too-early": Entry(
        "there is no option “{option}” before a command",
        "il n’y a pas d’option « {option} » avant une commande",
        "Write it after the command, as in: guide build --quiet",
        "Écrivez-la après la commande, comme dans : guide build --quiet",
    ),
    "option-without-value": Entry(
        "nothing stands after “{option}”",
        "rien ne suit « {option} »",
        "Write its value after it.",
        "Écrivez la valeur à sa suite.",
    ),
    "option-is-a-switch": Entry(
        "“{option}” takes no value",
        "« {option} » ne prend pas de valeur",
        "Write it alone.",
        "Écrivez-la seule.",
    ),
    "argument-extra": Entry(
        "“{argument}” is one word too many",
        "« {argument} » est un mot de trop",
        "Leave it out; a name with blanks stands between quotation marks.",
        "Retirez-le ; un nom qui contient des espaces se met entre guillemets.",
    ),
    "argument-missing": Entry(
        "“{argument}” is missing", "il manque « {argument} »", "Add it to the command.", "Ajoutez-le à la commande."
    ),
    "argument-bad": Entry(
        "“{argument}” cannot be used: {detail}",
        "« {argument} » est inutilisable : {detail}",
        "Correct it and try again.",
        "Corrigez, puis réessayez.",
    ),
    "argument-not-a-choice": Entry(
        "“{argument}” must be one of: {allowed}",
        "« {argument} » doit être l’un de ces mots : {allowed}",
        "Correct it and try again.",
        "Corrigez, puis réessayez.",
    ),
    "argument-not-a-number": Entry(
        "“{argument}” must be a whole number from {low} to {high}",
        "« {argument} » doit être un nombre entier de {low} à {high}",
        "Correct it and try again.",
        "Corrigez, puis réessayez.",
    ),
    "usage-wrong": Entry(
        "the command cannot be understood: {detail}",
        "la commande n’est pas comprise : {detail}",
        "Check the spelling.",
        "Vérifiez l’orthographe.",
    ),
    "project-not-there": Entry(
        "there is no folder {folder}",
        "il n’y a pas de dossier {folder}",
        "Check what stands after --project.",
        "Vérifiez ce qui suit --project.",
    ),
    "log-file-refused": Entry(
        "the log file {path} cannot be written: {detail}",
        "impossible d’écrire le journal {path} : {detail}",
        "Choose another file for --log-file.",
        "Choisissez un autre fichier pour --log-file.",
    ),
    "cast-not-there": Entry(
        "the guide has no cast “{cast}” (it has: {known})",
        "le guide n’a pas de distribution « {cast} » (il a : {known})",
        "Casts stand in guide.toml under [casts.…].",
        "Les distributions sont dans guide.toml, sous [casts.…].",
    ),
    "language-not-there": Entry(
        "the guide has no language “{language}” (it has: {known})",
        "le guide n’a pas la langue « {language} » (il a : {known})",
        "Languages stand in guide.toml under [guide].",
        "Les langues sont dans guide.toml, sous [guide].",
    ),
    "stop-not-there": Entry(
        "the guide has no stop “{stop}”",
        "le guide n’a pas d’étape « {stop} »",
        "Stops are the files in the folders scripts_….",
        "Les étapes sont les fichiers des dossiers scripts_….",
    ),
    "new-is-a-file": Entry(
        "{path} is a file, and a guide is a folder",
        "{path} est un fichier, et un guide est un dossier",
        "Name a folder that does not exist yet.",
        "Donnez le nom d’un dossier qui n’existe pas encore.",
    ),
    "new-not-empty": Entry(
        "the folder {folder} is not empty: {example} is in it",
        "le dossier {folder} n’est pas vide : il contient {example}",
        "Name a folder that does not exist yet.",
        "Donnez le nom d’un dossier qui n’existe pas encore.",
    ),
    "new-next": Entry(
        "Your guide is in {folder}. Next:\n  cd {typed}\n  guide build",
        "Votre guide est dans {folder}. Ensuite :\n  cd {typed}\n  guide build",
    ),
    "new-next-here": Entry(
        "Your guide is in this folder. Next: guide build", "Votre guide est ici. Ensuite : guide build"
    ),
    "voice-facts": Entry("{where}; {licence}", "{where} ; {licence}"),
    "voices-none": Entry(
        "nothing installed here speaks “{language}”",
        "rien d’installé ici ne parle « {language} »",
        "All voices, by language: guide voices",
        "Toutes les voix, par langue : guide voices",
    ),
    "voices-more": Entry("… and {count} more", "… et {count:autre|autres}"),
    "voices-all": Entry(
        "All voices of a language: guide voices --language {language}",
        "Toutes les voix d’une langue : guide voices --language {language}",
    ),
    "voice-missing": Entry("- {engine}: {why}", "- {engine} : {why}"),
    "voice-offline": Entry("on this machine", "sur cette machine"),
    "voice-online": Entry("online: the text leaves the museum", "en ligne : le texte quitte le musée"),
    "listen-nothing": Entry(
        "the stop “{stop}” has no sound in “{language}”",
        "l’étape « {stop} » n’a pas de son en « {language} »",
        "Choose another with --language or --level.",
        "Choisissez une autre langue (--language) ou un autre niveau (--level).",
    ),
    "level-not-there": Entry(
        "the stop “{stop}” has no level “{level}” in “{language}” (it has: {known})",
        "l’étape « {stop} » n’a pas de niveau « {level} » en « {language} » (elle a : {known})",
        "Choose another with --level.",
        "Choisissez-en un autre avec --level.",
    ),
    "listen-playing": Entry("{title}: {path}", "{title} : {path}"),
    "listen-engine": Entry(
        "The guide was published in the voices of {engine}, and so is this stop. In those of its cast: "
        "guide build --cast {cast}",
        "Le guide a été publié avec les voix de {engine}, cette étape aussi. Avec celles de sa distribution : "
        "guide build --cast {cast}",
    ),
    "listen-no-player": Entry(
        "No player was found here: open the file with your own: {path}",
        "Aucun lecteur trouvé ici : ouvrez le fichier avec le vôtre : {path}",
    ),
    "listen-not-heard": Entry(
        "{player} could not play it: perhaps no loudspeaker or sound card was found here",
        "{player} n’a pas pu le jouer : peut-être aucun haut-parleur ni carte son ici",
        "The sound itself is whole: play {path} by other means, or on another machine.",
        "Le son lui-même est entier : écoutez {path} autrement, ou sur une autre machine.",
    ),
    "copy-not-a-folder": Entry(
        "--copy takes a folder, and {path} is a file; nothing has been written",
        "--copy demande un dossier, et {path} est un fichier ; rien n’a été écrit",
        "Name a folder for the reading copies, new or not.",
        "Nommez un dossier pour les copies de lecture, nouveau ou non.",
    ),
    "show-title": Entry("{name}: {title}", "{name} : {title}"),
    "show-words": Entry("{words:word|words}", "{words:mot|mots}"),
    "show-warning": Entry("Warning: {warning}", "Avertissement : {warning}"),
    "show-names": Entry("Names", "Noms propres"),
    "show-pause": Entry("… {seconds:,g} s", "… {seconds:,g} s"),
    "show-copied": Entry("Reading copy: {path}", "Copie de lecture : {path}"),
    "voices-terms": Entry(
        "{title}, {megabytes} MB to fetch. Licence: {licence}. {terms}",
        "{title}, {megabytes} Mo à télécharger. Licence : {licence}. {terms}",
    ),
    "voices-terms-unknown": Entry(
        "{file} is used on the terms of whoever publishes it. Read them there: some forbid what a museum does with "
        "a voice.",
        "{file} s’utilise aux conditions de qui le publie. Lisez-les à la source : certaines interdisent ce qu’un "
        "musée fait d’une voix.",
    ),
    "voices-half": Entry(
        "The voice speaks once {missing} lies beside it: install that file in the same way.",
        "La voix parlera quand {missing} sera à côté : installez ce fichier de la même façon.",
    ),
    "voices-accept": Entry("Do you accept this licence?", "Acceptez-vous cette licence ?"),
    "voices-fetching": Entry(
        "{number} of {count}: {file} ({megabytes} MB)", "{number} sur {count} : {file} ({megabytes} Mo)"
    ),
    "voices-installed": Entry("{name} is in {folder}.", "{name} est dans {folder}."),
    "voices-removed": Entry("{name} is gone: {megabytes} MB freed.", "{name} est retiré : {megabytes} Mo libérés."),
    "voices-tried": Entry(
        "Voices to compare: {count}. Open the listening page: {page}",
        "Voix à comparer : {count}. Ouvrez la page d’écoute : {page}",
    ),
    "audition-title": Entry("Which voice for our guide?", "Quelle voix pour notre guide ?"),
    "audition-how": Entry(
        "Listen with headphones, without looking at the names at the end. 1 is poor, 5 is very good. Your answers stay "
        "in this browser: save them as a table and give it to whoever chooses, or print the page and fill it in.",
        "Écoutez au casque, sans regarder les noms à la fin. 1 : mauvais, 5 : très bon. Vos réponses restent dans ce "
        "navigateur : enregistrez-les en tableau pour la personne qui choisit, ou imprimez la page et remplissez-la.",
    ),
    "audition-who": Entry("Listener and date", "Auditeur et date"),
    "audition-language": Entry("Language", "Langue"),
    "audition-candidate": Entry("Candidate", "Candidat"),
    "audition-clear": Entry("Every word understood", "Chaque mot compris"),
    "audition-pleasant": Entry("Would listen for an hour", "L’écouterait une heure"),
    "audition-names-right": Entry("Names said right", "Noms bien prononcés"),
    "audition-remarks": Entry("Remarks", "Remarques"),
    "audition-engine": Entry("Engine", "Moteur"),
    "audition-voice": Entry("Voice", "Voix"),
    "audition-save": Entry("Save my answers (CSV)", "Enregistrer mes réponses (CSV)"),
    "audition-file": Entry("voices", "voix"),
    "audition-names": Entry("The names of the voices", "Les noms des voix"),
    "voices-trying": Entry("{number} of {count} ({language})", "{number} sur {count} ({language})"),
    "lan-not-there": Entry(
        "this machine is on no network: {detail}",
        "cette machine n’est sur aucun réseau : {detail}",
        "Connect it, or leave out --lan.",
        "Connectez-la, ou enlevez --lan.",
    ),
    "cleaned": Entry(
        "Removed from the cache: {count:entry|entries}, {megabytes:,.1f} MB.",
        "Sons gardés de côté, retirés : {count} ({megabytes:,.1f} Mo).",
    ),
    "cleaned-no-sound": Entry(
        "All speech and sound was kept: {count:track|tracks} cannot be planned now in one cast or another, and nothing "
        "tells what they need. Below is why, for the first; mend that, then clean again.",
        "Toutes les voix et tous les sons ont été gardés : rien ne dit ce qu’il faut aux pistes qui ne peuvent pas "
        "être prévues à présent dans l’une ou l’autre distribution ({count}). Voici pourquoi, pour la première ; "
        "réparez cela, puis nettoyez de nouveau.",
    ),
    "cleaned-all": Entry(
        "Removed: the cache, and {count:file|files} of the guide in audio_out.",
        "Retirés : tous les sons gardés de côté, et {count:fichier|fichiers} du guide dans audio_out.",
    ),
    # Help.
    "help-guide": Entry(
        "Makes a museum's audio guide from one text a stop and language: tracks, playlists, the visitor's page.\n\n"
        "A first guide: guide new my-guide, then in that folder: guide build",
        "Fabrique l’audioguide d’un musée à partir d’un texte par étape et par langue : pistes, listes de lecture, "
        "page du visiteur.\n\nUn premier guide : guide new mon-guide, puis dans ce dossier : guide build",
    ),
    "help-help": Entry("Show this and leave.", "Affiche ceci et s’arrête."),
    "help-docs": Entry(
        "Say where the documentation lies, and leave.", "Dit où se trouve la documentation, et s’arrête."
    ),
    "help-debug": Entry(
        "When guide itself fails, show where, for its makers.",
        "Si guide lui-même échoue, montre où, pour ses auteurs.",
    ),
    "help-version": Entry("Show the version and leave.", "Affiche la version et s’arrête."),
    "help-lang": Entry("Language of these messages.", "Langue de ces messages."),
    "help-project": Entry("The guide's folder, or any folder in it.", "Le dossier du guide, ou l’un de ses dossiers."),
    "help-new": Entry("Make a small guide to start from.", "Crée un petit guide pour commencer."),
    "help-check": Entry("Say everything that is wrong, with its line.", "Dit tout ce qui ne va pas, avec la ligne."),
    "help-build": Entry("Make what is missing or has changed.", "Fabrique ce qui manque ou a changé."),
    "help-plan": Entry("Say what a build would do, and why.", "Dit ce qu’une construction ferait, et pourquoi."),
    "help-show": Entry(
        "Show a stop as it is read and as it is spoken.", "Montre une étape telle qu’on la lit et telle qu’on la dit."
    ),
    "help-listen": Entry(
        "Play a stop, making it first if need be.", "Fait entendre une étape, en la fabriquant au besoin."
    ),
    "help-voices": Entry("List engines and voices by language.", "Liste les moteurs et les voix par langue."),
    "help-clean": Entry(
        "Remove what the cache no longer needs.", "Retire les sons gardés de côté qui ne servent plus."
    ),
    "help-language": Entry("Only this language (may be repeated).", "Seulement cette langue (option répétable)."),
    "help-stop": Entry(
        "Only this stop, by number or id (may be repeated).",
        "Seulement cette étape, par numéro ou identifiant (option répétable).",
    ),
    "help-cast": Entry(
        "Voices of this cast instead of the usual one.", "Les voix de cette distribution, au lieu de l’habituelle."
    ),
    "help-engine": Entry("Speak everything with this engine.", "Dit tout avec ce moteur vocal."),
    "help-jobs": Entry(
        "How many tracks at once (0: one a processor).", "Combien de pistes à la fois (0 : selon la machine)."
    ),
    "help-force": Entry(
        "Make anew all that is asked for, changed or not.",
        "Refait tout ce qui est demandé, même ce qui n’a pas changé.",
    ),
    "help-dry-run": Entry("Only say what would be done.", "Dit seulement ce qui serait fait."),
    "help-verbose": Entry("A line for each track and file.", "Une ligne par piste et par fichier."),
    "help-quiet": Entry("Say only what is wrong.", "Ne dit que ce qui ne va pas."),
    "help-log-file": Entry("Append everything that happens to this file.", "Ajoute tout ce qui se passe à ce fichier."),
    "help-show-copy": Entry(
        "Write reading copies for a voice actor into this folder.",
        "Écrit dans ce dossier des copies de lecture pour un comédien.",
    ),
    "help-voices-try": Entry(
        "Have every voice say a few sentences, on a page to rate them.",
        "Fait dire quelques phrases à chaque voix, sur une page pour les noter.",
    ),
    "help-voices-install": Entry(
        "Fetch a set of voices, or a Piper voice from its address.",
        "Télécharge un jeu de voix, ou une voix de Piper par son adresse.",
    ),
    "help-voices-remove": Entry("Remove a set of voices, or a Piper voice.", "Retire un jeu ou une voix Piper."),
    "help-sha256": Entry(
        "With an address: the file's SHA-256; a second one is that of its settings (.onnx.json).",
        "Avec une adresse : l’empreinte SHA-256 du fichier ; une seconde est celle de ses réglages (.onnx.json).",
    ),
    "help-accept-licence": Entry("Accept the licence without being asked.", "Accepte la licence sans question."),
    "help-try-stop": Entry("The stop to read from (else the first).", "L’étape à lire (sinon, la première)."),
    "help-try-online": Entry(
        "Let engines take part that send the text away.", "Admet aussi les moteurs qui envoient le texte ailleurs."
    ),
    "help-serve": Entry(
        "Serve the visitor's page, to try it.", "Ouvre la page du visiteur aux navigateurs, pour l’essayer."
    ),
    "help-port": Entry(
        "The port to listen on (usually 8000; 0: any free one).",
        "Le port d’écoute (d’habitude 8000 ; 0 : un port libre).",
    ),
    "help-lan": Entry(
        "For phones in the house: show the address and its QR code.",
        "Pour les téléphones du musée : montre l’adresse et son code QR.",
    ),
    "help-only-language": Entry("Only voices for this language.", "Seulement les voix pour cette langue."),
    "help-listen-language": Entry(
        "Which language (else the source language).", "Quelle langue (sinon, la langue d’origine)."
    ),
    "help-level": Entry("Which level (else the standard one).", "Quel niveau (sinon, le niveau standard)."),
    "help-clean-all": Entry("Remove all that was ever made.", "Retire tout ce qui a été fabriqué."),
    "help-json": Entry(
        "A line of JSON for each event, for programs.", "Une ligne JSON par événement, pour les programmes."
    ),
    "help-json-whole": Entry("The same as JSON, for programs.", "La même chose en JSON, pour les programmes."),
}
