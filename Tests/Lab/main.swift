import Foundation

exit(await Lab.run(Array(CommandLine.arguments.dropFirst())))
