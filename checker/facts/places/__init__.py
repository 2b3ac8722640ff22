"""Where: known places and what lies in what, sites, sides, land or sea."""
