"""The reader as a dialogue in lines of words, for screen readers, pipes and dumb terminals."""
