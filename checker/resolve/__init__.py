"""Who and what is the same: people, offices, bodies, events."""
