"""What `guide` says about sound."""

from __future__ import annotations

from guide.messages.entry import Entry

ENTRIES: dict[str, Entry] = {
    "sound-missing": Entry(
        "the sound “{file}” is not there, or may not be read",
        "le son « {file} » est introuvable ou ne peut pas être lu",
        "Put the file into media/, or correct its name in the script.",
        "Déposez le fichier dans media/, ou corrigez son nom dans le script.",
    ),
    "sound-empty": Entry(
        "the sound “{file}” is empty",
        "le son « {file} » est vide",
        "Copy the file again from where it came from.",
        "Copiez de nouveau le fichier depuis sa source.",
    ),
    "sound-unknown": Entry(
        "“{file}” is not a sound file",
        "« {file} » n’est pas un fichier son",
        "Save the sound as WAV, FLAC or MP3 and put that file into media/.",
        "Enregistrez le son en WAV, FLAC ou MP3 et déposez ce fichier dans media/.",
    ),
    "sound-wrong-ending": Entry(
        "“{file}” holds {kind} sound, which its name does not say",
        "« {file} » contient du son {kind}, ce que son nom ne dit pas",
        "Rename it to “{named}”, in the script too.",
        "Renommez-le en « {named} », y compris dans le script.",
    ),
    "sound-truncated": Entry(
        "the sound “{file}” is cut off: its end is missing",
        "le son « {file} » est tronqué : la fin manque",
        "Copy the file again from where it came from; the copy did not finish.",
        "Copiez de nouveau le fichier depuis sa source ; la copie n’est pas allée au bout.",
    ),
    "sound-broken": Entry(
        "the sound “{file}” is damaged and cannot be read",
        "le son « {file} » est endommagé et ne peut pas être lu",
        "Open it in a sound editor, save it as WAV or FLAC, and use that file.",
        "Ouvrez-le dans un logiciel de son, enregistrez-le en WAV ou FLAC et utilisez ce fichier.",
    ),
    "sound-outside": Entry(
        "the passage from {start:,g} s to {end:,g} s does not lie within “{file}”, which lasts {seconds:,g} s",
        "le passage de {start:,g} s à {end:,g} s sort de « {file} », qui dure {seconds:,g} s",
        "Correct the passage’s beginning and end in the script.",
        "Corrigez le début et la fin du passage dans le script.",
    ),
    "sound-too-long": Entry(
        "the sound “{file}” would play for {minutes} minutes; at most {most} are taken",
        "le son « {file} » durerait {minutes} minutes ; la limite est de {most}",
        "Give a beginning and an end in the script, or cut the file; a bed can only be cut.",
        "Indiquez un début et une fin dans le script, ou coupez le fichier ; un fond sonore ne peut qu’être coupé.",
    ),
    "sound-silent": Entry(
        "nothing can be heard in “{file}”",
        "on n’entend rien dans « {file} »",
        "Check that this is the right file and the right passage; for a silence, write a pause instead.",
        "Vérifiez que c’est le bon fichier et le bon passage ; pour un silence, écrivez plutôt une pause.",
    ),
    "sound-needs-ffmpeg": Entry(
        "“{file}” is of a kind that needs ffmpeg to be read, and ffmpeg is not here",
        "la lecture de « {file} » demande ffmpeg, qui n’est pas installé",
        'With the pip that lies beside guide: pip install "audioguide-builder[formats]" '
        "— or save the sound as WAV, FLAC or MP3.",
        'Avec le pip placé à côté de guide : pip install "audioguide-builder[formats]" '
        "— ou enregistrez le son en WAV, FLAC ou MP3.",
    ),
    "sound-dull": Entry(
        "“{file}” has only {rate} samples a second and will sound dull, as on an old telephone",
        "« {file} » n’a que {rate} échantillons par seconde et sonnera sourd, comme au vieux téléphone",
        "If there is a better copy, use that.",
        "S’il existe une meilleure copie, prenez-la.",
    ),
    "sound-clipped": Entry(
        "“{file}” is overdriven: the wave is cut off at {places} places",
        "« {file} » est saturé : l’onde est écrêtée en {places} endroits",
        "Record it again at a lower level, or ask for the original.",
        "Réenregistrez-le à un niveau plus bas, ou demandez l’original.",
    ),
    "sound-soft": Entry(
        "“{file}” is very soft: raising it raises its noise too",
        "« {file} » est très faible : le remonter remonte aussi son bruit de fond",
        "Record it again nearer to the microphone, or listen to the track before using it.",
        "Réenregistrez-le plus près du micro, ou écoutez la piste avant de la retenir.",
    ),
    "sound-noisy": Entry(
        "“{file}” has loud noise under the voice",
        "« {file} » a un bruit de fond marqué sous la voix",
        "Set clean_recordings in guide.toml, or record in a quieter room.",
        "Activez clean_recordings dans guide.toml, ou enregistrez dans une pièce plus calme.",
    ),
    "mp3-broken": Entry(
        "the MP3 is damaged, or parts of it are missing",
        "le fichier MP3 est endommagé ou incomplet",
        "Build the track again with guide build.",
        "Refaites la piste avec guide build.",
    ),
    "tags-broken": Entry(
        "the track’s tags are missing or damaged",
        "les étiquettes de la piste sont absentes ou endommagées",
        "Build the track again with guide build.",
        "Refaites la piste avec guide build.",
    ),
    "cached-sound-broken": Entry(
        "a sound in the cache is damaged",
        "un son gardé de côté est endommagé",
        "Run guide build again: it is made anew.",
        "Relancez guide build : il sera refait.",
    ),
    "format-unknown": Entry(
        "no sound format is called “{format}”",
        "aucun format de son ne s’appelle « {format} »",
        "Write mp3, opus or aac in guide.toml.",
        "Écrivez mp3, opus ou aac dans guide.toml.",
    ),
    "format-missing": Entry(
        "writing {format} needs the optional sound formats, which are not installed",
        "écrire en {format} demande des formats de son en option, qui ne sont pas installés",
        'With the pip that lies beside guide: pip install "audioguide-builder[formats]" '
        "— or take {format} out of guide.toml.",
        'Avec le pip placé à côté de guide : pip install "audioguide-builder[formats]" '
        "— ou retirez {format} de guide.toml.",
    ),
    "cleaning-missing": Entry(
        "cleaning recordings needs the optional sound formats, which are not installed",
        "nettoyer les enregistrements demande des formats de son en option, qui ne sont pas installés",
        'With the pip that lies beside guide: pip install "audioguide-builder[formats]" '
        "— or set clean_recordings to false in guide.toml.",
        'Avec le pip placé à côté de guide : pip install "audioguide-builder[formats]" '
        "— ou mettez clean_recordings à false dans guide.toml.",
    ),
    "track-too-short": Entry(
        "the track is shorter than three seconds: its loudness is set as nearly as it can be measured",
        "la piste dure moins de trois secondes : son niveau est réglé au mieux de ce qui se mesure",
    ),
    "track-without-speech": Entry(
        "nothing in the track is loud enough to be measured: its level is left as it is",
        "rien dans la piste n’est assez fort pour être mesuré : son niveau reste tel quel",
    ),
    "track-off-target": Entry(
        "the track could not be brought to its loudness without passing the ceiling",
        "la piste n’a pas pu atteindre son niveau sans dépasser le plafond",
        "Listen to it. Mostly a sharp, lonely noise in a clip is the reason: lower that clip’s gain. "
        "Where only a voice is heard, take another one.",
        "Écoutez-la. Un bruit bref et isolé dans un extrait en est souvent la cause : baissez le gain de cet extrait. "
        "Si l’on n’entend qu’une voix, prenez-en une autre.",
    ),
}
