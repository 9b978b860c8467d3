"""Fields, lists and layouts that several pages share."""
