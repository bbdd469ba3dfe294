"""Django's database backend on the encrypted file of the store."""
