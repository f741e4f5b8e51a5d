"""What is said of a dictionary that cannot be used, in a module of its own since whoever runs rules has to know it."""


class DictionaryError(ValueError):
    """A dictionary that cannot be used; the sentence names its file and line, and says what to do."""
