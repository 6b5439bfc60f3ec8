"""How the weights of the block model were made; not imported by anything that runs."""
