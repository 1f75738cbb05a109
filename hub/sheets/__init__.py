"""Spreadsheets made by anybody: read whatever they are written in, kept between a look and a decision."""
