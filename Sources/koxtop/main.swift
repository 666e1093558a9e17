print("koxtop")
