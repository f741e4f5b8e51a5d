"""What the formats share: elements, tags, entities, front matter, shortcodes, and the way from them to prose."""
