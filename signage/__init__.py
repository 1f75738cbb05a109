"""Path signage: the route from the street door to the right chair, its screens and its paper signs."""
