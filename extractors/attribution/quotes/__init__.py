"""Words in quotation marks, transcripts and blocks, joined to who said them."""
