"""People: the list, and one person with everything known of them."""
