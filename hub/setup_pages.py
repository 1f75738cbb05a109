"""The organiser's page: the seminar's facts, the ways in, the devices."""

from flask import Blueprint

pages = Blueprint("setup", __name__)
