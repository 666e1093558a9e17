// JSONTape
