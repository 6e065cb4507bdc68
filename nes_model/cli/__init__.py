"""What can be asked on the command line, one module a command.

Each module has `register(commands)`, which adds its words to the parser, and one function that
turns the words read into the text to print, or writes its result itself.
"""
