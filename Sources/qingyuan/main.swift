print("清源")
