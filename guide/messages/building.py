"""What `guide` says about plans, builds and the folder they fill."""

from __future__ import annotations

from guide.messages.entry import Entry


def _reason(en: str, fr: str) -> Entry:
    return Entry(en, fr)


ENTRIES: dict[str, Entry] = {
    # Why a track is made.
    "reason-never-made": _reason("never made", "jamais fabriquée"),
    "reason-forced": _reason("asked for with --force", "demandée par --force"),
    "reason-cache-missing": _reason("its sound is no longer in the cache", "le son gardé de côté a disparu"),
    "reason-up-to-date": _reason("up to date", "à jour"),
    "reason-text": _reason("the text changed", "le texte a changé"),
    "reason-lexicon": _reason("the pronunciation changed", "la prononciation a changé"),
    "reason-voice": _reason("the voice changed", "la voix a changé"),
    "reason-engine": _reason("the speech engine changed", "le moteur vocal a changé"),
    "reason-sounds": _reason("a sound changed", "un son a changé"),
    "reason-bed": _reason("the bed changed", "le fond sonore a changé"),
    "reason-pauses": _reason("the pauses changed", "les pauses ont changé"),
    "reason-mix": _reason("the mix settings changed", "les réglages du mixage ont changé"),
    "reason-loudness": _reason("the loudness target changed", "le niveau sonore visé a changé"),
    "reason-format": _reason("the file format changed", "le format de fichier a changé"),
    "reason-libraries": _reason("the sound libraries changed", "les bibliothèques sonores ont changé"),
    "reason-tags": _reason("number, title or tags changed", "le numéro, le titre ou les étiquettes ont changé"),
    "reason-order": _reason("its stops or their order changed", "ses étapes ou leur ordre ont changé"),
    "reason-stops": _reason("the sound of a stop changed", "le son d’une étape a changé"),
    "reason-script-gone": _reason("its script is gone", "son script n’est plus là"),
    "reason-language-gone": _reason("guide.toml no longer names its language", "guide.toml ne nomme plus sa langue"),
    "reason-number-taken": _reason("its number is another stop's", "son numéro est celui d’une autre étape"),
    "reason-file-changed": _reason(
        "its old file is gone or was changed by hand", "son ancien fichier a disparu ou a été modifié à la main"
    ),
    "reason-tour-gone": _reason(
        "no tour of the guide is made as this file any more", "plus aucun parcours du guide ne donne ce fichier"
    ),
    "reason-tour-waits": _reason("one of its stops cannot be made", "une de ses étapes ne peut pas être faite"),
    "tour-name-taken": Entry(
        "the file of the tour “{tour}” ({language}) would have the name of a stop's file, {language}/{tour}.mp3",
        "le fichier du parcours « {tour} » ({language}) aurait le nom de celui d’une étape, {language}/{tour}.mp3",
        "Give the tour another id in guide.toml.",
        "Donnez un autre identifiant (id) au parcours dans guide.toml.",
    ),
    "action-wait": _reason("wait", "attendre"),
    "action-make": _reason("make", "faire"),
    "action-reuse": _reason("reuse", "reprendre"),
    "action-tag": _reason("tag", "étiqueter"),
    "action-keep": _reason("keep", "garder"),
    "action-remove": _reason("remove", "retirer"),
    "to-voice": _reason("sentences to voice: {count}", "phrases à dire : {count}"),
    "plan-adrift": Entry(
        "Files in audio_out that were edited or removed, and will be put back: {count}, {example} among them.",
        "Fichiers d’audio_out modifiés ou retirés, qui seront remis en place : {count}, dont {example}.",
    ),
    "plan-summary": Entry(
        "Tracks: {total}. To make: {make}; from the cache: {reuse}; to tag: {tag}; up to date: {keep}; "
        "impossible: {refused}.",
        "Pistes : {total}. À faire : {make} ; déjà prêtes : {reuse} ; étiquettes à refaire : {tag} ; à jour : {keep} ; "
        "impossibles : {refused}.",
    ),
    "plan-removals": Entry("To be taken out of the guide: {count}.", "À retirer du guide : {count}."),
    # Progress and end of a build.
    "progress-start": _reason("0 of {total}: starting the voices", "0 sur {total} : les voix démarrent"),
    "progress": _reason("{done} of {total}, {left} left: {title}", "{done} sur {total}, reste {left} : {title}"),
    "progress-publishing": _reason("Publishing {count:file|files}", "Publication de {count:fichier|fichiers}"),
    "build-summary": Entry(
        "Tracks made: {made}; kept: {kept}; failed: {failed}{removed}. Time: {took}.",
        "Pistes faites : {made} ; gardées : {kept} ; en échec : {failed}{removed}. Durée : {took}.",
    ),
    "build-removed": _reason("; removed: {count}", " ; retirées : {count}"),
    "build-errors": Entry(
        "Errors that are told above and are no track's: {count}.",
        "Erreurs signalées plus haut, hors des pistes : {count}.",
    ),
    "track-removed": _reason("Taken out of the guide: {track}, {reason}.", "Retirée du guide : {track}, {reason}."),
    "build-minutes": _reason("To listen to: {minutes}.", "À écouter : {minutes}."),
    "minutes": _reason("{minutes:,.1f} min", "{minutes:,.1f} min"),
    "seconds": _reason("{seconds:,.1f} s", "{seconds:,.1f} s"),
    "minutes-none": _reason("to read, without sound", "à lire, sans son"),
    "build-draft": Entry(
        "These are draft voices. The release voices: guide build --cast release (about {minutes} min here, once).",
        "Ce sont les voix d’essai. Les voix définitives : guide build --cast release (environ {minutes} min ici, "
        "une seule fois).",
    ),
    "build-page": Entry("Open the guide: {page}", "Ouvrir le guide : {page}"),
    "track-not-made": _reason("The track {track} waits for it.", "La piste {track} l’attend."),
    "old-track-stays": _reason(
        "Its last good track stays in the guide.", "Sa dernière bonne piste reste dans le guide."
    ),
    "failed-again": Entry(
        "Further tracks that fail for one reason: {count} ({tracks}). {reason}",
        "Autres pistes en échec pour une même raison : {count} ({tracks}). {reason}",
    ),
    "number-held": Entry(
        "the number {number} is still that of the stop “{other}”, whose old track stays in the guide",
        "le numéro {number} est encore celui de l’étape « {other} », dont l’ancienne piste reste dans le guide",
        "Put right what is wrong with “{other}”, or give this stop a free number, then build the whole guide.",
        "Corrigez ce qui ne va pas pour « {other} », ou donnez à cette étape un numéro libre, puis construisez le "
        "guide entier.",
    ),
    "edited-replaced": Entry(
        "{path} had been changed by hand; it has been replaced",
        "{path} avait été modifié à la main ; il a été remplacé",
        "To change a track, change its script or its recording: what lies in audio_out is made anew.",
        "Pour changer une piste, changez son texte ou son enregistrement : audio_out est refait à chaque fois.",
    ),
    "show-nothing": Entry(
        "the stop “{stop}” has no script in “{language}”",
        "l’étape « {stop} » n’a pas de texte en « {language} »",
        "Choose another language with --language, or write the script.",
        "Choisissez une autre langue avec --language, ou écrivez le texte.",
    ),
    "media-changed": Entry(
        "media/{file} was changed while the guide was being built; nothing has been published",
        "media/{file} a été modifié pendant la construction du guide ; rien n’a été publié",
        "Build again: what was made is kept.",
        "Relancez la construction : ce qui est déjà fait est gardé.",
    ),
    # What stops a track.
    "sound-changed": Entry(
        "media/{file} was changed while this track was being made",
        "media/{file} a été modifié pendant la fabrication de cette piste",
        "Build again: everything else is kept.",
        "Relancez la construction : tout le reste est gardé.",
    ),
    "role-without-voice": Entry(
        "the cast “{cast}” has no voice for the role “{role}” in “{language}”",
        "la distribution « {cast} » n’a pas de voix pour le rôle « {role} » en « {language} »",
        'Add this line to guide.toml, below [casts.{cast}.{language}]: "{role}" = {{ engine = "{engine}" }}; '
        'voice = "…" chooses one of its voices: guide voices --language {language}.',
        'Ajoutez cette ligne à guide.toml, sous [casts.{cast}.{language}] : "{role}" = {{ engine = "{engine}" }} ; '
        'voice = "…" choisit l’une de ses voix : guide voices --language {language}.',
    ),
    "language-without-voice": Entry(
        "the cast “{cast}” has no voice for the language “{language}”",
        "la distribution « {cast} » n’a pas de voix pour la langue « {language} »",
        'Add two lines to guide.toml: [casts.{cast}.{language}], and below it narrator = {{ engine = "{engine}" }}; '
        'a language that is only read has audio = "none" under [languages.{language}] instead.',
        "Ajoutez deux lignes à guide.toml : [casts.{cast}.{language}] et, dessous, "
        'narrator = {{ engine = "{engine}" }} ; une langue seulement lue porte plutôt '
        'audio = "none" sous [languages.{language}].',
    ),
    "engine-stuck": Entry(
        "the speech engine ({engine}) did not answer within {seconds:second|seconds} and was stopped",
        "le moteur vocal ({engine}) n’a pas répondu en {seconds:seconde|secondes} ; il a été arrêté",
        "Run the build again; if it happens again, shorten the sentence or choose another engine.",
        "Relancez la construction ; si cela se répète, raccourcissez la phrase ou changez de moteur.",
    ),
    "engine-died": Entry(
        "the speech engine ({engine}) broke down (status {status})",
        "le moteur vocal ({engine}) s’est arrêté brutalement (code {status})",
        "Run the build again; if it happens again, choose another engine for this stop.",
        "Relancez la construction ; si cela se répète, changez de moteur pour cette étape.",
    ),
    "worker-not-started": Entry(
        "the track was not begun: this machine started no further process ({detail})",
        "la piste n’a pas été commencée : cette machine n’a pas lancé de nouveau processus ({detail})",
        "Close other programs, then build again: guide build",
        "Fermez d’autres programmes, puis relancez : guide build",
    ),
    "track-crashed": Entry(
        "the track could not be made: {detail}",
        "la piste n’a pas pu être faite : {detail}",
        "Send the makers of guide what this prints: guide build --debug",
        "Transmettez aux auteurs de guide ce qu’affiche : guide build --debug",
    ),
    "recording-doubtful": Entry(
        "in media/{file}, this sentence could not be found for certain: {sentence}",
        "dans media/{file}, cette phrase n’a pas été trouvée avec certitude : {sentence}",
        "Listen to it and compare it with the script: a changed sentence must be changed in both.",
        "Écoutez-la et comparez-la au texte : une phrase modifiée doit l’être des deux côtés.",
    ),
    "language-not-spoken": Entry(
        "the speech engine “{engine}” has no voice for “{language}”",
        "le moteur vocal « {engine} » n’a pas de voix pour « {language} »",
        "Choose another engine in guide.toml; “guide voices” lists them by language.",
        "Choisissez un autre moteur dans guide.toml ; « guide voices » les liste par langue.",
    ),
    # What the museum's files lack.
    "scripts-folder-missing": Entry(
        "there is no folder {language_folder} for the language “{language}”",
        "il n’y a pas de dossier {language_folder} pour la langue « {language} »",
        "Make {language_folder} with its scripts, or rename their folder so, or take the language out of guide.toml.",
        "Créez {language_folder} avec ses textes, ou renommez ainsi leur dossier, ou retirez la langue de guide.toml.",
    ),
    "link-leads-out": Entry(
        "{file} is a link that leads out of the guide's folder",
        "{file} est un lien qui sort du dossier du guide",
        "Put the file itself in its place.",
        "Mettez le fichier lui-même à sa place.",
    ),
    "script-too-large": Entry(
        "this file has {size} bytes: too large for the script of one stop",
        "ce fichier fait {size} octets : trop pour le texte d’une seule étape",
        "Check that it is a text, and divide it into several stops.",
        "Vérifiez que c’est bien un texte, et répartissez-le en plusieurs étapes.",
    ),
    "file-unreadable": Entry(
        "this file cannot be read: {detail}",
        "ce fichier est illisible : {detail}",
        "Check its permissions, or restore it from a copy.",
        "Vérifiez ses droits d’accès, ou reprenez une copie.",
    ),
    "file-not-text": Entry(
        "“{name}” is no text file: it is a folder, a pipe or a device",
        "« {name} » n’est pas un fichier de texte : c’est un dossier, un tube ou un périphérique",
        "Move it elsewhere, and save the text itself under this name.",
        "Déplacez-le ailleurs, et enregistrez le texte lui-même sous ce nom.",
    ),
    "file-not-utf8": Entry(
        "this file is not UTF-8 text (byte {byte})",
        "ce fichier n’est pas un texte enregistré en UTF-8 (octet {byte})",
        "Open it in your editor and save it again with the encoding UTF-8.",
        "Ouvrez-le dans votre éditeur et enregistrez-le avec l’encodage UTF-8.",
    ),
    "media-missing": Entry(
        "there is no file media/{file}",
        "il n’y a pas de fichier media/{file}",
        "Put the file there, or correct its name.",
        "Mettez ce fichier à sa place, ou corrigez son nom.",
    ),
    "media-unreadable": Entry(
        "media/{file} cannot be read: {detail}",
        "media/{file} est illisible : {detail}",
        "Close other programs that have it open and check its permissions, then run this again.",
        "Fermez les autres programmes qui l’ont ouvert et vérifiez ses droits d’accès, puis relancez la commande.",
    ),
    "media-not-file": Entry(
        "media/{file} is no ordinary file: it is a folder, a pipe or a device",
        "media/{file} n’est pas un fichier ordinaire : c’est un dossier, un tube ou un périphérique",
        "Put the picture or the sound itself there, or correct the name.",
        "Mettez à sa place l’image ou le son lui-même, ou corrigez le nom.",
    ),
    "media-link-outside": Entry(
        "“{file}” leads out of the folder media",
        "« {file} » sort du dossier media",
        "Copy the file into media/ and name it from there.",
        "Copiez le fichier dans media/ et nommez-le à partir de là.",
    ),
    "picture-broken": Entry(
        "media/{file} is not a picture that can be used: {detail}",
        "media/{file} n’est pas une image utilisable : {detail}",
        "Save it again as SVG, PNG, JPEG or WebP.",
        "Enregistrez-la de nouveau en SVG, PNG, JPEG ou WebP.",
    ),
    "picture-too-large": Entry(
        "media/{file} is too large ({detail})",
        "media/{file} est trop grande ({detail})",
        "Make it smaller: 3000 pixels on the longer side are plenty.",
        "Réduisez-la : 3000 pixels sur le grand côté suffisent largement.",
    ),
    "svg-repeats": Entry(
        "the drawing media/{file} uses parts of itself again more than {detail} times",
        "le dessin media/{file} réutilise plus de {detail} fois des parties de lui-même",
        "In the drawing program, turn clones into plain shapes, or draw less of them.",
        "Dans le logiciel de dessin, transformez les clones en formes simples, ou dessinez-en moins.",
    ),
    "svg-nested": Entry(
        "the drawing media/{file} has groups within groups, more than {detail} deep",
        "le dessin media/{file} a des groupes dans des groupes, sur plus de {detail} niveaux",
        "In the drawing program, ungroup everything, then save it again.",
        "Dans le logiciel de dessin, dégroupez tout, puis enregistrez-le de nouveau.",
    ),
    "svg-filter": Entry(
        "the drawing media/{file} has a filter that would take minutes to draw ({detail})",
        "le dessin media/{file} a un filtre qui demanderait des minutes de calcul ({detail})",
        "In the drawing program, take this filter out, or export the drawing as PNG.",
        "Dans le logiciel de dessin, retirez ce filtre, ou exportez le dessin en PNG.",
    ),
    "picture-slow": Entry(
        "the drawing media/{file} was not drawn within {seconds} seconds",
        "le dessin media/{file} n’a pas pu être tracé en {seconds} secondes",
        "In the drawing program, take out its filters and patterns, or export it as PNG; then build again.",
        "Dans le logiciel de dessin, retirez ses filtres et motifs, ou exportez-le en PNG ; puis relancez la "
        "construction.",
    ),
    "picture-undrawn": Entry(
        "what draws media/{file} broke down over it ({detail})",
        "le tracé de media/{file} a échoué en cours de route ({detail})",
        "In the drawing program, simplify it or export it as PNG; then build again.",
        "Dans le logiciel de dessin, simplifiez-le ou exportez-le en PNG ; puis relancez la construction.",
    ),
    "svg-active": Entry(
        "the drawing media/{file} contains active content ({detail})",
        "le dessin media/{file} contient un programme ou une animation ({detail})",
        "Export it again as a plain drawing, without scripts or animation.",
        "Exportez-le comme simple dessin, sans script ni animation.",
    ),
    "svg-outside": Entry(
        "the drawing media/{file} asks for something from outside ({detail})",
        "le dessin media/{file} fait appel à l’extérieur ({detail})",
        "Embed pictures and fonts in the drawing, or turn them into outlines.",
        "Intégrez images et polices au dessin, ou convertissez-les en tracés.",
    ),
    "svg-entities": Entry(
        "the drawing media/{file} has a document type definition ({detail})",
        "le dessin media/{file} contient une déclaration que guide n’accepte pas ({detail})",
        "Export it again as “plain SVG”.",
        "Exportez-le de nouveau en « SVG simple ».",
    ),
    # What the disk and the folder refuse.
    "build-running": Entry(
        "another build is running in {folder}",
        "une autre construction est en cours dans {folder}",
        "Wait until it has finished, then run this again.",
        "Attendez qu’elle soit finie, puis recommencez.",
    ),
    "load-running": Entry(
        "cards are being loaded from {folder}",
        "des cartes sont en cours de chargement depuis {folder}",
        "Wait until they are done, then clean again.",
        "Attendez qu’elles soient prêtes, puis recommencez le nettoyage.",
    ),
    "clean-running": Entry(
        "guide clean is at work in {folder}",
        "guide clean est au travail dans {folder}",
        "Wait until it has finished, then run this again.",
        "Attendez qu’il ait fini, puis recommencez.",
    ),
    "foreign-file": Entry(
        "{path} was not made by guide and stands where a file of the guide must go",
        "{path} n’a pas été fait par guide et occupe la place d’un fichier du guide",
        "Move it elsewhere (nothing has been changed), then build again.",
        "Déplacez-le (rien n’a été modifié), puis relancez la construction.",
    ),
    "disk-full": Entry(
        "no space left for {path}",
        "plus de place pour {path}",
        "Free some space and build again: what is made is kept.",
        "Libérez de la place et relancez : ce qui est fait est gardé.",
    ),
    "folder-read-only": Entry(
        "{path} cannot be written: {detail}",
        "impossible d’écrire {path} : {detail}",
        "Check the permissions of the folder, then try again.",
        "Vérifiez les droits du dossier, puis recommencez.",
    ),
    "file-in-the-way": Entry(
        "{path} cannot be written, something else is in its place: {detail}",
        "impossible d’écrire {path}, autre chose est à sa place : {detail}",
        "Move it elsewhere, then try again.",
        "Déplacez-le, puis recommencez.",
    ),
    "system-refused": Entry(
        "the computer refused: {detail}{where}",
        "l’ordinateur a refusé : {detail}{where}",
        "Check permissions and free space, then run the command again; nothing is lost.",
        "Vérifiez les droits et la place libre, puis relancez la commande ; rien n’est perdu.",
    ),
    "disk-error": Entry(
        "{path} cannot be written: {detail}",
        "impossible d’écrire {path} : {detail}",
        "Check the disk, then build again: what is made is kept.",
        "Vérifiez le disque, puis relancez : ce qui est fait est gardé.",
    ),
    "cache-damaged": Entry(
        "a kept result is damaged: {path}",
        "un résultat gardé est abîmé : {path}",
        "Build again: it will be made anew.",
        "Relancez la construction : il sera refait.",
    ),
    "guide-not-built": Entry(
        "there is no finished guide in {folder}",
        "il n’y a pas de guide terminé dans {folder}",
        "Make it with: guide build",
        "Fabriquez-le avec : guide build",
    ),
    "mixed-unfinished": Entry(
        "the last build of {folder} did not finish",
        "la dernière construction de {folder} n’est pas allée au bout",
        "Complete it with: guide build",
        "Terminez-la avec : guide build",
    ),
    "mixed-missing": Entry(
        "{path} is missing from {folder}",
        "il manque {path} dans {folder}",
        "Complete the folder with: guide build",
        "Complétez le dossier avec : guide build",
    ),
    "mixed-differs": Entry(
        "{path} in {folder} is not what the last build made",
        "{path}, dans {folder}, n’est pas ce que la dernière construction a produit",
        "Put it right with: guide build; where that finds nothing to do, with: guide build --force",
        "Remettez-le en ordre avec : guide build ; s’il ne trouve rien à faire, avec : guide build --force",
    ),
    "manifest-newer": Entry(
        "{file} was written by a newer guide (format {found}; this one knows {known})",
        "{file} a été écrit par une version plus récente de guide (format {found} ; celle-ci connaît {known})",
        "Update guide, then try again.",
        "Mettez guide à jour, puis réessayez.",
    ),
    "manifest-broken": Entry(
        "{file}, the list of what the finished guide holds, cannot be read ({detail})",
        "{file}, l’inventaire du guide terminé, est illisible ({detail})",
        "Make it anew with: guide build",
        "Refaites-le avec : guide build",
    ),
}
