"""What every paper is made of: sheet and frame, fonts, lines of text, boxes, icons, pages, and the press.

A paper is first *laid out* into boxes of marks (places and words, in points) and only then *pressed* into a
PDF. So what stands on which page is known before anything is drawn.
"""
