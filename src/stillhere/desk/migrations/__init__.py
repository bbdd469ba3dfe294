"""One chain of migrations, none of which imports a room."""
