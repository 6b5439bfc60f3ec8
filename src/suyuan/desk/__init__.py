"""The desk: the only folder that touches the world: files, network, clock, database."""
