"""Registrants' lists made elsewhere: read whatever they are written in, matched with those known, taken in whole."""
