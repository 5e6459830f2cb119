#!/bin/sh
# The loop a careful person would write by hand: speak, bring to one loudness in two passes, encode, tag.
#   shell_loop.sh TEXT...   each TEXT is LANGUAGE.WORDS_A_MINUTE.NAME.txt; the track is written beside it
# LAME_QUALITY is LAME's (0 to 9); without it LAME takes its own, 3, as in most loops that people write.
# benchmarks/build.py runs it on as many texts at a time as there are processors (xargs -P).
set -eu
for text in "$@"; do
    name=${text%.txt}
    language=$(basename "$text" | cut -d. -f1)
    rate=$(basename "$text" | cut -d. -f2)
    espeak-ng -v "$language" -s "$rate" -f "$text" -w "$name.wav"
    measured=$(ffmpeg -hide_banner -nostats -i "$name.wav" -af loudnorm=I=-16:TP=-1:LRA=11:print_format=json -f null - 2>&1 |
        sed -n 's/.*"\(input_i\|input_tp\|input_lra\|input_thresh\|target_offset\)" : "\(.*\)".*/\1=\2/p' |
        sed -e 's/^input_i=/measured_I=/' -e 's/^input_tp=/measured_TP=/' -e 's/^input_lra=/measured_LRA=/' \
            -e 's/^input_thresh=/measured_thresh=/' -e 's/^target_offset=/offset=/' | paste -sd: -)
    ffmpeg -hide_banner -loglevel error -y -i "$name.wav" -af "loudnorm=I=-16:TP=-1:LRA=11:linear=true:$measured" \
        -ar 44100 -ac 1 -codec:a libmp3lame ${LAME_QUALITY:+-compression_level $LAME_QUALITY} -b:a 64k "$name.mp3"
    mid3v2 --song "$(basename "$name")" --album "Guide" --artist "Museum" --TLAN "$language" "$name.mp3"
    rm "$name.wav"
done
