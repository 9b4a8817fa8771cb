"""Words on papers: the blocks of text that the committee can put in its own words."""
