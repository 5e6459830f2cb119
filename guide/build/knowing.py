"""What the planner is told of the world that shapes a track, wherever a track is planned: same key, same track."""

from __future__ import annotations

from collections.abc import Mapping

from guide.audio.versions import decoding_fingerprints, master_fingerprint, mix_fingerprint
from guide.build.voicing import references
from guide.model.finding import Finding
from guide.model.plan import VoiceFacts
from guide.model.sources import Sources
from guide.model.track import Manifest
from guide.model.voice import Voice
from guide.planning.deciding import Known


def known_of(sources: Sources, voices: Mapping[Voice, VoiceFacts | Finding], manifest: Manifest | None) -> Known:
    """Return all that shapes keys; what is kept, and what the last build saw, is empty: a build puts it in.

    `manifest` is that of the published guide, None where there is none.
    """
    return Known(
        voices=voices,
        mixing=mix_fingerprint(cleaning=sources.guide.clean_recordings),
        encoding=master_fingerprint(),
        extras={name: master_fingerprint(name) for name in sources.guide.extra_formats},
        decoding=decoding_fingerprints(sources.media),
        references=references(sources),
        manifest=manifest,
    )
