"""What `guide` says about speech."""

from __future__ import annotations

from guide.messages.entry import Entry

ENTRIES: dict[str, Entry] = {
    "engine-unknown": Entry(
        "There is no speech engine “{engine}”.",
        "Il n’y a pas de moteur vocal « {engine} ».",
        "Engines known here: {known}. List them with: guide voices",
        "Moteurs connus ici : {known}. Pour les lister : guide voices",
    ),
    "engine-broken": Entry(
        "The speech engine “{engine}” of the package “{package}” cannot be loaded: {reason}",
        "Le moteur vocal « {engine} » du paquet « {package} » ne se charge pas : {reason}",
        "Tell the package's author, update it (pip install --upgrade {package}), or choose another engine.",
        "Signalez-le à l’auteur du paquet, mettez-le à jour (pip install --upgrade {package}) "
        "ou choisissez un autre moteur.",
    ),
    "engine-misnamed": Entry(
        "The package “{package}” offers an engine “{engine}” that calls itself “{says}”.",
        "Le paquet « {package} » propose un moteur « {engine} » qui se nomme lui-même « {says} ».",
        "Its author must use one name in the entry point and in `info`; until then choose another engine.",
        "Son auteur doit employer un seul nom, dans le point d’entrée et dans `info` ; "
        "d’ici là, choisissez un autre moteur.",
    ),
    "engine-package-missing": Entry(
        "The speech engine “{engine}” needs the package “{package}”, which is not installed.",
        "Le moteur vocal « {engine} » a besoin du paquet « {package} », qui n’est pas installé.",
        "Install it with the pip that lies beside guide: pip install {package}",
        "Installez-le avec le pip placé à côté de guide : pip install {package}",
    ),
    "engine-extra-missing": Entry(
        "The speech engine “{engine}” is not installed.",
        "Le moteur vocal « {engine} » n’est pas installé.",
        'Install it with the pip that lies beside guide: pip install "audioguide-builder[{extra}]"',
        'Installez-le avec le pip placé à côté de guide : pip install "audioguide-builder[{extra}]"',
    ),
    "pico-not-on-mac": Entry(
        "The speech engine “pico” is not available on macOS: its package is published for Linux and Windows only.",
        "Le moteur vocal « pico » n’existe pas sur macOS : son paquet n’est publié que pour Linux et Windows.",
        "In guide.toml choose the engine “espeak” for drafts or “kokoro” for publishing, or build on Linux or Windows.",
        "Dans guide.toml, choisissez le moteur « espeak » pour les essais ou « kokoro » pour publier, "
        "ou construisez le guide sous Linux ou Windows.",
    ),
    "engine-needs-variable": Entry(
        "The speech engine “{engine}” needs the environment variable {variable}, which is missing or misspelt.",
        "Le moteur vocal « {engine} » a besoin de la variable d’environnement {variable}, "
        "qui est absente (ou mal écrite).",
        "Set it where you start guide, never in guide.toml; its value: the page “voices” (guide --docs).",
        "Définissez-la là où vous lancez guide, jamais dans guide.toml ; sa valeur : page « Voix » (guide --docs).",
    ),
    "voices-not-installed": Entry(
        "The speech engine “{engine}” has no voices here yet.",
        "Le moteur vocal « {engine} » n’a encore aucune voix ici.",
        "Install them with: guide voices install {name}",
        "Installez-les avec : guide voices install {name}",
    ),
    "install-unknown": Entry(
        "There is nothing to install under the name “{name}”.",
        "Il n’y a rien à installer sous le nom « {name} ».",
        "What can be installed: {known}",
        "Ce qui peut être installé : {known}",
    ),
    "install-declined": Entry(
        "“{name}” was not installed: its licence ({licence}) was not accepted.",
        "« {name} » n’a pas été installé : sa licence ({licence}) n’a pas été acceptée.",
        "Nothing was fetched. Choose another voice, or start again and accept the licence.",
        "Rien n’a été téléchargé. Choisissez une autre voix, ou recommencez en acceptant la licence.",
    ),
    "install-no-room": Entry(
        "There is no room to install “{name}”: it needs {needed} MB, and {free} MB are free.",
        "La place manque pour installer « {name} » : il faut {needed} Mo, et {free} Mo sont libres.",
        "Free some space, or name a folder on another disk in the variable GUIDE_DATA.",
        "Libérez de la place, ou indiquez un dossier d’un autre disque dans la variable GUIDE_DATA.",
    ),
    "install-bad-address": Entry(
        "This is no address of a voice file.",
        "Ceci n’est pas l’adresse d’un fichier de voix.",
        "It must begin with https:// and end with .onnx or .onnx.json.",
        "Elle doit commencer par https:// et finir par .onnx ou .onnx.json.",
    ),
    "install-bad-digest": Entry(
        "{file} can only be fetched with its SHA-256: 64 digits from 0 to 9 and a to f.",
        "{file} ne peut être téléchargé qu’avec son empreinte SHA-256 : 64 signes, de 0 à 9 et de a à f.",
        "Whoever publishes the voice gives it beside the file; it proves that the file is the right one.",
        "Qui publie la voix la donne à côté du fichier ; elle prouve que le fichier est le bon.",
    ),
    "install-pinned": Entry(
        "The SHA-256 of “{name}” is known to guide already.",
        "guide connaît déjà l’empreinte SHA-256 de « {name} ».",
        "Leave out --sha256; it goes with an address.",
        "Enlevez --sha256 : il va avec une adresse.",
    ),
    "install-not-fetched": Entry(
        "The package {package} could not be fetched: {reason}",
        "Le paquet {package} n’a pas pu être téléchargé : {reason}",
        "Check the network and start the same command again: what was fetched is kept.",
        "Vérifiez le réseau puis relancez la même commande : ce qui est déjà téléchargé est gardé.",
    ),
    "install-not-the-same": Entry(
        "The file {file} is not the one that was checked for this version of guide.",
        "Le fichier {file} n’est pas celui qui a été vérifié pour cette version de guide.",
        "It was not installed. Update guide; if that does not help, report it.",
        "Il n’a pas été installé. Mettez guide à jour ; si cela ne suffit pas, signalez-le.",
    ),
    "language-unspoken": Entry(
        "the engine {engine} does not speak “{language}”: it may leave “{words}” out",
        "le moteur {engine} ne parle pas « {language} » : il peut passer « {words} » sous silence",
        "Write how it is said, in letters that the voice reads: [{language}: {words} | …].",
        "Écrivez comment cela se dit, dans des lettres que la voix lit : [{language}: {words} | …].",
    ),
    "voice-unknown": Entry(
        "There is no voice “{voice}” in the engine “{engine}”.",
        "Il n’y a pas de voix « {voice} » dans le moteur « {engine} ».",
        "List its voices with: guide voices",
        "Pour lister ses voix : guide voices",
    ),
    "voice-language": Entry(
        "The voice “{voice}” of “{engine}” speaks {has}, and the text is in “{wanted}”.",
        "La voix « {voice} » de « {engine} » parle {has}, et le texte est en « {wanted} ».",
        "Choose a voice for “{wanted}” in guide.toml; “guide voices” lists them by language.",
        "Choisissez dans guide.toml une voix pour « {wanted} » ; « guide voices » les donne par langue.",
    ),
    "rate-out-of-range": Entry(
        "The engine “{engine}” cannot speak at rate {value}: it goes from {low:.2f} to {high:.2f}.",
        "Le moteur « {engine} » ne peut pas parler au débit {value} : il va de {low:.2f} à {high:.2f}.",
        "Change the voice's rate in guide.toml.",
        "Changez le débit (rate) de cette voix dans guide.toml.",
    ),
    "rate-fixed": Entry(
        "The engine “{engine}” has only its normal rate, and {value} was asked.",
        "Le moteur « {engine} » n’a que son débit normal, et {value} est demandé.",
        "Take the rate out of this voice's settings in guide.toml, or choose another engine.",
        "Retirez le débit (rate) de cette voix dans guide.toml, ou choisissez un autre moteur.",
    ),
    "pitch-out-of-range": Entry(
        "The engine “{engine}” cannot speak at pitch {value}: it goes from {low:.2f} to {high:.2f}.",
        "Le moteur « {engine} » ne peut pas parler à la hauteur {value} : il va de {low:.2f} à {high:.2f}.",
        "Change the voice's pitch in guide.toml.",
        "Changez la hauteur (pitch) de cette voix dans guide.toml.",
    ),
    "pitch-fixed": Entry(
        "The engine “{engine}” has only its normal pitch, and {value} was asked.",
        "Le moteur « {engine} » n’a que sa hauteur normale, et {value} est demandé.",
        "Take the pitch out of this voice's settings in guide.toml, or choose another engine.",
        "Retirez la hauteur (pitch) de cette voix dans guide.toml, ou choisissez un autre moteur.",
    ),
    "engine-failed": Entry(
        "The speech engine “{engine}” failed on “{text}”: {reason}",
        "Le moteur vocal « {engine} » a échoué sur « {text} » : {reason}",
        "Build again; if it fails again, change the sentence or the voice.",
        "Relancez la construction ; si l’échec se répète, changez la phrase ou la voix.",
    ),
    "espeak-data": Entry(
        "The speech engine “espeak” cannot open its own data.",
        "Le moteur vocal « espeak » n’arrive pas à ouvrir ses propres données.",
        "Install its package again with the pip that lies beside guide: pip install --force-reinstall espeakng-loader",
        "Réinstallez son paquet avec le pip placé à côté de guide : pip install --force-reinstall espeakng-loader",
    ),
    "speech-no-words": Entry(
        "There is nothing to say in “{text}”.",
        "Il n’y a rien à dire dans « {text} ».",
        "Write words, or mark this as shown only: [{text} | ]",
        "Écrivez des mots, ou indiquez que ceci est seulement montré : [{text} | ]",
    ),
    "speech-empty": Entry(
        "The speech engine “{engine}” gave no sound for “{text}”.",
        "Le moteur vocal « {engine} » n’a rendu aucun son pour « {text} ».",
        "Say it in other words, or choose another voice.",
        "Dites-le autrement, ou choisissez une autre voix.",
    ),
    "speech-silent": Entry(
        "The speech engine “{engine}” gave only silence for “{text}”.",
        "Le moteur vocal « {engine} » n’a rendu que du silence pour « {text} ».",
        "Say it in other words, or choose another voice.",
        "Dites-le autrement, ou choisissez une autre voix.",
    ),
    "speech-clipped": Entry(
        "The speech engine “{engine}” gave distorted sound (samples at full scale) for “{text}”.",
        "Le moteur vocal « {engine} » a rendu un son saturé (échantillons au maximum) pour « {text} ».",
        "Choose another voice, and tell the engine's author: it must speak more softly.",
        "Choisissez une autre voix, et signalez-le à l’auteur du moteur : il doit parler moins fort.",
    ),
    "speech-shape": Entry(
        "The speech engine “{engine}” did not give mono float32 samples for “{text}”.",
        "Le moteur vocal « {engine} » n’a pas rendu des échantillons mono float32 pour « {text} ».",
        "Tell the engine's author to run guide.engines.testing; until then choose another engine.",
        "Demandez à l’auteur du moteur de lancer guide.engines.testing ; d’ici là, choisissez un autre moteur.",
    ),
    "speech-not-finite": Entry(
        "The speech engine “{engine}” gave samples that are no numbers for “{text}”.",
        "Le moteur vocal « {engine} » a rendu des échantillons qui ne sont pas des nombres pour « {text} ».",
        "Tell the engine's author to run guide.engines.testing; until then choose another engine.",
        "Demandez à l’auteur du moteur de lancer guide.engines.testing ; d’ici là, choisissez un autre moteur.",
    ),
    "speech-word-times": Entry(
        "The speech engine “{engine}” gave word times outside the speech or the text for “{text}”.",
        "Le moteur vocal « {engine} » a situé des mots hors du son ou hors du texte pour « {text} ».",
        "Tell the engine's author to run guide.engines.testing; until then choose another engine.",
        "Demandez à l’auteur du moteur de lancer guide.engines.testing ; d’ici là, choisissez un autre moteur.",
    ),
    "speech-rate-changed": Entry(
        "The speech engine changed its sample rate in the middle of a sentence, at “{text}”.",
        "Le moteur vocal a changé de fréquence d’échantillonnage au milieu d’une phrase, à « {text} ».",
        "Tell the engine's author; until then choose another engine.",
        "Signalez-le à l’auteur du moteur ; d’ici là, choisissez un autre moteur.",
    ),
    "speech-too-long": Entry(
        "The speech engine “{engine}” takes {limit} characters at a time, and was given more: “{text}”.",
        "Le moteur vocal « {engine} » prend {limit} caractères à la fois et en a reçu davantage : « {text} ».",
        "Call it through guide.engines.speech.speak, which cuts long narrations.",
        "Passez par guide.engines.speech.speak, qui coupe les textes trop longs.",
    ),
    "online-out-of-reach": Entry(
        "The service of “{engine}” could not be reached for “{text}” (attempts: {attempts}).",
        "Le service de « {engine} » est resté injoignable pour « {text} » (essais : {attempts}).",
        "Check the network, then build again: all that was fetched is kept, and only the rest is asked for.",
        "Vérifiez le réseau puis relancez la construction : tout ce qui a été reçu est gardé, "
        "seul le reste sera demandé.",
    ),
    "online-too-slow": Entry(
        "The service of “{engine}” did not answer in time for “{text}” (attempts: {attempts}).",
        "Le service de « {engine} » n’a pas répondu à temps pour « {text} » (essais : {attempts}).",
        "Build again later: all that was fetched is kept, and only the rest is asked for.",
        "Relancez la construction plus tard : tout ce qui a été reçu est gardé, seul le reste sera demandé.",
    ),
    "online-too-many": Entry(
        "The service of “{engine}” says that it is asked too often; it stopped at “{text}” (attempts: {attempts}).",
        "Le service de « {engine} » se dit trop sollicité ; il s’est arrêté à « {text} » (essais : {attempts}).",
        "Wait an hour, then build again: all that was fetched is kept, and only the rest is asked for.",
        "Attendez une heure puis relancez la construction : tout ce qui a été reçu est gardé, "
        "seul le reste sera demandé.",
    ),
    "online-service-down": Entry(
        "The service of “{engine}” is out of order; it stopped at “{text}” (attempts: {attempts}).",
        "Le service de « {engine} » est en panne ; il s’est arrêté à « {text} » (essais : {attempts}).",
        "Build again later: all that was fetched is kept, and only the rest is asked for.",
        "Relancez la construction plus tard : tout ce qui a été reçu est gardé, seul le reste sera demandé.",
    ),
    "online-cut-off": Entry(
        "The answers of the service of “{engine}” broke off for “{text}” (attempts: {attempts}).",
        "Les réponses du service de « {engine} » s’interrompent pour « {text} » (essais : {attempts}).",
        "Check the network, then build again: all that was fetched is kept, and only the rest is asked for.",
        "Vérifiez le réseau puis relancez la construction : tout ce qui a été reçu est gardé, "
        "seul le reste sera demandé.",
    ),
    "online-web-page": Entry(
        "Instead of sound, a web page came from the service of “{engine}” for “{text}”.",
        "Au lieu d’un son, une page web est arrivée du service de « {engine} » pour « {text} ».",
        "Often it is the login page of the building's network: open a browser, log in, then build again.",
        "C’est souvent la page de connexion du réseau de l’établissement : ouvrez un navigateur, "
        "connectez-vous, puis relancez la construction.",
    ),
    "online-not-sound": Entry(
        "The service of “{engine}” answered “{text}” with something that is no sound.",
        "Le service de « {engine} » a répondu à « {text} » par autre chose qu’un son.",
        "Say it in other words, or choose another engine; the service may have changed.",
        "Dites-le autrement, ou choisissez un autre moteur ; le service a peut-être changé.",
    ),
    "online-refused": Entry(
        "The service of “{engine}” refuses to answer: the key is missing, wrong or expired.",
        "Le service de « {engine} » refuse de répondre : la clé manque, est fausse ou a expiré.",
        "Check the engine's key (the page “voices” says where it stands: guide --docs), then build again.",
        "Vérifiez la clé de ce moteur (page « Voix » : guide --docs dit où), puis relancez la construction.",
    ),
    "online-request-refused": Entry(
        "The service of “{engine}” did not accept “{text}”.",
        "Le service de « {engine} » n’a pas accepté « {text} ».",
        "Say it in other words, or choose another voice.",
        "Dites-le autrement, ou choisissez une autre voix.",
    ),
    "online-certificate": Entry(
        "The service of “{engine}” could not prove who it is (its certificate is not trusted here).",
        "Le service de « {engine} » n’a pas pu prouver son identité (certificat non reconnu ici).",
        "Check this computer's date; in a filtered network ask your IT department for its certificate "
        "(variable REQUESTS_CA_BUNDLE).",
        "Vérifiez la date de cet ordinateur ; dans un réseau filtré, demandez au service informatique "
        "son certificat (variable REQUESTS_CA_BUNDLE).",
    ),
}
