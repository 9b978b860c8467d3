"""The canvas on which a genogram is drawn, typed and walked along."""
