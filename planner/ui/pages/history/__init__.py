"""Every change ever made to the file, and its backups."""
