"""Speech engines: each touches one voice of the outside world, by one contract."""
