"""A password hasher for tests alone: the real one is slow by intention."""

from django.contrib.auth.hashers import Argon2PasswordHasher


class Quick(Argon2PasswordHasher):
    """Argon2 with the least cost it takes."""

    time_cost = 1
    memory_cost = 8
    parallelism = 1
