"""The claims of articles, kept between runs: by content, in an embedded store that may vanish at any time."""
