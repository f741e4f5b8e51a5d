"""What the words of a document are, worked out once and shared by all rules."""
