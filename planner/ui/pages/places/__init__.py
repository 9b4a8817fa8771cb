"""Every place the file knows: which are used, which stand there twice, and all that is known of each."""
