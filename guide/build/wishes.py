"""What somebody asks of a build, and whether it can be asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from guide.errors import UsageError
from guide.model.nearest import nearest
from guide.parsing.keywords import language_meant

if TYPE_CHECKING:
    from guide.model.plan import Refusal, TourOf, TrackOutline
    from guide.model.script import Script
    from guide.model.sources import Sources
    from guide.model.track import Track


@dataclass(frozen=True, slots=True)
class Wish:
    """What a build is asked for; nothing asked means all of it.

    `languages` and `stops` (ids or numbers) limit what is made; `engine` speaks every role;
    `jobs` 0 means as many as there are processors; `force` makes anew what is asked for, whatever is kept.
    """

    languages: tuple[str, ...] = ()
    stops: tuple[str, ...] = ()
    engine: str = ""
    cast: str = ""
    jobs: int = 0
    force: bool = False

    def includes(self, track: TrackOutline | Refusal | Script | Track) -> bool:
        """Return whether a track, planned, refused or of the last build, or a script's is among those asked for."""
        language = not self.languages or track.language in self.languages
        return language and (not self.stops or track.stop in self.stops or track.number in self.stops)

    def includes_tour(self, tour: TourOf[TrackOutline]) -> bool:
        """Return whether a tour's file is among what is asked for; a wish for single stops leaves tours as they are."""
        return not self.stops and (not self.languages or tour.language in self.languages)

    def forces(self, track: TrackOutline) -> bool:
        """Return whether a track is to be made anew; one that was not asked for never is."""
        return self.force and self.includes(track)

    def forces_tour(self, tour: TourOf[TrackOutline]) -> bool:
        """Return whether a tour's file is to be made anew."""
        return self.force and self.includes_tour(tour)


def check_wish(wish: Wish, sources: Sources) -> None:
    """Raise UsageError for a language or stop that the guide has not (`language-not-there`, `stop-not-there`)."""
    tags = sources.guide.tags
    for language in wish.languages:
        if language not in tags:
            near = language_meant(language, tags)
            raise UsageError("language-not-there", suggestion=near, language=language, known=", ".join(tags))
    stops = {name for one in sources.scripts for name in (one.stop, one.number) if name}
    for stop in wish.stops:
        if stop not in stops:
            raise UsageError("stop-not-there", suggestion=nearest(stop, stops), stop=stop)
