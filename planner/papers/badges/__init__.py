"""Name badges and luggage tags: who somebody is, in both scripts, to wear and to tie on."""
