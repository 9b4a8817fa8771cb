"""The participant packet: everything a guest carries, as whole pages or as a booklet (しおり) of half sheets."""
