"""Views: what is on each page, as plain values; no HTML. One module per page, `parts` for what pages share."""
