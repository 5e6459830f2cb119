"""What `guide` says is wrong with a card."""

from __future__ import annotations

from guide.messages.entry import Entry

ENTRIES: dict[str, Entry] = {
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
        help_en="load again; if it refuses again, format it or take another card.",
        help_fr="rechargez ; si elle refuse encore, reformatez-la ou prenez une autre carte.",
    ),
    "card-crashed": Entry(
        en="{card} holds something that guide does not know how to take: {detail}",
        fr="{card} contient quelque chose que guide ne sait pas prendre : {detail}",
        help_en="the other cards go on; send the makers of guide what the same command prints with --debug.",
        help_fr="les autres cartes continuent ; transmettez aux auteurs de guide ce que dit la commande avec --debug.",
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
    "card-changed": Entry(
        en="{card} is not the card that was looked at a moment ago",
        fr="{card} n’est plus la carte qui a été examinée il y a un instant",
        help_en="if it is the one that you want to load, load it again.",
        help_fr="si c’est bien celle que vous voulez charger, rechargez-la.",
    ),
    "card-twice": Entry(
        en="{one} and {two} are the same player or a copy of it",
        fr="{one} et {two} sont le même lecteur ou une copie de celui-ci",
        help_en='give a copied card a name of its own: guide load "{two}" --new-player{options}',
        help_fr='donnez à la carte copiée une identité à elle : guide load "{two}" --new-player{options}',
    ),
    "card-space": Entry(
        en="{needed:,.1f} MB are needed and {free:,.1f} MB are free",
        fr="il faut {needed:,.1f} Mo et {free:,.1f} Mo sont libres",
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
    "card-system-unknown": Entry(
        en="it cannot be found out here how the card is formatted; this player reads {systems}",
        fr="on ne peut pas savoir ici comment la carte est formatée ; ce lecteur lit {systems}",
        help_en="listen to the card on the player before you hand it out.",
        help_fr="écoutez la carte sur le lecteur avant de le remettre au public.",
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
        en="the tracks of folder {folder} stand in another order than the guide's, and this player goes by it",
        fr="les pistes du dossier {folder} sont dans un autre ordre que celui du guide, et ce lecteur suit cet ordre",
        help_en="load again; if it stays so, move other files out of that folder or format the card.",
        help_fr="rechargez ; si cela persiste, retirez les autres fichiers de ce dossier ou formatez la carte.",
    ),
    "card-harmful": Entry(
        en="{count} files of other systems may disturb this player, such as {example}",
        fr="{count} fichiers d’autres systèmes peuvent gêner ce lecteur, comme {example}",
        help_en="load the card again: that removes them.",
        help_fr="rechargez la carte : cela les retire.",
    ),
    "card-unfinished": Entry(
        en="a load of {card} did not finish; it was at work on {path}",
        fr="un chargement de {card} n’est pas allé au bout ; il en était à {path}",
        help_en="load it again: only what is missing or bad is copied.",
        help_fr="rechargez-la : seul ce qui manque ou est abîmé est copié.",
    ),
    "card-loading": Entry(
        en="a load of {card} did not finish",
        fr="un chargement de {card} n’est pas allé au bout",
        help_en="load it again: only what is missing or bad is copied.",
        help_fr="rechargez-la : seul ce qui manque ou est abîmé est copié.",
    ),
    "card-without-manifest": Entry(
        en="{card} was never loaded by guide, or its list of contents is gone",
        fr="{card} n’a jamais été chargée par guide, ou son inventaire a disparu",
        help_en='load it: guide load --profile NAME "{card}" (the names: guide load --profiles)',
        help_fr='chargez-la : guide load --profile NOM "{card}" (les noms : guide load --profiles)',
    ),
    "card-not-here": Entry(
        en="{card} is an ordinary folder of this computer, and no guide was ever loaded into it",
        fr="{card} est un dossier ordinaire de cet ordinateur, et aucun guide n’y a été chargé",
        help_en="check that the card is plugged in, and at which folder it appears.",
        help_fr="vérifiez que la carte est branchée, et dans quel dossier elle apparaît.",
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
}
